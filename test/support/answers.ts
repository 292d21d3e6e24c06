import type { Answer, Located } from '../../src/model/located.ts';
import type { PlainDate } from '../../src/model/plain-date.ts';
import { parsePlainDate } from '../../src/model/plain-date.ts';
import type { CellRef } from '../../src/model/workbook.ts';

/** A day from `YYYY-MM-DD`; a day that does not exist is a fault of the test. */
export function date(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new Error(`no such day: ${text}`);
  return day;
}

/** A cell; by default one of the sample unit's file. */
export function aRef(address = 'D5', sheet = 'Chỉ tiêu', file = 'TH01.xlsx'): CellRef {
  return { file, sheet, address };
}

/** A value that knows its cell. */
export function located<T>(value: T, ref: CellRef = aRef()): Located<T> {
  return { value, raw: String(value), ref };
}

/** A field that was filled in properly. */
export function value<T>(content: T, ref: CellRef = aRef()): Answer<T> {
  return { kind: 'value', ...located(content, ref) };
}

/** A field that was left blank. */
export function blank(ref: CellRef = aRef()): Answer<never> {
  return { kind: 'absent', mark: 'blank', ref };
}

/** A field with a dash: “none to tell”, not zero. */
export function dash(ref: CellRef = aRef()): Answer<never> {
  return { kind: 'absent', mark: 'dash', ref };
}

/** A field that the file does not even have a cell for. */
export const noCell: Answer<never> = { kind: 'absent', mark: 'blank', ref: undefined };

/** A field with something unreadable, which the parser has already reported. */
export function invalid(raw = 'khoảng một nghìn', ref: CellRef = aRef()): Answer<never> {
  return { kind: 'invalid', raw, ref };
}

/** The same answer in another cell; an answer without a cell stays without one. */
export function movedTo<T>(answer: Answer<T>, ref: CellRef): Answer<T> {
  return answer.ref === undefined ? answer : { ...answer, ref };
}
