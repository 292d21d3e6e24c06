import type { Due, ReportingPeriod } from '../model/period.ts';
import { parsePlainDate, type PlainDate } from '../model/plain-date.ts';
import type { Round } from '../model/round.ts';
import type { FormStamp } from '../model/submission.ts';
import { assetPath } from './assets.ts';
import { findDirective, loadDirective } from './directives.ts';
import { currentRound } from './period-choice.ts';
import type { Settings } from './settings.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';
import { SETTINGS_FILE } from './settings-file.ts';

/** The settings that `tkcds init` lays down, understood. */
export async function initialSettings(): Promise<Settings> {
  const { parseSettings } = await import('./settings.ts');
  const { value, diagnostics } = parseSettings(shippedSettings(), SETTINGS_FILE);
  if (value === undefined) throw new WorkspaceError('Tệp cấu hình đi kèm chương trình có chỗ chưa đúng', diagnostics);
  return value;
}

/** The text of these settings. */
export function shippedSettings(): string {
  return readTextFile(assetPath(`templates/workspace/${SETTINGS_FILE}`), SETTINGS_FILE);
}

/** `before 2025-11-10` as a deadline. */
function dueOfMark(mark: string): Due | undefined {
  const [kind, text = ''] = mark.split(' ');
  const date = parsePlainDate(text);
  return date !== undefined && (kind === 'before' || kind === 'on') ? { kind, date } : undefined;
}

function periodOfStamp(stamp: FormStamp): ReportingPeriod | undefined {
  const from = parsePlainDate(stamp.from);
  const to = parsePlainDate(stamp.to);
  const due = dueOfMark(stamp.due);
  if (from === undefined || to === undefined || due === undefined || stamp.period === '') return undefined;
  return { id: stamp.period, from, to, due };
}

/**
 * The round against which a lone file is checked without a workspace: the directive and period that the hidden marks of its
 * form name, or undefined when it has no marks, or they name nothing that the program knows. It has no units.
 */
export async function roundOfStamp(stamp: FormStamp, asOf: PlainDate): Promise<Round | undefined> {
  const period = periodOfStamp(stamp);
  const directive = (await findDirective(stamp.directive, undefined))?.value;
  return period === undefined || directive === undefined ? undefined : { directive, period, units: [], asOf };
}

/** The round against which a file without usable marks is checked without a workspace. It has no units. */
export async function shippedRound(asOf: PlainDate): Promise<Round> {
  const chosen = currentRound((await initialSettings()).rounds, asOf);
  if (chosen === undefined) throw new WorkspaceError('Chương trình không có kỳ báo cáo nào đi kèm');
  const directive = await loadDirective(chosen.directive, undefined, chosen.places.directive);
  return { directive: directive.value, period: chosen.period, units: [], asOf };
}
