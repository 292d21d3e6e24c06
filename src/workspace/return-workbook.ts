import { basename } from 'node:path';
import { type Correction, MOST_LISTED } from '../model/correction.ts';
import type { Issuer } from '../model/issuer.ts';
import { prefillOf } from '../model/prefill.ts';
import type { Submission } from '../model/submission.ts';
import { checkFiles, readFile, renderUnitForm } from '../pipeline.ts';
import {
  inFreshForm,
  listLines,
  type NotEditable,
  renderReturnedWorkbook,
  type WorkbookKind,
} from '../pipeline-returns.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { sha256 } from './fingerprint.ts';
import type { ReturnTarget } from './return-targets.ts';

/** Why a fresh form goes back instead of a copy: as for the workbook, or several units' reports are in it, or nothing of it is understood. */
export type FreshReason = NotEditable | 'several-units' | 'unusable';

/** The workbook that goes back, with what its list holds. */
export interface ReturnWorkbook {
  readonly bytes: Uint8Array;
  readonly corrections: readonly Correction[];
  readonly workbookKind: WorkbookKind;
  readonly fresh: FreshReason | undefined;
}

/** How a finding calls the file, in the words of a letter: without folders and without numbers of persons. */
export function sentName({ arrival }: ReturnTarget): string {
  return maskPersonalData(basename(arrival.source.file));
}

async function marked(
  target: ReturnTarget,
  given: {
    readonly bytes: Uint8Array;
    readonly corrections: readonly Correction[];
    readonly workbookKind: WorkbookKind;
  },
  issuer: Issuer,
): Promise<Uint8Array | NotEditable> {
  const { round, unit } = target;
  const lines = listLines({ round, file: sentName(target), ...given }, MOST_LISTED);
  const author = issuer.shortName === '' ? 'UBND xã' : issuer.shortName;
  return renderReturnedWorkbook(given.bytes, { unitName: unit.name, author, lines, corrections: given.corrections });
}

/** The report that our own reader understands in a fresh form: it knows where each answer stands there. */
function submissionOf(bytes: Uint8Array, { round, unit }: ReturnTarget): Submission | undefined {
  const source = { file: `${unit.id}.xlsx`, sha256: sha256(bytes), size: bytes.length };
  const { arrivals } = checkFiles([readFile({ source, bytes })], round, 'files');
  return arrivals[0]?.submission;
}

async function freshForm(
  target: ReturnTarget,
  asked: readonly Correction[],
  reason: FreshReason,
  issuer: Issuer,
): Promise<ReturnWorkbook> {
  const { round, unit, arrival } = target;
  const sent = arrival.submission;
  const form = await renderUnitForm(round, unit, sent === undefined ? undefined : prefillOf(sent));
  const corrections = inFreshForm(asked, sent, submissionOf(form, target));
  const workbookKind = sent === undefined ? 'blank-form' : 'filled-form';
  const bytes = await marked(target, { bytes: form, corrections, workbookKind }, issuer);
  if (typeof bytes === 'string') throw new Error(`a form of our own cannot be edited: ${bytes}`);
  return { bytes, corrections, workbookKind, fresh: reason };
}

/**
 * The workbook that goes back to the unit: a copy of its own with everything marked, or, where that cannot be, a fresh form with what was
 * understood.
 */
export async function workbookFor(
  target: ReturnTarget,
  corrections: readonly Correction[],
  issuer: Issuer,
): Promise<ReturnWorkbook> {
  const { arrival, file } = target;
  const { submission } = arrival;
  if (submission === undefined || file.bytes === undefined) return freshForm(target, corrections, 'unusable', issuer);
  if (submission.part !== '') return freshForm(target, corrections, 'several-units', issuer);
  const bytes = await marked(target, { bytes: file.bytes, corrections, workbookKind: 'copy' }, issuer);
  if (typeof bytes === 'string') return freshForm(target, corrections, bytes, issuer);
  return { bytes, corrections, workbookKind: 'copy', fresh: undefined };
}
