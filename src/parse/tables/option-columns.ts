import { cellAt } from '../../model/workbook.ts';
import type { Table } from './locate-table.ts';

/** The lowest text over that column in the table's headings; undefined when there is none. */
function headingOver({ sheet, headerRow, firstRow }: Table<string>, column: number): string | undefined {
  for (let row = firstRow - 1; row >= headerRow; row--) {
    const value = cellAt(sheet, row, column)?.value;
    if (value?.kind === 'text') return value.text;
  }
  return undefined;
}

/**
 * The table with the columns of that heading as one for each answer, to be ticked (`Đã làm | Đang làm | Chưa làm`), if every one
 * of them is headed by another answer; otherwise the table as it is. `optionOf` tells the answer that a heading stands for.
 */
export function withOptions<Id extends string>(
  table: Table<Id>,
  id: Id,
  optionOf: (heading: string) => string | undefined,
): Table<Id> {
  const first = table.columns.get(id);
  if (first === undefined) return table;
  const again = table.repeated.flatMap((one) => (one.id === id ? [one.column] : []));
  const columns = [...new Set([...(table.spans.get(id) ?? [first]), ...again])].sort((a, b) => a - b);
  const options = new Map<number, string>();
  for (const column of columns) {
    const heading = headingOver(table, column);
    const option = heading === undefined ? undefined : optionOf(heading);
    if (option !== undefined && ![...options.values()].includes(option)) options.set(column, option);
  }
  if (options.size < columns.length) return table;
  return {
    ...table,
    spans: new Map([...table.spans, [id, columns]]),
    repeated: table.repeated.filter((one) => one.id !== id),
    options: { id, columns: options },
  };
}
