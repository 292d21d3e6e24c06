import type { Table } from '../../model/document.ts';
import { cleanText } from '../clean-text.ts';
import { headerGrid } from '../header-grid.ts';
import { measureText } from './measure.ts';

/** How a table is set: its width, the size of its type, and the room left and right in each cell (twips, points, twips). */
export interface TableMeasures {
  readonly width: number;
  readonly size: number;
  readonly padding: number;
}

/** A word longer than this is cut at the cell's edge anyway; it must not push the other columns away. */
const LONGEST_WORD = 16;

function longestWord(texts: readonly string[]): string {
  let longest = '';
  for (const text of texts) {
    if (text.length <= longest.length) continue; // most cells of a column of figures
    for (const [word] of cleanText(text).matchAll(/\S+/gu)) {
      if (word.length > longest.length) longest = word;
    }
  }
  return longest.slice(0, LONGEST_WORD);
}

/** The headings above one column alone. */
function headingsOf(table: Table, index: number): readonly string[] {
  return headerGrid(table.header, table.columns.length).flatMap((squares) => {
    const square = squares[index];
    return square?.kind === 'heading' && square.columnSpan === 1 ? [square.text] : [];
  });
}

/** What each column needs so that the longest word or figure of its cells and headings stays whole, in twips. */
function leastWidths(table: Table, { size, padding }: TableMeasures): readonly number[] {
  const rows = table.rows.filter((row) => row.emphasis !== 'band');
  const words = table.columns.map((_column, index) =>
    longestWord([...headingsOf(table, index), ...rows.map((row) => row.cells[index] ?? '')]),
  );
  // Bold, because totals are, and a little is wider than needed never hurts.
  const style = { size, bold: true };
  return words.map((text) => measureText({ text, style }) + 2 * padding + 20);
}

/** Shares of a whole as whole numbers that add up to it. */
function distribute(whole: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  let given = 0;
  let passed = 0;
  return shares.map((share) => {
    passed += share;
    const upTo = Math.round((whole * passed) / sum);
    const width = upTo - given;
    given = upTo;
    return width;
  });
}

/**
 * The widths of a table's columns in twips, together exactly its width: by the columns' shares, but a column too narrow for
 * its longest word takes what it lacks from the others.
 */
export function columnWidths(table: Table, measures: TableMeasures): readonly number[] {
  const shares = table.columns.map(({ width }) => (Number.isFinite(width) && width > 0 ? width : 1));
  const wanted = distribute(measures.width, shares);
  const least = leastWidths(table, measures);
  const lacking = wanted.map((width, index) => Math.max(0, (least[index] ?? 0) - width));
  const spare = wanted.map((width, index) => Math.max(0, width - (least[index] ?? 0)));
  const missing = lacking.reduce((sum, width) => sum + width, 0);
  const available = spare.reduce((sum, width) => sum + width, 0);
  if (missing === 0 || missing > available) return wanted;
  const kept = 1 - missing / available;
  return distribute(
    measures.width,
    wanted.map((_width, index) => {
      const floor = Math.min(wanted[index] ?? 0, least[index] ?? 0);
      return floor + (lacking[index] ?? 0) + (spare[index] ?? 0) * kept;
    }),
  );
}
