/** What a spreadsheet may hold before the program refuses to read it; persons' forms stay far below every one of these. */
export const LIMITS = {
  /** Bytes of the file as it lies on the disk. */
  fileBytes: 30 * 1024 * 1024,
  sheets: 200,
  rows: 200_000,
  cells: 400_000,
  merges: 20_000,
  /** Excel's own limit for the text of a cell, in UTF-16 units. */
  textLength: 32_767,
} as const;

/** The name of a limit. */
export type LimitId = keyof typeof LIMITS;
