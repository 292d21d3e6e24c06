import type { CellValue } from '../model/workbook.ts';
import { mayBeMisread } from '../vi/misread-utf8.ts';
import { isTidy, normalizeRawLines, normalizeRawText } from '../vi/text.ts';
import { LIMITS } from './limits.ts';

/** A longer name of a sheet is none; findings quote it. */
const LONGEST_NAME = 255;

/** No letter carries more marks (UAX #15, stream-safe text); to put thousands in order takes the square of their number. */
const PILED_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * The value of a cell with that text, undefined when it is blank: as long as a cell can be, NFC, no characters that cannot be
 * seen, blanks collapsed, lines kept. Soft hyphens stay: `convertLegacyText` knows whether they are letters. A text that may be
 * misread UTF-8, whose blanks and controls are parts of letters then, stays as it comes until `convertMisreadText` has looked. The
 * one rule for all formats.
 */
export function textValue(text: string): CellValue | undefined {
  if (text === '') return undefined; // millions of fields of a text file are
  const short = text.length > LIMITS.textLength ? text.slice(0, LIMITS.textLength) : text;
  if (isTidy(short)) return { kind: 'text', text: short };
  const bounded = short.replace(PILED_MARKS, '$1');
  const clean = mayBeMisread(bounded) ? bounded : normalizeRawLines(bounded);
  return clean === '' ? undefined : { kind: 'text', text: clean };
}

/** The name of a sheet by the same rule, on one line. */
export function sheetName(name: string): string {
  const short = name.slice(0, LONGEST_NAME);
  return mayBeMisread(short) ? short : normalizeRawText(short);
}
