/** What a text file may call the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/**
 * What must not reach a document: controls and characters XML cannot carry (U+FFFE makes Word refuse the file), the rest of
 * a broken surrogate pair (`toWellFormed` turns it into U+FFFD), and invisible marks that turn or hide text.
 */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** Any text as a document may hold it: NFC, lines ended by `\n`, a tab as a blank, nothing invisible. Runs of blanks stay. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(LINE_END, '\n').replace(/\t/gu, ' ').replace(FORBIDDEN, '');
}

/** The lines of a cleaned text; always at least one. */
export function linesOf(text: string): readonly string[] {
  return cleanText(text).split('\n');
}

/** A cleaned text on one line, for titles and names. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ').trim();
}
