import { oneLine } from './clean-text.ts';

/** Quốc hiệu (C1). */
export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

/** Tiêu ngữ (C2): hyphens with blanks around them. */
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

export const ADDRESSEES_LABEL = 'Kính gửi:';
export const RECIPIENTS_LABEL = 'Nơi nhận:';

/** Dots where the clerk still has to fill in a name. */
export const DOTS = '……………………';

/** Upper case as Vietnamese writes it. */
export function upperCase(text: string): string {
  return oneLine(text).toLocaleUpperCase('vi');
}

/** `Số:`, room for the number given at signing, and the symbol (C5). */
export function numberLine(symbol: string, room: string): string {
  const written = oneLine(symbol);
  return `Số:${room}${written === '' ? `/${DOTS}` : written}`;
}

/** Place and date (C6): day and month are given at signing, so they stay open. */
export function dateLine(place: string, year: number, room: string): string {
  const written = oneLine(place);
  return `${written === '' ? DOTS : written}, ngày${room}tháng${room}năm ${year}`;
}

/**
 * A list as C14 and C16 want it: `;` at the end of each entry, `.` after the last. Marks the entries already have are replaced;
 * blank entries fall out; no entry at all gives one of dots.
 */
export function listEntries(entries: readonly string[]): readonly string[] {
  const names = entries.map((entry) => oneLine(entry).replace(/[\s;.,]+$/u, '')).filter((name) => name !== '');
  if (names.length === 0) return [`${DOTS}.`];
  return names.map((name, index) => `${name}${index === names.length - 1 ? '.' : ';'}`);
}

/** The reference line of an appendix stands in parentheses, whether or not the text already does. */
export function referenceLine(reference: string): string {
  const written = oneLine(reference);
  return written === '' || written.startsWith('(') ? written : `(${written})`;
}

/** `V/v …`: the subject of a công văn (C8b). */
export function subjectLine(subject: string): string {
  return `V/v ${subject}`;
}
