import type { Diagnostic } from '../model/diagnostic.ts';
import type { Form, FormColumn, FormSheetId } from '../model/directive.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { closest } from '../vi/suggest.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { likelySheets, namedSheet, namesOf, refOf } from './form-sheets.ts';
import { quotedHeading } from './heading-words.ts';
import { headingKeys, locateTable, type Table } from './locate-table.ts';
import { problem } from './problems.ts';

/** A table of the form: its sheet, its columns, and what it cannot do without. */
export interface TableSpec<Id extends string> {
  readonly sheetId: FormSheetId;
  readonly columns: readonly FormColumn<Id>[];
  /** One of these must be there to know what a row is about. */
  readonly identity: readonly Id[];
  /** The column that the table is there for. */
  readonly main: Id;
  /** Columns whose absence loses what the unit wrote. */
  readonly optional: readonly Id[];
}

/** The table with the findings about its headings. Only a table on a sheet of another name needs a known row. */
export function findTable<Id extends string>(
  workbook: Workbook,
  form: Form,
  { sheetId, columns, identity, main }: TableSpec<Id>,
  hasKnownRow: (table: Table<Id>) => boolean,
): Table<Id> | undefined {
  const names = namesOf(form, sheetId);
  const named = namedSheet(workbook, names);
  for (const sheet of likelySheets(workbook, names)) {
    const table = locateTable(sheet, columns);
    if (table === undefined) continue;
    const isComplete = table.columns.has(main) && identity.some((id) => table.columns.has(id));
    if (sheet === named || (isComplete && hasKnownRow(table))) return table;
  }
  return undefined;
}

/** A heading of the header row that is not understood and looks like the missing one. */
function similarHeading<Id extends string>(table: Table<Id>, columns: readonly FormColumn<Id>[], id: Id): string {
  const used = new Set(table.columns.values());
  const others = [...(table.sheet.rows.get(table.headerRow) ?? [])].flatMap(([column, { value }]) =>
    value.kind === 'text' && !used.has(column) ? [value.text] : [],
  );
  const words = columns.filter((column) => column.id === id).flatMap(({ heading, aliases }) => [heading, ...aliases]);
  const similar = words.map((word) => closest(word, others)).find((word) => word !== undefined);
  return similar === undefined ? '' : ` (có phải là cột ${quoteValue(similar)}?)`;
}

/** What is wrong with the headings of the table that was found; rows that are known all the same need no heading for that. */
export function headingFindings<Id extends string>(
  file: string,
  table: Table<Id>,
  { columns, identity, main, optional }: TableSpec<Id>,
  hasRows: boolean,
): readonly Diagnostic[] {
  const location = { kind: 'sheet', file, sheet: table.sheet.name } as const;
  const isMissing = (id: Id): boolean => columns.some((column) => column.id === id) && !table.columns.has(id);
  const isNameless = !hasRows && identity.every(isMissing);
  const needed = [...(isNameless ? identity.slice(0, 1) : []), ...(isMissing(main) ? [main] : [])];
  const missing = (id: Id, isNeeded: boolean): Diagnostic =>
    problem(isNeeded ? 'heading-missing' : 'heading-missing-optional', {
      message: `Trang ${quoteValue(table.sheet.name)} không có cột ${quotedHeading(columns, id)}${similarHeading(table, columns, id)}, ${
        isNeeded ? 'cột này bắt buộc phải có' : 'nội dung của cột này không được ghi nhận'
      }`,
      hint: `Sửa lại tên cột ở dòng tiêu đề (dòng ${table.headerRow + 1}) thành ${quotedHeading(columns, id)} như trong biểu mẫu`,
      location,
      facts: { column: id },
    });
  return [
    ...needed.map((id) => missing(id, true)),
    ...optional.filter(isMissing).map((id) => missing(id, false)),
    ...table.repeated.map(({ id, row, column }) =>
      problem('heading-repeated', {
        message: `Cột ${quotedHeading(columns, id)} xuất hiện lần thứ hai, chỉ cột đầu tiên được dùng`,
        hint: 'Xóa cột thừa, hoặc đặt cho cột thứ hai một tên khác',
        location: { kind: 'cell', ref: refOf(file, table.sheet, row, column) },
        facts: { column: id },
      }),
    ),
  ];
}

/** The finding about a table that is nowhere in the file. */
export function sheetMissing(
  workbook: Workbook,
  form: Form,
  { sheetId, columns, identity, main }: TableSpec<string>,
): Diagnostic {
  const [name = ''] = namesOf(form, sheetId);
  const named: Sheet | undefined = namedSheet(workbook, namesOf(form, sheetId));
  const headings = joinWords([...identity.slice(0, 1), main].map((id) => quotedHeading(columns, id)));
  return problem('sheet-missing', {
    message:
      named === undefined
        ? `Tệp không có trang “${name}” và không trang nào có bảng với các cột ${headings}`
        : `Trang ${quoteValue(named.name)} không có dòng tiêu đề với các cột ${headings}`,
    hint: `Chép lại trang “${name}” từ biểu mẫu xã đã gửi, giữ nguyên dòng tiêu đề, rồi điền và gửi lại`,
    location: { kind: 'sheet', file: workbook.file, sheet: named?.name ?? name },
    facts: { sheet: sheetId },
  });
}

/** Keys of all headings of the form's tables. */
export function formHeadingKeys({ taskColumns, indicatorColumns }: Form): ReadonlySet<string> {
  return new Set([...headingKeys(taskColumns), ...headingKeys(indicatorColumns)]);
}
