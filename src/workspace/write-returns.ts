import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Correction, countCorrections } from '../model/correction.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Issuer } from '../model/issuer.ts';
import type { Unit } from '../model/unit.ts';
import { renderReport } from '../pipeline.ts';
import { composeSlip, corrections, returnMessage, type SlipRequest, textAt } from '../pipeline-returns.ts';
import { writeTogether, type Output } from './atomic-write.ts';
import { placedIn } from './compose-round.ts';
import { copyName, safeFileName } from './file-name.ts';
import type { OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import { isThere } from './presence.ts';
import type { FileReader } from './read-files.ts';
import { RESULTS_FOLDER } from './report-outputs.ts';
import { loadSlipTemplate, type ReportTemplate } from './report-template.ts';
import { returnTargets, type ReturnRequest, type ReturnTarget } from './return-targets.ts';
import { type FreshReason, sentName, workbookFor } from './return-workbook.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The folder below a period's results for what goes back to units, one folder a unit. */
const RETURNS_FOLDER = 'tra-lai';
const SLIP = 'phieu-yeu-cau-chinh-sua';
const MESSAGE = 'tin-nhan';

/** A report that was returned. */
export interface WrittenReturn {
  readonly unit: Unit;
  /** The file that the unit sent. */
  readonly file: string;
  readonly errors: number;
  readonly warnings: number;
  /** Undefined: a copy of the unit's own file. */
  readonly fresh: FreshReason | undefined;
  /** Absolute. */
  readonly workbook: string;
  readonly slip: string;
  readonly message: string;
  /** `unchanged`: this had been written before; `beside`: other files had the names and were left alone. */
  readonly state: 'beside' | 'unchanged' | 'written';
}

/** What became of the reports that were to go back. */
export interface WrittenReturns {
  readonly returned: readonly WrittenReturn[];
  /** Units with nothing to mend. */
  readonly sound: readonly Unit[];
  /** Units whose files contradict one another. */
  readonly conflicting: readonly Unit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Text that Notepad of any age shows right, and that pastes as it is. */
function notepadBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}\r\n`);
}

function isHeld(path: string, bytes: Uint8Array): boolean {
  return onDisk('đọc', path, () => readFileSync(path)).equals(bytes);
}

/** The first number under which the workbook is not there yet, or lies there just so; what else has that number is left alone. */
function freeNumber(folder: string, stem: string, bytes: Uint8Array): number {
  const names = (copy: number): readonly string[] => [
    copyName(stem, '.xlsx', copy),
    copyName(SLIP, '.docx', copy),
    copyName(MESSAGE, '.txt', copy),
  ];
  for (let copy = 1; ; copy++) {
    const [workbook = '', ...others] = names(copy).map((name) => join(folder, name));
    if (isThere(workbook) ? isHeld(workbook, bytes) : !others.some(isThere)) return copy;
  }
}

interface Slip {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

async function slipOf(request: SlipRequest, issuer: Issuer, template: ReportTemplate): Promise<Slip> {
  const { value, diagnostics } = composeSlip(request, issuer, template);
  if (value === undefined) throw new WorkspaceError(`Mẫu phiếu “${template.file}” có chỗ chưa đúng`, diagnostics);
  return { bytes: await renderReport(value), diagnostics };
}

interface Prepared {
  readonly written: WrittenReturn;
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

async function prepare(
  target: ReturnTarget,
  asked: readonly Correction[],
  { workspace }: OpenRound,
  template: ReportTemplate,
): Promise<Prepared> {
  const { round, unit } = target;
  const { issuer } = workspace.settings;
  const { bytes, corrections: toMend, workbookKind, fresh } = await workbookFor(target, asked, issuer);
  const folder = join(
    workspace.folder,
    RESULTS_FOLDER,
    round.period.id,
    RETURNS_FOLDER,
    safeFileName(`${unit.id} - ${unit.name}`),
  );
  const stem = `${safeFileName(unit.id === '' ? unit.name : unit.id)}-can-sua`;
  const copy = freeNumber(folder, stem, bytes);
  const workbook = copyName(stem, '.xlsx', copy);
  const request: SlipRequest = {
    round,
    unitName: unit.name,
    file: sentName(target),
    workbook,
    workbookKind,
    corrections: toMend,
  };
  const slip = await slipOf(request, issuer, template);
  const outputs = [
    { path: join(folder, workbook), bytes },
    { path: join(folder, copyName(SLIP, '.docx', copy)), bytes: slip.bytes },
    { path: join(folder, copyName(MESSAGE, '.txt', copy)), bytes: notepadBytes(returnMessage(request)) },
  ];
  const missing = outputs.filter(({ path }) => !isThere(path));
  const [first, second, third] = outputs.map(({ path }) => path);
  const written: WrittenReturn = {
    unit,
    file: target.arrival.source.file,
    ...countCorrections(toMend),
    fresh,
    workbook: first ?? '',
    slip: second ?? '',
    message: third ?? '',
    state: missing.length === 0 ? 'unchanged' : copy === 1 ? 'written' : 'beside',
  };
  return { written, outputs: missing, diagnostics: slip.diagnostics };
}

/** What the unit is asked to mend; the file is read once more for what stands in the cells. */
async function correctionsOf({ file, findings }: ReturnTarget, read: FileReader): Promise<readonly Correction[]> {
  const [again] = await read([file]);
  const workbook = again?.workbook.value;
  return corrections(findings, (ref) => (workbook === undefined ? '' : textAt(workbook, ref)));
}

/** The same finding on the settings comes with every slip. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((found) => [`${found.rule} ${found.message}`, found])).values()];
}

/**
 * Writes what goes back to the units that are meant: a workbook with everything marked that is to be mended, the slip, and a short text
 * for a message. The files that the units sent stay as they are, and nothing that lies in the folder is overwritten. When all units are
 * meant, those without an error get nothing. Throws a WorkspaceError as `returnTargets` does, and when the slip's wording is faulty.
 */
export async function writeReturns(opened: OpenRound, asked: ReturnRequest, read: FileReader): Promise<WrittenReturns> {
  const { workspace, round } = opened;
  const { targets, conflicting } = await returnTargets(opened, asked, read);
  return withOutputLock(join(workspace.folder, RESULTS_FOLDER, round.period.id), async () => {
    const template = loadSlipTemplate(workspace.folder);
    const prepared: Prepared[] = [];
    const sound: Unit[] = [];
    for (const target of targets) {
      const toMend = await correctionsOf(target, read);
      const { errors, warnings } = countCorrections(toMend);
      if (errors === 0 && (warnings === 0 || asked.typed === undefined)) sound.push(target.unit);
      else prepared.push(await prepare(target, toMend, opened, template));
    }
    writeTogether(prepared.flatMap(({ outputs }) => outputs));
    return {
      returned: prepared.map(({ written }) => written),
      sound,
      conflicting,
      diagnostics: placedIn(distinct(prepared.flatMap(({ diagnostics }) => diagnostics)), workspace.settings),
    };
  });
}
