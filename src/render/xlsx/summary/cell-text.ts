import { cleanText } from '../../clean-text.ts';

/** The most characters a cell can hold. */
const LONGEST = 32_767;

/**
 * Any text as a cell may hold it: cleaned, not too long, and `_x0041_`, which is how a workbook writes a character by its
 * number, escaped.
 */
export function cellText(text: string): string {
  const cleaned = cleanText(text);
  const kept =
    cleaned.length > LONGEST
      ? `${cleaned
          .slice(0, LONGEST - 1)
          .toWellFormed()
          .replace(/\ufffd$/u, '')}…`
      : cleaned;
  return kept.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}

/** Whether a spreadsheet, in whatever language, would take the cleaned text for a formula if somebody typed it. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/u.test(text);
}
