import { isPreviousRoundHeading } from './earlier-headings.ts';
import type { Table } from './locate-table.ts';

/** The column of the table with the numbers of the round before (kỳ trước); undefined when there is none, or more than one. */
export function previousColumn<Id extends string>({
  sheet,
  headerRow,
  firstRow,
  columns,
  area,
}: Table<Id>): number | undefined {
  const used = new Set(columns.values());
  const found = new Set<number>();
  for (let row = headerRow; row < firstRow; row++) {
    for (const [column, { value }] of sheet.rows.get(row) ?? []) {
      const isOutside = used.has(column) || column < area.left || column > area.right;
      if (!isOutside && value.kind === 'text' && isPreviousRoundHeading(value.text)) found.add(column);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
