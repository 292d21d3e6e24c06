import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../pipeline.ts';
import { acceptancesPath } from './acceptances.ts';
import { adjustmentsPath } from './adjustments.ts';
import { CONFIRMATIONS_FILE } from './confirmations.ts';
import { fileOfDirective } from './directives.ts';
import { sha256 } from './fingerprint.ts';
import { ledgerPath } from './ledger/ledger.ts';
import type { OpenRound } from './open-round.ts';
import { isThere } from './presence.ts';
import { REGISTER_FILE } from './register.ts';
import type { ReportTemplate } from './report-template.ts';
import { onDisk } from './system-error.ts';
import type { WordTemplateFile } from './word-template.ts';
import { SETTINGS_FILE } from './settings-file.ts';
import { settingsPartHash } from './settings-part.ts';

/** A file of the commune's own that a report rests on when it is there. */
export interface InputCandidate {
  readonly role: InputFile['role'];
  /** Its name for people and figures. */
  readonly file: string;
  readonly path: string;
}

/** Which report it is; `history`: the files with figures of earlier rounds. */
export interface ReportSubject {
  readonly period: string;
  readonly directive: string;
  readonly history: readonly string[];
}

/** The files that a report of that period and directive rests on beside what arrived; not all of them need be there. */
export function inputCandidates(
  folder: string,
  { period, directive, history }: ReportSubject,
  template: Pick<ReportTemplate, 'file' | 'path'>,
): readonly InputCandidate[] {
  const inFolder = (role: InputFile['role'], file: string): InputCandidate => ({
    role,
    file,
    path: join(folder, file),
  });
  const own = fileOfDirective(directive, folder);
  return [
    inFolder('register', REGISTER_FILE),
    inFolder('settings', SETTINGS_FILE),
    ...(own === undefined ? [] : [{ role: 'directive' as const, ...own }]),
    inFolder('confirmations', CONFIRMATIONS_FILE),
    inFolder('acceptances', acceptancesPath(period)),
    inFolder('adjustments', adjustmentsPath(period)),
    inFolder('ledger', ledgerPath(period)),
    ...history.map((file) => inFolder('history', file)),
    { role: 'wording', file: template.file, path: template.path },
  ];
}

/** Those of the files that are there, with their hashes. */
export function hashedInputs(candidates: readonly InputCandidate[]): readonly InputFile[] {
  return candidates
    .filter(({ path }) => isThere(path))
    .map(({ role, file, path }) => ({ role, file, sha256: sha256(onDisk('đọc', file, () => readFileSync(path))) }));
}

/** The commune's own files that the report rests on, as far as there are any, with their hashes. */
export function reportInputs(
  { workspace: { folder, settings }, round }: OpenRound,
  template: ReportTemplate,
  own: WordTemplateFile | undefined,
): readonly InputFile[] {
  const history = (round.history ?? []).map(({ file }) => file);
  const subject = { period: round.period.id, directive: round.directive.id, history };
  const candidates = inputCandidates(folder, subject, template);
  const partSha256 = settingsPartHash(settings, round.period.id, round.directive);
  const inputs = hashedInputs([
    ...candidates,
    ...(own === undefined ? [] : [{ role: 'word-template' as const, file: own.file, path: own.path }]),
  ]);
  return inputs.map((input) =>
    input.role === 'settings' && partSha256 !== undefined ? { ...input, partSha256 } : input,
  );
}
