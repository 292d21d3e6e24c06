import { composeReminder } from './compose/compose-reminder.ts';
import { unitsToRemind } from './compose/context-reporting.ts';
import type { Outcome } from './model/diagnostic.ts';
import type { Document } from './model/document.ts';
import type { Issuer } from './model/issuer.ts';
import type { ReportModel, UnitOutcome } from './model/report.ts';
import type { StatusPageContext } from './render/html/status-page.ts';
import type { StatusFormat } from './render/status-file.ts';

export type { StatusFormat } from './render/status-file.ts';
export { composeMessages, type UnitMessage } from './compose/compose-messages.ts';

/** The công văn to the units that owe a report; undefined without a finding when nobody does. */
export function composeReminderLetter(
  model: ReportModel,
  issuer: Issuer,
  template: { readonly file: string; readonly text: string },
): Outcome<Document | undefined> {
  return composeReminder(model, issuer, template);
}

/** The units that owe a usable report. */
export function owingUnits(model: ReportModel): readonly UnitOutcome[] {
  return unitsToRemind(model);
}

/** The state of the round as a file: CSV with a row a unit, or one HTML page that needs nothing else. */
export async function renderStatus(model: ReportModel, format: StatusFormat, page: StatusPageContext): Promise<string> {
  const { renderStatusFile } = await import('./render/status-file.ts');
  return renderStatusFile(model, format, page);
}
