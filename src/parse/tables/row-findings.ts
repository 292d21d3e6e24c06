import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CellRef } from '../../model/workbook.ts';
import { formatInteger } from '../../vi/number.ts';
import { closest, didYouMean } from '../../vi/suggest.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { suggestConfirmation, type Likeness } from '../confirmable.ts';
import { refOf } from '../form/form-sheets.ts';
import { listWords, MOST_LISTED } from './listed-words.ts';
import type { Table } from './locate-table.ts';
import type { ContradictoryRow } from './recognise-row.ts';
import { withoutOrdinal } from './ordinals.ts';
import { problem } from '../problems.ts';
import type { Entry } from './row-identity.ts';
import { chooseRow, isRowFilled, rowRef } from './rows.ts';
import type { SheetTable } from './sheet-tables.ts';
import type { StrangeRow } from './strange-row.ts';
import type { RowSpec } from './table-spec.ts';

/** Rows that are nobody's are named up to this number; the others are counted. */
const MOST_STRANGERS = 20;
/** Longer texts are no codes or titles that somebody misspelt; in characters. */
const LONGEST_NAME = 160;

function mainRef<Id extends string>(file: string, table: Table<Id>, row: number, spec: RowSpec<Id>): CellRef {
  return rowRef(file, table, row, [...spec.answers, spec.code, spec.title]);
}

/** Rows that stand there twice, belong to other units, or to nothing known. */
export function rowFindings<Id extends string>(
  file: string,
  rows: SheetTable<Id>,
  spec: RowSpec<Id>,
  assigned: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { table, matches } = rows;
  const found = spec.entries.flatMap((entry): readonly Diagnostic[] => {
    const own = matches.rows.get(entry.id) ?? [];
    const { row, others } = chooseRow(table, own, spec.answers);
    if (row === undefined) return [];
    const all = [row, ...others];
    if (assigned.has(entry.id)) {
      const named = others.length === 0 ? [] : all.slice(0, MOST_LISTED);
      return named.map((one) => repeated(file, rows, spec, entry, one, all));
    }
    return isRowFilled(table, row, spec.answers) ? [notAssigned(file, table, spec, entry, row)] : [];
  });
  const lacking = spec.entries.filter(({ id }) => assigned.has(id) && !matches.rows.has(id));
  const named = matches.strange.slice(0, MOST_STRANGERS);
  return [
    ...found,
    ...matches.contradictory
      .filter(({ code, titles }) => [code, ...titles].some((id) => assigned.has(id)))
      .slice(0, MOST_STRANGERS)
      .map((one) => contradictory(file, table, spec, one)),
    ...named.map((stranger) => unknown(file, table, spec, stranger, lacking)),
    ...(matches.strange.length > named.length ? [manyUnknown(file, table, spec, matches.strange.length)] : []),
  ];
}

/** The code is one entry's and the title another's. */
function contradictory<Id extends string>(
  file: string,
  table: Table<Id>,
  spec: RowSpec<Id>,
  { row, code, titles }: ContradictoryRow,
): Diagnostic {
  const codeOf = (id: string): string => spec.entries.find((entry) => entry.id === id)?.code ?? id;
  return problem('row-contradictory', {
    message: `Dòng ${row + 1} ghi mã ${codeOf(code)} nhưng tên là của ${spec.noun} ${joinWords(titles.map(codeOf))}, không rõ là ${spec.noun} nào nên không tính dòng này`,
    hint: `Sửa mã hoặc tên ở dòng ${row + 1} cho khớp với nhau như trong biểu mẫu`,
    location: { kind: 'cell', ref: rowRef(file, table, row, [spec.code, spec.title]) },
    facts: { [spec.fact]: code, row: row + 1 },
  });
}

function manyUnknown<Id extends string>(file: string, table: Table<Id>, spec: RowSpec<Id>, count: number): Diagnostic {
  return problem(spec.unknown, {
    message: `Trang ${quoteValue(table.sheet.name)} có ${formatInteger(count)} dòng không phải ${spec.noun} nào trong biểu mẫu, chỉ ${MOST_STRANGERS} dòng đầu được nêu riêng, nội dung các dòng này không được tính`,
    hint: 'Kiểm tra có dùng đúng biểu mẫu không; nội dung ngoài biểu mẫu thì bỏ ra khỏi bảng',
    location: { kind: 'sheet', file, sheet: table.sheet.name },
    facts: { rowCount: count },
  });
}

/** One finding at each of the first rows, so that none of them counts: which one is meant, only the unit can say. */
function repeated<Id extends string>(
  file: string,
  { table }: SheetTable<Id>,
  spec: RowSpec<Id>,
  { id, code }: Entry,
  row: number,
  all: readonly number[],
): Diagnostic {
  const numbers = listWords(
    all.map((one) => String(one + 1)),
    'dòng',
  );
  const others = all.slice(0, MOST_LISTED).filter((one) => one !== row);
  return problem('row-repeated', {
    message: `Có ${formatInteger(all.length)} dòng cùng ghi cho ${spec.noun} ${code} (dòng ${numbers}), không rõ dòng nào đúng nên không tính dòng nào`,
    hint: `Xóa dòng thừa, chỉ giữ một dòng đúng cho ${spec.noun} ${code}`,
    location: { kind: 'cell', ref: mainRef(file, table, row, spec) },
    related: others.map((one) => ({
      location: { kind: 'cell', ref: mainRef(file, table, one, spec) },
      note: `dòng khác của ${spec.noun} ${code}`,
    })),
    facts: { [spec.fact]: id, row: row + 1 },
  });
}

function notAssigned<Id extends string>(
  file: string,
  table: Table<Id>,
  spec: RowSpec<Id>,
  { id, code }: Entry,
  row: number,
): Diagnostic {
  return problem(spec.notAssigned, {
    message: `Dòng của ${spec.noun} ${code} có nội dung nhưng ${spec.noun} này không giao cho đơn vị, nội dung không được tính`,
    hint: `Bỏ dòng ${row + 1}, hoặc dùng đúng biểu mẫu xã đã gửi cho đơn vị mình`,
    location: { kind: 'cell', ref: rowRef(file, table, row, [spec.code, spec.title]) },
    facts: { [spec.fact]: id },
  });
}

/** The one entry whose code or title looks like the text; undefined when none does, or several share it. */
function likeness<Id extends string>(
  text: string,
  words: readonly string[],
  { fact }: RowSpec<Id>,
  lacking: readonly Entry[],
): Likeness | undefined {
  const wording = closest(text, words);
  const meant = lacking.filter(({ code, titles }) => wording !== undefined && [code, ...titles].includes(wording));
  const [entry, ...others] = meant;
  if (wording === undefined || entry === undefined || others.length > 0) return undefined;
  return { wording, kind: fact, code: entry.code };
}

/** Only what the file lacks can have been meant: codes of rows that are there differ by one letter, too. */
function unknown<Id extends string>(
  file: string,
  table: Table<Id>,
  spec: RowSpec<Id>,
  { row, column, text }: StrangeRow,
  lacking: readonly Entry[],
): Diagnostic {
  const bare = withoutOrdinal(text);
  const isAlike = (word: string): boolean => Math.abs(word.length - bare.length) <= bare.length / 3 + 2;
  const words =
    bare.length > LONGEST_NAME ? [] : lacking.flatMap(({ code, titles }) => [code, ...titles]).filter(isAlike);
  const suggestion = suggestConfirmation(text, likeness(bare, words, spec, lacking));
  return problem(spec.unknown, {
    message: `Dòng ${quoteValue(text)} không phải ${spec.noun} nào trong biểu mẫu, nội dung không được tính${didYouMean(bare, words)}`,
    hint: `Sửa mã hoặc tên ở dòng ${row + 1} cho đúng như trong biểu mẫu; nội dung ngoài biểu mẫu thì ghi thêm vào cột kết quả hoặc ghi chú của dòng gần nhất${suggestion.hint}`,
    location: { kind: 'cell', ref: refOf(file, table.sheet, row, column) },
    facts: suggestion.facts,
  });
}
