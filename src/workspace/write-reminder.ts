import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { UnitOutcome } from '../model/report.ts';
import { renderReport } from '../pipeline.ts';
import { composeReminderLetter, composeMessages, owingUnits, type UnitMessage } from '../pipeline-standing.ts';
import { writeTogether } from './atomic-write.ts';
import { checkWritten } from './check-written.ts';
import { placedIn } from './compose-round.ts';
import { copyName } from './file-name.ts';
import { judgeRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import { isThere } from './presence.ts';
import type { FileReader } from './read-files.ts';
import { RESULTS_FOLDER } from './report-outputs.ts';
import { loadMessageTemplate, loadReminderTemplate, type ReportTemplate } from './report-template.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

const LETTER_STEM = 'cong-van-don-doc';
const TEXTS_STEM = 'tin-nhan-don-doc';

/** What was written. */
export interface ReminderFiles {
  /** The công văn; absolute. */
  readonly docxPath: string;
  /** The texts for the units, one after the other; absolute. */
  readonly textsPath: string;
  readonly messages: readonly UnitMessage[];
}

/** A reminder. */
export interface WrittenReminder {
  /** Who owes a report. */
  readonly owing: readonly UnitOutcome[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when nobody does, and nothing was written. */
  readonly files: ReminderFiles | undefined;
}

/** The first name in the folder that is free, or under which exactly this lies already: what was sent is never overwritten. */
function freeName(folder: string, stem: string, ending: string, bytes: Uint8Array): string {
  for (let copy = 1; ; copy++) {
    const path = join(folder, copyName(stem, ending, copy));
    if (!isThere(path)) return path;
    const isSame = onDisk('đọc', path, () => readFileSync(path)).equals(bytes);
    if (isSame) return path;
  }
}

/** Each text under the name of its unit, for Notepad: with a byte order mark and CRLF. */
function textsFile(messages: readonly UnitMessage[]): Uint8Array {
  const rule = '-'.repeat(60);
  const parts = messages.map(({ outcome: { unit }, text }) => `${unit.id} – ${unit.name}\n${rule}\n${text}\n`);
  return new TextEncoder().encode(`\ufeff${parts.join('\n\n').replace(/\n/gu, '\r\n')}`);
}

/** What was made by the wording; a WorkspaceError with the findings when it is faulty. */
function worded<T>({ value, diagnostics }: Outcome<T | undefined>, { file }: ReportTemplate): T {
  if (value !== undefined) return value;
  throw new WorkspaceError(`Mẫu “${file}” có chỗ chưa đúng`, diagnostics);
}

/** Writes the công văn and the texts to the units that owe a report. Throws a WorkspaceError when their wording is faulty. */
export function writeReminder(opened: OpenRound, read: FileReader): Promise<WrittenReminder> {
  const { workspace, round } = opened;
  const { issuer } = workspace.settings;
  const folder = join(workspace.folder, RESULTS_FOLDER, round.period.id);
  return withOutputLock(folder, async () => {
    const { model, checked } = await judgeRound(opened, read);
    const owing = owingUnits(model);
    if (owing.length === 0) return { owing, diagnostics: checked.diagnostics, files: undefined };
    const [letterTemplate, textTemplate] = [
      loadReminderTemplate(workspace.folder),
      loadMessageTemplate(workspace.folder),
    ];
    const letter = composeReminderLetter(model, issuer, letterTemplate);
    const docx = await renderReport(worded(letter, letterTemplate));
    const messages = worded(composeMessages(model, issuer, textTemplate), textTemplate);
    const texts = textsFile(messages);
    const docxPath = freeName(folder, LETTER_STEM, '.docx', docx);
    const textsPath = freeName(folder, TEXTS_STEM, '.txt', texts);
    writeTogether([
      { path: docxPath, bytes: docx },
      { path: textsPath, bytes: texts },
    ]);
    const form = await checkWritten(docx, copyName(LETTER_STEM, '.docx', 1));
    const diagnostics = [...placedIn(letter.diagnostics, workspace.settings), ...form];
    return { owing, diagnostics, files: { docxPath, textsPath, messages } };
  });
}
