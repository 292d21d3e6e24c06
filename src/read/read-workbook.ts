import { diagnosticOf, type Outcome } from '../model/diagnostic.ts';
import type { Workbook } from '../model/workbook.ts';
import { isRefused } from './format.ts';
import { FORMATS } from './formats/index.ts';
import { isWorkbookKind, kindOf, type RefusedKind } from './kind.ts';
import { LIMITS } from './limits.ts';
import { FILE_UNREADABLE } from './problems.ts';
import { refusalOf } from './refusal.ts';

function refuse(kind: RefusedKind, file: string): Outcome<undefined> {
  return { value: undefined, diagnostics: [diagnosticOf(FILE_UNREADABLE, refusalOf(kind, file))] };
}

/**
 * Reads a spreadsheet that is in memory. `file` is the name that findings and cell addresses carry. What the file is
 * comes from its bytes; whatever cannot be read is a finding, and then there is no value. Never throws.
 */
export function readWorkbook(bytes: Uint8Array, file: string): Outcome<Workbook | undefined> {
  const name = file.normalize('NFC');
  if (bytes.length > LIMITS.fileBytes) return refuse('too-large', name);
  const kind = kindOf(bytes);
  if (!isWorkbookKind(kind)) return refuse(kind, name);
  const format = FORMATS.find(({ kinds }) => kinds.includes(kind));
  const contents = format?.read(bytes, kind) ?? { kind: 'unknown' };
  if (isRefused(contents)) return refuse(contents.kind, name);
  return { value: { file: name, sheets: contents.sheets }, diagnostics: [] };
}
