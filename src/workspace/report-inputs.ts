import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../pipeline.ts';
import { acceptancesPath } from './acceptances.ts';
import { adjustmentsPath } from './adjustments.ts';
import { CONFIRMATIONS_FILE } from './confirmations.ts';
import { fileOfDirective } from './directives.ts';
import { sha256 } from './fingerprint.ts';
import { ledgerPath } from './ledger/ledger.ts';
import type { OpenRound } from './open-round.ts';
import { REGISTER_FILE } from './register.ts';
import type { ReportTemplate } from './report-template.ts';
import { SETTINGS_FILE } from './settings.ts';
import { onDisk } from './system-error.ts';
import type { WordTemplateFile } from './word-template.ts';

interface Candidate {
  readonly role: InputFile['role'];
  /** Its name for people and figures. */
  readonly file: string;
  readonly path: string;
}

/** The commune's own files that the report rests on, as far as there are any, with their hashes. */
export function reportInputs(
  { workspace: { folder }, round }: OpenRound,
  template: ReportTemplate,
  own: WordTemplateFile | undefined,
): readonly InputFile[] {
  const inFolder = (role: InputFile['role'], file: string): Candidate => ({ role, file, path: join(folder, file) });
  const directive = fileOfDirective(round.directive.id, folder);
  const candidates: readonly Candidate[] = [
    inFolder('register', REGISTER_FILE),
    inFolder('settings', SETTINGS_FILE),
    ...(directive === undefined ? [] : [{ role: 'directive' as const, ...directive }]),
    inFolder('confirmations', CONFIRMATIONS_FILE),
    inFolder('acceptances', acceptancesPath(round.period.id)),
    inFolder('adjustments', adjustmentsPath(round.period.id)),
    inFolder('ledger', ledgerPath(round.period.id)),
    { role: 'wording', file: template.file, path: template.path },
    ...(own === undefined ? [] : [{ role: 'word-template' as const, file: own.file, path: own.path }]),
  ];
  return candidates
    .filter(({ path }) => existsSync(path))
    .map(({ role, file, path }) => ({ role, file, sha256: sha256(onDisk('đọc', file, () => readFileSync(path))) }));
}
