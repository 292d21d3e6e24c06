import type { Issuer } from '../model/issuer.ts';
import { isOnTime } from '../model/period.ts';
import { dateParts } from '../model/plain-date.ts';
import type { ReportModel } from '../model/report.ts';
import type { Round } from '../model/round.ts';
import { formatDate } from '../vi/date.ts';
import { formatDaysLeft, formatDue } from '../vi/due.ts';
import { compliancePart, notStartedPart } from './context-compliance.ts';
import { coverageParts } from './context-coverage.ts';
import { opinionPart } from './context-opinions.ts';
import { adjustedPart, leftOutPart, reportingPart } from './context-reporting.ts';
import { definitionParts, ownChoicesPart } from './context-sources.ts';
import { withMarkedShares } from './figure-remarks.ts';
import { nameOf } from './issuer-parts.ts';
import { asScopeObject, type ScopeObject } from './scope.ts';
import { ownTotals } from './totals.ts';
import type { UnitNames } from './unit-names.ts';
import { withoutStop } from './wording.ts';

/**
 * The variables of the wording, every one documented in docs/mau-bao-cao.md. Dates are `dd/mm/yyyy`, percentages `52,3%` and
 * never rounded over their target, counts whole numbers that the engine prints with dots.
 */
export function buildContext(
  model: ReportModel,
  issuer: Issuer,
  names: UnitNames,
  remarks: readonly (string | undefined)[],
): ScopeObject {
  const { round } = model;
  const scope = asScopeObject({
    issuer: { name: nameOf(issuer) },
    round: roundPart(round),
    directive: directivePart(round),
    definitions: definitionParts(round.directive),
    own_choices: ownChoicesPart(model),
    reporting: reportingPart(model, names),
    groups: compliancePart(model),
    tasks_not_started: notStartedPart(model),
    has_totals: ownTotals(model).some(({ countedUnitCount }) => countedUnitCount > 0),
    left_out: leftOutPart(model, names),
    adjusted: adjustedPart(model, names),
    opinions: opinionPart(model, names),
  });
  const shares = coverageParts(model, names).map(asScopeObject);
  return { ...scope, coverages: withMarkedShares(shares, remarks) };
}

/** `from`–`to` is the round's own period, by which the files were checked; a directive that says otherwise is a finding. */
function roundPart({ period, asOf }: Round): ScopeObject {
  const { from, to } = period;
  return {
    id: period.id,
    from: formatDate(from),
    to: formatDate(to),
    due: formatDue(period.due),
    days_left: formatDaysLeft(period.due, asOf),
    as_of: formatDate(asOf),
    year: String(dateParts(asOf).year),
    is_before_deadline: isOnTime(period.due, asOf),
  };
}

function directivePart({ directive }: Round): ScopeObject {
  const { document, theme, legalBasis, reporting, subject, taskGroups } = directive;
  return {
    subject: withoutStop(subject),
    document: document?.id ?? null,
    legal_basis: legalBasis.map(({ id }) => id),
    theme: theme === undefined ? null : withoutStop(theme.text).replace(/^[“"]|[”"]$/gu, ''),
    receiver: reporting.receiver,
    onward_to: reporting.onwardTo,
    has_tasks: taskGroups.some(({ tasks }) => tasks.length > 0),
  };
}
