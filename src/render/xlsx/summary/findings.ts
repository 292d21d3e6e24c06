import { fileOf, type Diagnostic, type Location, type Severity } from '../../../model/diagnostic.ts';
import { grouped } from '../../../model/grouped.ts';
import type { Unit } from '../../../model/unit.ts';
import { maskPersonalData } from '../../../vi/personal-data.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, onSheet, quoted } from './formulas.ts';
import { linked } from './linked.ts';
import { linkTo } from './links.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

/** The severities in words, each with a sign of its own that the report's typeface has. */
const LEVELS: Readonly<Record<Severity, string>> = { error: '■ Lỗi', warning: '▲ Cảnh báo', info: '○ Lưu ý' };

const COUNTED: Readonly<Record<Severity, string>> = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' };

const COLUMNS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mức độ', width: 12 },
  { heading: 'Đưa vào tổng hợp', width: 9 },
  { heading: 'Đơn vị', width: 24 },
  { heading: 'Tệp', width: 22 },
  { heading: 'Trang tính', width: 14 },
  { heading: 'Ô', width: 11 },
  { heading: 'Nội dung', width: 46 },
  { heading: 'Cách xử lý', width: 34 },
  { heading: 'Xem thêm', width: 20 },
  { heading: 'Mã phát hiện', width: 18 },
];

/** More owners of a file than this are not listed. */
const MOST_OWNERS = 3;

/** Whose matter a finding is: the unit it names, or those whose reports stand in its file. */
function ownerFunction({ model, words: { nameOf } }: SummaryBook): (diagnostic: Diagnostic) => string {
  const units = new Map(model.units.map(({ unit }) => [unit.id, unit]));
  const byFile = grouped(
    model.units.flatMap(({ unit, files }) => files.map((file) => ({ file, unit }))),
    ({ file }) => file,
  );
  const leftOut = new Map(model.leftOut.map(({ unit, diagnostic }) => [diagnostic, unit]));
  return (diagnostic) => {
    const { location, facts } = diagnostic;
    const named = location.kind === 'unit' ? location.unit : String(facts['unit'] ?? '');
    const single = units.get(named) ?? leftOut.get(diagnostic);
    if (single !== undefined) return nameOf(single);
    const owners: readonly { readonly unit: Unit }[] = byFile.get(fileOf(location) ?? '') ?? [];
    if (owners.length > MOST_OWNERS) return `${owners.length} đơn vị`;
    return owners.map(({ unit }) => nameOf(unit)).join('; ');
  };
}

/** File, sheet and cell of a finding; the last one leads there. */
function placeCells({ context: { pathOf } }: SummaryBook, location: Location): readonly SummaryCell[] {
  const blank = words('');
  const named = (file: string): string => maskPersonalData(file);
  switch (location.kind) {
    case 'cell': {
      const { file, sheet, address } = location.ref;
      const link = linkTo(pathOf(file), sheet, address);
      return [words(named(file)), words(named(sheet)), linked(address, link, 'mark')];
    }
    case 'sheet': {
      const { file, sheet } = location;
      return [words(named(file)), words(named(sheet)), linked('cả trang', linkTo(pathOf(file), sheet), 'mark')];
    }
    case 'file':
      return [words(named(location.file)), blank, linked('cả tệp', linkTo(pathOf(location.file)), 'mark')];
    case 'passage':
      return [words(named(location.file)), blank, words(location.place, LOOKS.mark)];
    case 'data': {
      const place = location.line === 0 ? 'cả tệp' : `dòng ${location.line}, cột ${location.column}`;
      return [words(named(location.file)), blank, words(place, LOOKS.mark)];
    }
    case 'unit':
      return [blank, blank, blank];
  }
}

function relatedText({ related }: Diagnostic): string {
  return related
    .map(({ location, note }) => {
      const file = fileOf(location) ?? '';
      const place = location.kind === 'cell' ? ` › ${location.ref.sheet}!${location.ref.address}` : '';
      return `${note}: ${maskPersonalData(file + place)}`;
    })
    .join('\n');
}

/** The sheet of all findings of the round, in the report's order. */
export function addFindingsSheet(book: SummaryBook): void {
  const { diagnostics } = book.model;
  const page = addTablePage(book, {
    name: SHEETS.findings,
    title: 'Các phát hiện trong tệp báo cáo',
    notes: [
      'Số liệu có lỗi không được cộng; số liệu có cảnh báo vẫn được cộng, cần kiểm tra lại. Bấm vào chữ gạch chân ở cột “Ô” để mở đúng chỗ trong tệp của đơn vị.',
    ],
    columns: COLUMNS,
  });
  const ownerOf = ownerFunction(book);
  const leftOut = new Set(book.model.leftOut.map(({ diagnostic }) => diagnostic));
  const first = writeTableHead(page, page.next, 2);
  const last = Math.max(first, first + diagnostics.length - 1);
  diagnostics.forEach((diagnostic, index) => {
    page.write(first + index, [
      figure(index + 1, LOOKS.mark),
      words(LEVELS[diagnostic.severity]),
      words(leftOut.has(diagnostic) && diagnostic.location.kind !== 'unit' ? 'Không' : '', LOOKS.mark),
      words(ownerOf(diagnostic)),
      ...placeCells(book, diagnostic.location),
      words(diagnostic.message),
      words(diagnostic.hint),
      words(relatedText(diagnostic)),
      words(diagnostic.rule),
    ]);
  });
  const levels = onSheet(SHEETS.findings, columnRange('$B', first, last));
  for (const severity of ['error', 'warning', 'info'] as const)
    book.headlines.push({
      label: `Phát hiện mức ${COUNTED[severity]}`,
      formula: `COUNTIF(${levels},${quoted(LEVELS[severity])})`,
      result: diagnostics.filter((found) => found.severity === severity).length,
      look: LOOKS.figure,
      sheet: SHEETS.findings,
    });
  endTable(page, { heading: page.next, last }, 'filter');
}
