import type { Adjustment } from './adjustment.ts';
import type { CarriedOver } from './carried-over.ts';
import type { CellRef } from './workbook.ts';

/** A value that knows its cell and the raw text it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly raw: string;
  readonly ref: CellRef;
  /** Why `value` is not what stands in the cell; undefined when it is. */
  readonly adjustment?: Adjustment;
  /** Where `value` comes from when the cell says “giữ nguyên”; undefined when it says the value itself. */
  readonly carriedOver?: CarriedOver;
}

/**
 * What stands in a field of a unit's report. A blank, a dash and a zero are three different things: the first two are
 * `absent`, the third is a `value`. `invalid` has already been reported by the parser and is never a value.
 */
export type Answer<T> =
  | ({ readonly kind: 'value' } & Located<T>)
  /** `ref` is where the value was expected; undefined when the form has no such cell. */
  | { readonly kind: 'absent'; readonly mark: 'blank' | 'dash'; readonly ref: CellRef | undefined }
  | { readonly kind: 'invalid'; readonly raw: string; readonly ref: CellRef };

/** The value, or undefined when there is none to use. */
export function valueOf<T>(answer: Answer<T>): T | undefined {
  return answer.kind === 'value' ? answer.value : undefined;
}
