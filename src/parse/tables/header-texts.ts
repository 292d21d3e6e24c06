import type { CellRange, Sheet } from '../../model/workbook.ts';

/** A text in a row that may hold headings, over the columns that its merge covers. */
export interface HeaderText {
  readonly text: string;
  readonly column: number;
  /** The last column it covers. */
  readonly right: number;
  /** The last row it covers. */
  readonly bottom: number;
}

/** One row that may hold headings. */
export interface HeaderLine {
  readonly row: number;
  readonly texts: readonly HeaderText[];
  /** The columns of texts that only rows of answers hold. */
  readonly body: readonly number[];
}

/** A header stands near the top; further down nobody's table begins. Rows that hold nothing are not counted. */
const ROWS_SEARCHED = 2_000;
/** No form is wider, and every text of a header row is compared with every other. */
const TEXTS_IN_ROW = 100;
/** A heading over more columns is a title. */
const WIDEST = 60;

/** The first cell of each merged range of the sheet: `row:column` → the range. */
function mergedCells({ merges }: Sheet): ReadonlyMap<string, CellRange> {
  return new Map(merges.map((range) => [`${range.top}:${range.left}`, range]));
}

/** The sheet's upper rows as far as they hold texts; `isBody` knows the texts that no header holds. */
export function headerLines(sheet: Sheet, isBody: (text: string) => boolean): readonly HeaderLine[] {
  const merged = mergedCells(sheet);
  const lines: HeaderLine[] = [];
  for (const [row, cells] of sheet.rows) {
    if (lines.length === ROWS_SEARCHED) break;
    const texts: HeaderText[] = [];
    for (const [column, { value }] of cells) {
      if (texts.length === TEXTS_IN_ROW) break;
      if (value.kind !== 'text') continue;
      const range = merged.get(`${row}:${column}`);
      const right = Math.min(range?.right ?? column, column + WIDEST);
      texts.push({ text: value.text, column, right, bottom: range?.bottom ?? row });
    }
    if (texts.length > 0) {
      lines.push({ row, texts, body: texts.filter(({ text }) => isBody(text)).map(({ column }) => column) });
    }
  }
  return lines;
}

/**
 * The upper of two header rows with group headings widened over the blank columns beside them that have headings below:
 * what a merge says, if the merges are lost, as in a CSV file.
 */
export function widened({ row, texts, body }: HeaderLine, below: HeaderLine): HeaderLine {
  const starts = new Set(below.texts.map(({ column }) => column));
  const wide = texts.map((text, index) => {
    if (text.right > text.column || text.bottom > row || !starts.has(text.column)) return text;
    const next = texts[index + 1]?.column ?? Infinity;
    let right = text.column;
    while (right + 1 < next && starts.has(right + 1)) right += 1;
    return { ...text, right };
  });
  return { row, texts: wide, body };
}
