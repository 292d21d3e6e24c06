import type { Sheet } from '../model/workbook.ts';
import type { RefusedKind, WorkbookKind } from './kind.ts';

/** A way to read some kinds of spreadsheet (định dạng tệp đầu vào). One format is one file in formats/. */
export interface Format {
  readonly kinds: readonly WorkbookKind[];
  /** The sheets in the file's order, or why they cannot be had. Never throws. */
  readonly read: (bytes: Uint8Array, kind: WorkbookKind) => readonly Sheet[] | RefusedKind;
}

/** Whether the reader gave up. */
export function isRefused(result: readonly Sheet[] | RefusedKind): result is RefusedKind {
  return typeof result === 'string';
}
