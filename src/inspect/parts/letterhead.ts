import { searchKey } from '../../vi/text.ts';
import { isTypedRule, isUpperCase, visibleRuns, type Line } from './lines.ts';
import type { Letterhead } from './parts.ts';
import { beginsBody, beginsPlace, meansMotto, meansNationalName, urgencyNamed } from './words.ts';

/** Whether a line is the number of the document: `Số: 15/BC-UBND`, blank or not. */
export function isNumber({ text }: Line): boolean {
  // A separate file of an appendix bears `Số: …; ngày/tháng/năm; giờ` of its signature, which is none.
  return /^số\s*[:.]?[\s\d….,_]*(?:\/|$|(?<=\d\s*)[-–])/iu.test(text) && !text.includes(';');
}

/** Whether a line is place and date: `Tịnh Khê, ngày 05 tháng 3 năm 2026`. */
export function isDate({ text }: Line): boolean {
  if (text.length > 120 || /;|^\(/u.test(text)) return false;
  return (
    /(?:^|[\s,….])ngay\b.*\bthang\b.*\bnam\b/u.test(searchKey(text)) ||
    /,\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$/iu.test(text)
  );
}

/** Whether a line begins what a dispatch is about. */
export function isSubject({ text }: Line): boolean {
  return /^(?:v\s*\/\s*v|về việc)(?:\P{L}|$)/iu.test(text);
}

function isBold(line: Line): boolean {
  const runs = visibleRuns(line);
  return runs.length > 0 && runs.every(({ look }) => look.isBold);
}

/** Where another body begins: at a word for one, or where bold letters begin that name no mere place. */
function beginsNext(line: Line, before: Line): boolean {
  return beginsBody(line.text) || (!isBold(before) && isBold(line) && !beginsPlace(line.text));
}

/** The lines of the names left above: the last body issues the document, those before it are its superiors. */
function bodiesOf(lines: readonly Line[]): Pick<Letterhead, 'superior' | 'issuer'> {
  let from = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && beginsNext(line, before)) from = index;
  });
  return { superior: lines.slice(0, from), issuer: lines.slice(from) };
}

/** A date or a stamp of urgency, which may stand below the subject. */
function isOther(line: Line): boolean {
  return isDate(line) || urgencyNamed(line.text) !== undefined;
}

/** What goes on with the subject of a dispatch: lines below it in the same cell, box or flow. */
function subjectLines(lines: readonly Line[], from: number): readonly Line[] {
  const first = lines[from];
  if (first === undefined) return [];
  const found: Line[] = [];
  for (const line of lines.slice(from)) {
    const { paragraph } = line;
    const isSame = JSON.stringify(paragraph.place) === JSON.stringify(first.paragraph.place);
    if (line.text === '' || !isSame || line.side !== first.side || (found.length > 0 && isOther(line))) break;
    found.push(line);
  }
  return found;
}

/** Finds the parts of a letterhead among the lines above the title. */
export function letterheadIn(lines: readonly Line[]): Letterhead {
  const nationalName = lines.find(({ text }) => meansNationalName(text));
  const motto = lines.find(({ text }) => meansMotto(text));
  const number = lines.find(isNumber);
  const date = lines.find(isDate);
  const urgency = lines.find(({ text }) => urgencyNamed(text) !== undefined);
  const subjectAt = lines.findIndex(isSubject);
  const subject = subjectAt === -1 ? [] : subjectLines(lines, subjectAt);
  const known = new Set([nationalName, motto, number, date, urgency, ...subject]);
  const end = number === undefined ? lines.length : lines.indexOf(number);
  const hasColumns = nationalName?.side === 'right';
  const names = lines.slice(0, end).filter((line) => {
    if (line.text === '' || known.has(line) || isTypedRule(line)) return false;
    if (hasColumns && line.side === 'right') return false;
    return /\p{L}/u.test(line.text) && (isUpperCase(line) || beginsBody(line.text));
  });
  const isHead = nationalName !== undefined || motto !== undefined || number !== undefined;
  return { lines, nationalName, motto, number, date, subject, urgency, ...bodiesOf(isHead ? names : []) };
}
