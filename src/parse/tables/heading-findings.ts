import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FormColumn } from '../../model/directive.ts';
import { columnName } from '../../model/workbook.ts';
import { closest } from '../../vi/suggest.ts';
import { joinWords, matchKey, quoteValue } from '../../vi/text.ts';
import { suggestConfirmation } from '../confirmable.ts';
import { refOf } from '../form/form-sheets.ts';
import { isEarlierHeading } from './earlier-headings.ts';
import { quotedHeading } from './heading-words.ts';
import { listWords } from './listed-words.ts';
import type { Table } from './locate-table.ts';
import { withoutOrdinal } from './ordinals.ts';
import { problem } from '../problems.ts';
import type { TableRows } from './table-rows.ts';
import type { TableSpec } from './table-spec.ts';

/** Longer texts are no headings that somebody misspelt; in characters. */
const LONGEST_HEADING = 80;
/** The heading over numbers of rows. */
const ORDINALS = /^(?:số thứ tự|stt|s\.t\.t|tt)\.?$/iu;

/** The headings of the table that are not understood, without numbers in front; those of earlier rounds need not be. */
function unknownHeadings<Id extends string>({
  sheet,
  headerRow,
  firstRow,
  columns,
  spans,
  repeated,
  area,
}: Table<Id>): readonly string[] {
  const used = new Set([...columns.values(), ...[...spans.values()].flat(), ...repeated.map(({ column }) => column)]);
  const others: string[] = [];
  for (let row = headerRow; row < firstRow; row++) {
    for (const [column, { value }] of sheet.rows.get(row) ?? []) {
      const isOutside = used.has(column) || column < area.left || column > area.right;
      if (isOutside || value.kind !== 'text' || value.text.length > LONGEST_HEADING) continue;
      if (!isEarlierHeading(value.text)) others.push(withoutOrdinal(value.text));
    }
  }
  return [...new Set(others)];
}

/** A heading that is not understood and looks like the missing one. */
interface Similar {
  readonly text: string;
  readonly wording: string;
  /** It only begins with the words of the missing one (`Số liệu tháng 10`): of another month, or of what was planned. */
  readonly isLonger: boolean;
}

/** The one heading that looks like the missing one; undefined when there is none, or several could be meant. */
function similarHeading<Id extends string>(
  others: readonly string[],
  specs: readonly FormColumn<Id>[],
  id: Id,
): Similar | undefined {
  const words = specs.filter((column) => column.id === id).flatMap(({ heading, aliases }) => [heading, ...aliases]);
  const longer = words.flatMap((wording) =>
    others
      .filter((other) => matchKey(other).startsWith(`${matchKey(wording)} `))
      .map((text) => ({ text, wording, isLonger: true })),
  );
  const alike = words.flatMap((wording) => {
    const text = closest(wording, others);
    return text === undefined ? [] : [{ text, wording, isLonger: longer.some((one) => one.text === text) }];
  });
  const found = [...alike, ...longer];
  const texts = new Set(found.map(({ text }) => text));
  return longer.length > 0 && (texts.size > 1 || hasRivalWords(others, longer[0]?.text ?? '')) ? undefined : found[0];
}

/** Whether another heading tells of the same thing at another time (`kỳ này`, `lũy kế`, `tháng 9`). */
function hasRivalWords(others: readonly string[], text: string): boolean {
  return others.some(
    (other) => other !== text && /(?<!\p{L})(?:kỳ|tháng|quý|lũy kế|kế hoạch)(?!\p{L})/u.test(matchKey(other)),
  );
}

/** The headings that nobody has understood, one of which may be the missing one: only a person can tell. */
function unknownWords(headings: readonly string[]): string {
  const words = headings.filter((heading) => /\p{L}{2}/u.test(heading) && !ORDINALS.test(heading));
  return words.length === 0 ? '' : ` (các cột chưa rõ nghĩa: ${listWords(words.map(quoteValue), 'cột')})`;
}

/** The finding that a column is not there; what looks like it is only suggested. */
function missing<Id extends string>(
  file: string,
  table: Table<Id>,
  columns: readonly FormColumn<Id>[],
  id: Id,
  isNeeded: boolean,
): Diagnostic {
  const others = unknownHeadings(table);
  const similar = similarHeading(others, columns, id);
  const question =
    similar === undefined ? unknownWords(isNeeded ? others : []) : ` (có phải là cột ${quoteValue(similar.text)}?)`;
  const own = columns.find((column) => column.id === id)?.heading ?? '';
  const suggestion = suggestConfirmation(
    similar?.text ?? '',
    similar === undefined || similar.isLonger ? undefined : { wording: similar.wording, kind: 'heading', code: own },
  );
  return problem(isNeeded ? 'heading-missing' : 'heading-missing-optional', {
    message: `Trang ${quoteValue(table.sheet.name)} không có cột ${quotedHeading(columns, id)}${question}, ${
      isNeeded ? 'cột này bắt buộc phải có' : 'nội dung của cột này không được ghi nhận'
    }`,
    hint: `Sửa lại tên cột ở dòng tiêu đề (dòng ${table.headerRow + 1}) thành ${quotedHeading(columns, id)} như trong biểu mẫu${suggestion.hint}`,
    location: { kind: 'sheet', file, sheet: table.sheet.name },
    facts: { column: id, ...suggestion.facts },
  });
}

/** The finding that a column stands there several times with different answers. */
function ambiguous<Id extends string>(
  file: string,
  { table, ambiguous: found }: TableRows<Id>,
  columns: readonly FormColumn<Id>[],
): readonly Diagnostic[] {
  return found.map(({ id, headings, rows }) => {
    const names = joinWords(headings.map(({ column }) => columnName(column)));
    const listed = listWords(
      rows.map((row) => String(row + 1)),
      'dòng',
    );
    const [first, ...others] = headings.map(({ row, column }) => refOf(file, table.sheet, row, column));
    return problem('heading-ambiguous', {
      message: `Có ${headings.length} cột ${quotedHeading(columns, id)} (cột ${names}) ghi khác nhau ở dòng ${listed}, không rõ cột nào đúng nên không tính cột nào`,
      hint: `Chỉ giữ một cột ${quotedHeading(columns, id)} với nội dung của kỳ báo cáo này; đặt tên khác cho cột kia hoặc xóa cột đó`,
      location: first === undefined ? { kind: 'sheet', file, sheet: table.sheet.name } : { kind: 'cell', ref: first },
      related: others.map((ref) => ({ location: { kind: 'cell', ref }, note: 'cột khác cùng tên' })),
      facts: { column: id, rowCount: rows.length },
    });
  });
}

/** What is wrong with the headings of a table that was found; rows that are known all the same need no heading for that. */
export function headingFindings<Id extends string>(
  file: string,
  rows: TableRows<Id>,
  { columns, identity, main, optional }: TableSpec<Id>,
): readonly Diagnostic[] {
  const { table, matches } = rows;
  const isAmbiguous = (id: Id): boolean => rows.ambiguous.some((one) => one.id === id);
  const isMissing = (id: Id): boolean =>
    columns.some((column) => column.id === id) && !table.columns.has(id) && !isAmbiguous(id);
  const isNameless = matches.rows.size === 0 && identity.every(isMissing);
  const needed = [...(isNameless ? identity.slice(0, 1) : []), ...(isMissing(main) ? [main] : [])];
  return [
    ...needed.map((id) => missing(file, table, columns, id, true)),
    ...optional.filter(isMissing).map((id) => missing(file, table, columns, id, false)),
    ...ambiguous(file, rows, columns),
    ...table.repeated
      .filter(({ id }) => !isAmbiguous(id))
      .map(({ id, row, column }) =>
        problem('heading-repeated', {
          message: `Cột ${quotedHeading(columns, id)} xuất hiện lần thứ hai, chỉ cột đầu tiên được dùng`,
          hint: 'Xóa cột thừa, hoặc đặt cho cột thứ hai một tên khác',
          location: { kind: 'cell', ref: refOf(file, table.sheet, row, column) },
          facts: { column: id },
        }),
      ),
  ];
}
