import type { Sheet } from '../model/workbook.ts';
import type { RefusedKind, WorkbookKind } from './kind.ts';
import type { LimitId } from './limits.ts';

/** What a workbook carries beside its cells; never followed or run, only mentioned. */
export type Extra = 'embedded-objects' | 'external-links' | 'macros';

/** The sheets in the file's order. */
export interface Contents {
  readonly sheets: readonly Sheet[];
  readonly extras: readonly Extra[];
  /** The old code page in which a text file was saved; absent for Unicode. */
  readonly codePage?: 'windows-1258';
}

/** Why a file cannot be had. */
export interface Refused {
  readonly kind: RefusedKind;
  /** The limit that was passed, with the number found as far as it was counted. */
  readonly limit?: { readonly id: LimitId; readonly found: number };
  /** The sheet whose data is missing or damaged. */
  readonly sheet?: string;
}

/** A way to read some kinds of spreadsheet (định dạng tệp đầu vào). One format is one file in formats/. */
export interface Format {
  readonly kinds: readonly WorkbookKind[];
  /** Never throws. */
  readonly read: (bytes: Uint8Array, kind: WorkbookKind) => Contents | Refused;
}

/** Whether the reader gave up. */
export function isRefused(result: Contents | Refused): result is Refused {
  return 'kind' in result;
}
