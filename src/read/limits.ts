import { ZIP_LIMITS } from '../opc/limits.ts';

/** What a spreadsheet may hold before the program refuses to read it; persons' forms stay far below every one of these. */
export const LIMITS = {
  ...ZIP_LIMITS,
  /** Bytes of the file as it lies on the disk. */
  fileBytes: 30 * 1024 * 1024,
  /** Bytes of a text with separators (.csv); a form is a hundredth of that. */
  textFileBytes: 4 * 1024 * 1024,
  /** Bytes of a web page with tables (.html, often called .xls). */
  webPageBytes: 8 * 1024 * 1024,
  sheets: 200,
  /** Rows that hold something, of all sheets together; so with cells and merges. Empty and merely formatted ones are not counted. */
  rows: 200_000,
  cells: 400_000,
  merges: 20_000,
  /** Texts in the workbook's table of shared strings. */
  sharedStrings: 400_000,
  /** Bytes of that table in an .xls file: its library looks through all pieces of it for every letter. */
  sharedStringBytes: 4 * 1024 * 1024,
  /** Fonts, number formats and cell formats together. */
  styles: 200_000,
  /** Excel's own limit for the text of a cell, in UTF-16 units. */
  textLength: 32_767,
  /** UTF-16 units of the texts of all cells together. A text that many cells share counts in each: whoever looks for meaning reads it again and again. */
  textTotal: 8 * 1024 * 1024,
} as const;

/** The name of a limit. */
export type LimitId = keyof typeof LIMITS;
