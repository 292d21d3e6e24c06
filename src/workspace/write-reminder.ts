import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { UnitOutcome } from '../model/report.ts';
import { composeReminderLetter, owingUnits, renderReport } from '../pipeline.ts';
import { writeTogether } from './atomic-write.ts';
import { checkWritten } from './check-written.ts';
import { placedIn } from './compose-round.ts';
import { copyName } from './file-name.ts';
import { judgeRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import type { FileReader } from './read-files.ts';
import { RESULTS_FOLDER } from './report-outputs.ts';
import { loadReminderTemplate } from './report-template.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

const STEM = 'cong-van-don-doc';

/** A reminder that was written. */
export interface WrittenReminder {
  /** Who owes a report; empty: nothing was written. */
  readonly owing: readonly UnitOutcome[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute; undefined when nothing had to be written. */
  readonly docxPath: string | undefined;
}

/** The first name in the folder that is free, or under which exactly this letter lies already: what was sent is never overwritten. */
function freeName(folder: string, bytes: Uint8Array): string {
  for (let copy = 1; ; copy++) {
    const path = join(folder, copyName(STEM, '.docx', copy));
    if (!existsSync(path)) return path;
    const isSame = onDisk('đọc', path, () => readFileSync(path)).equals(bytes);
    if (isSame) return path;
  }
}

/** Writes the công văn to the units that owe a report. Throws a WorkspaceError when its wording is faulty. */
export function writeReminder(opened: OpenRound, read: FileReader): Promise<WrittenReminder> {
  const { workspace, round } = opened;
  const folder = join(workspace.folder, RESULTS_FOLDER, round.period.id);
  return withOutputLock(folder, async () => {
    const { model, checked } = await judgeRound(opened, read);
    const template = loadReminderTemplate(workspace.folder);
    const { value: document, diagnostics } = composeReminderLetter(model, workspace.settings.issuer, template);
    const owing = owingUnits(model);
    if (document === undefined) {
      if (owing.length === 0) return { owing, diagnostics: checked.diagnostics, docxPath: undefined };
      throw new WorkspaceError(`Mẫu công văn “${template.file}” có chỗ chưa đúng`, diagnostics);
    }
    const bytes = await renderReport(document);
    const docxPath = freeName(folder, bytes);
    writeTogether([{ path: docxPath, bytes }]);
    const form = await checkWritten(bytes, copyName(STEM, '.docx', 1));
    return { owing, diagnostics: [...placedIn(diagnostics, workspace.settings), ...form], docxPath };
  });
}
