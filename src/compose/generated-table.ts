import type { Block, HeaderCell, TableColumn, TableRow } from '../model/document.ts';
import type { ReportModel } from '../model/report.ts';
import type { UnitNames } from './unit-names.ts';

/** A table that the wording can ask for with `{% table "name" %}`; one plug-in file in blocks/. */
export interface GeneratedTable {
  readonly name: string;
  /** What `of:` may name; without `of:` the table is made for each of them. Undefined: the table takes no `of:`. */
  readonly subjects?: (model: ReportModel) => readonly string[];
  /** Table and notes; nothing when there is nothing to show. `subject` is '' when the table takes none. */
  readonly compose: (model: ReportModel, names: UnitNames, subject: string) => readonly Block[];
}

/** A column with its heading. */
export interface Column extends TableColumn {
  readonly heading: string;
}

/** A column of words. */
export function words(heading: string, width: number): Column {
  return { heading, width, align: 'left' };
}

/** A column of short marks and dates. */
export function marks(heading: string, width: number): Column {
  return { heading, width, align: 'center' };
}

/** A column of numbers. */
export function figures(heading: string, width: number): Column {
  return { heading, width, align: 'right' };
}

/** The running number of the row. */
export const ROW_NUMBER: Column = marks('STT', 6);

/** A table with one row of headings; no block when it has no row. */
export function tableOf(columns: readonly Column[], rows: readonly TableRow[]): readonly Block[] {
  if (rows.length === 0) return [];
  const header = columns.map(({ heading }): HeaderCell => ({ text: heading, columnSpan: 1, rowSpan: 1 }));
  return [{ kind: 'table', columns: columns.map(({ width, align }) => ({ width, align })), header: [header], rows }];
}

/** An ordinary row. */
export function plainRow(cells: readonly string[]): TableRow {
  return { cells, emphasis: 'plain' };
}

/** Rows numbered from 1 in their first column. */
export function numberedRows(rows: readonly (readonly string[])[]): readonly TableRow[] {
  return rows.map((cells, index) => plainRow([String(index + 1), ...cells]));
}

/** A remark under the table. */
export function noteOf(text: string): Block {
  return { kind: 'note', inlines: [{ text, style: 'plain' }] };
}
