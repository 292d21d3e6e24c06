import { diagnosticOf, type Diagnostic, type Finding, type Outcome, type Problem } from '../model/diagnostic.ts';
import type { Workbook } from '../model/workbook.ts';
import { extrasFinding } from './extras.ts';
import { isRefused, type Format, type Refused } from './format.ts';
import { identify } from './identify.ts';
import { isWorkbookKind, type RefusedKind } from './kind.ts';
import { convertLegacyText } from './legacy-text.ts';
import { LIMITS } from './limits.ts';
import { convertMisreadText } from './misread-text.ts';
import { FILE_RENAMED, FILE_UNREADABLE, WORKBOOK_EXTRAS } from './problems.ts';
import { refusalOf } from './refusal.ts';
import { renamedFinding } from './renamed.ts';
import { textExcess } from './text-total.ts';

function refuse(refused: Refused, file: string): Outcome<undefined> {
  return { value: undefined, diagnostics: [diagnosticOf(FILE_UNREADABLE, refusalOf(refused, file))] };
}

/** The finding for a file that could not be read, for whoever ended its reading (`too-slow`, `out-of-memory` …). */
export function refuseFile(kind: RefusedKind, file: string): Outcome<undefined> {
  return refuse({ kind }, file.normalize('NFC'));
}

function found(kind: Problem, finding: Finding | undefined): readonly Diagnostic[] {
  return finding === undefined ? [] : [diagnosticOf(kind, finding)];
}

/**
 * Reads a spreadsheet that is in memory in one of those formats. `file` is the name that findings and cell addresses carry.
 * What the file is comes from its bytes; whatever cannot be read is a finding, and then there is no value. Never throws.
 */
export function readWith(formats: readonly Format[], bytes: Uint8Array, file: string): Outcome<Workbook | undefined> {
  const name = file.normalize('NFC');
  if (bytes.length > LIMITS.fileBytes) {
    return refuse({ kind: 'too-large', limit: { id: 'fileBytes', found: bytes.length } }, name);
  }
  const { kind, limit } = identify(bytes);
  if (!isWorkbookKind(kind)) return refuse(limit === undefined ? { kind } : { kind, limit }, name);
  const format = formats.find(({ kinds }) => kinds.includes(kind));
  const contents = format?.read(bytes, kind) ?? { kind: 'unknown' };
  if (isRefused(contents)) return refuse(contents, name);
  const excess = textExcess(contents.sheets);
  if (excess !== undefined) return refuse(excess, name);
  const meant = convertMisreadText({ file: name, sheets: contents.sheets });
  const converted = convertLegacyText(meant.value, contents.codePage);
  return {
    value: converted.value,
    diagnostics: [
      ...found(FILE_RENAMED, renamedFinding(kind, name)),
      ...meant.diagnostics,
      ...converted.diagnostics,
      ...found(WORKBOOK_EXTRAS, extrasFinding(contents.extras, name)),
    ],
  };
}
