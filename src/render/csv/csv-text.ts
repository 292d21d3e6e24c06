import { oneLine } from '../clean-text.ts';

/** What a spreadsheet may take for the start of a formula or a command, also in its full-width form. */
const FORMULA_START = /^[=+\-@＝＋－＠]/u;

/** A cell of a CSV file; undefined is an empty one. */
export type CsvCell = string | number | undefined;

/** A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front. */
function plainText(text: string): string {
  const line = oneLine(text);
  return FORMULA_START.test(line) ? `'${line}` : line;
}

function field(cell: CsvCell): string {
  if (cell === undefined) return '';
  const text = typeof cell === 'number' ? String(cell) : plainText(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

/**
 * Rows as CSV (RFC 4180): commas, CRLF, quotation marks where they are needed; with a byte order mark, without which Excel
 * takes Vietnamese for another encoding. Numbers stay numbers, texts never become formulas.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
