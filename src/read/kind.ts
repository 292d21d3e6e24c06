import type { LimitId } from './limits.ts';

/** The kinds of file that hold a table and can be read. `xlsx` is any OOXML workbook (.xlsx, .xlsm, .xltx …). */
export type WorkbookKind = 'csv' | 'fods' | 'html' | 'ods' | 'spreadsheet-xml' | 'xls' | 'xlsb' | 'xlsx';

/** What else a file can turn out to be, or what stops the reading of a table. */
export type RefusedKind =
  | 'archive'
  | 'damaged'
  | 'empty'
  | 'encrypted'
  | 'link'
  | 'mail'
  | 'numbers'
  | 'old-excel'
  | 'out-of-memory'
  | 'pdf'
  | 'picture'
  | 'presentation'
  | 'program'
  | 'text'
  | 'text-encoding'
  | 'too-large'
  | 'too-slow'
  | 'unknown'
  | 'web-archive'
  | 'web-page'
  | 'word'
  | 'xml';

export type FileKind = WorkbookKind | RefusedKind;

/** What the bytes are. */
export interface Identified {
  readonly kind: FileKind;
  /** With `too-large`: the limit that was passed, and the number found. */
  readonly limit?: { readonly id: LimitId; readonly found: number };
}

const WORKBOOK_KINDS: ReadonlySet<string> = new Set<WorkbookKind>([
  'csv',
  'fods',
  'html',
  'ods',
  'spreadsheet-xml',
  'xls',
  'xlsb',
  'xlsx',
]);

/** Whether the kind holds a table. */
export function isWorkbookKind(kind: FileKind): kind is WorkbookKind {
  return WORKBOOK_KINDS.has(kind);
}
