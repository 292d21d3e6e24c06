import type { Table } from '../../model/document.ts';
import { oneLine } from '../clean-text.ts';
import type { TableMeasures } from './column-widths.ts';
import { countLines } from './measure.ts';

/** The lines of all rows but the bands: of each row those of its highest cell. */
function linesOfRows(table: Table, widths: readonly number[], { size, padding }: TableMeasures): number {
  const rows = table.rows.filter(({ emphasis }) => emphasis !== 'band');
  const columns = widths.map((width, index) => {
    const inside = width - 2 * padding;
    return rows.map(({ cells, emphasis }) => {
      const style = { size, bold: emphasis === 'total' };
      return countLines({ text: oneLine(cells[index] ?? ''), style }, inside);
    });
  });
  return rows.reduce((sum, _row, row) => sum + Math.max(1, ...columns.map((counts) => counts[row] ?? 1)), 0);
}

/**
 * Whether the rows of a table take at most `most` lines, headings not counted. Rows alone say too little: ten rows of reasons can
 * fill a page.
 */
export function isShort(table: Table, widths: readonly number[], most: number, measures: TableMeasures): boolean {
  if (table.rows.length > most) return false; // nothing to measure
  const bands = table.rows.filter(({ emphasis }) => emphasis === 'band').length;
  return bands + linesOfRows(table, widths, measures) <= most;
}
