import { fileOf, type Diagnostic, type Location, type Severity } from '../../../model/diagnostic.ts';
import { grouped } from '../../../model/grouped.ts';
import type { Unit } from '../../../model/unit.ts';
import { maskPersonalData } from '../../../vi/personal-data.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, quoted } from './formulas.ts';
import { linked } from './linked.ts';
import { linkTo } from './links.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

/** The severities in words, each with a sign of its own that the report's typeface has. */
const LEVELS: Readonly<Record<Severity, string>> = { error: '■ Lỗi', warning: '▲ Cảnh báo', info: '○ Lưu ý' };

const COLUMNS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mức độ', width: 12 },
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

/** File, sheet and cell of a finding; the most exact of them is a link. */
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
      return [
        words(named(file)),
        linked(named(sheet), linkTo(pathOf(file), sheet), 'text'),
        words('cả trang', LOOKS.mark),
      ];
    }
    case 'file':
      return [linked(named(location.file), linkTo(pathOf(location.file)), 'text'), blank, words('cả tệp', LOOKS.mark)];
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
      'Số liệu có lỗi không được cộng; số liệu có cảnh báo vẫn được cộng, cần kiểm tra lại. Bấm vào ô gạch chân để mở đúng chỗ trong tệp của đơn vị.',
    ],
    columns: COLUMNS,
  });
  const heading = page.next + 1;
  const [first, last] = [heading + 1, heading + diagnostics.length];
  const ownerOf = ownerFunction(book);
  writeTableHead(page, heading, 2);
  diagnostics.forEach((diagnostic, index) => {
    page.write(first + index, [
      figure(index + 1, LOOKS.mark),
      words(LEVELS[diagnostic.severity]),
      words(ownerOf(diagnostic)),
      ...placeCells(book, diagnostic.location),
      words(diagnostic.message),
      words(diagnostic.hint),
      words(relatedText(diagnostic)),
      words(diagnostic.rule),
    ]);
  });
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => [
    words(LEVELS[severity], LOOKS.totalText),
    computed(
      `COUNTIF(${columnRange('B', first, Math.max(first, last))},${quoted(LEVELS[severity])})`,
      diagnostics.filter((found) => found.severity === severity).length,
      LOOKS.totalFigure,
    ),
  ]);
  page.write(page.next, [words('', LOOKS.totalText), ...counts]);
  endTable(page, { heading, last }, 'filter');
}
