import type { ReceiptStatus, ReportingRate, ReportModel, UnitOutcome } from '../model/report.ts';
import { cellKey } from '../model/workbook.ts';
import { formatDate } from '../vi/date.ts';
import { formatPercent } from '../vi/number.ts';
import type { ScopeObject } from './scope.ts';
import { leftOutRows } from './left-out-rows.ts';
import type { UnitNames } from './unit-names.ts';
import { CONFLICTING, RECEIPT_STATUSES } from './wording.ts';

/** Variables `reporting.…`: who has reported, when, and what could not be used. */
export function reportingPart(model: ReportModel, names: UnitNames): ScopeObject {
  const bound = model.units.filter(({ unitType }) => unitType.mustReport);
  const partOf = (outcome: UnitOutcome): ScopeObject => unitPart(outcome, names);
  const withStatus = (status: ReceiptStatus): readonly ScopeObject[] =>
    bound.filter((outcome) => outcome.status === status).map(partOf);
  return {
    ...ratePart(model.overallRate),
    types: model.rates
      .filter(({ expected }) => expected > 0)
      .map((rate) => ({ name: rate.unitType?.plural ?? '', ...ratePart(rate) })),
    late: withStatus('late'),
    undated: withStatus('undated'),
    missing: withStatus('missing'),
    not_due: withStatus('not-due'),
    unusable: withStatus('unusable'),
    conflicting: model.units.filter(({ isConflicting }) => isConflicting).map(partOf),
    extra: model.units.filter(isExtra).map(partOf),
    to_remind: unitsToRemind(model).map(partOf),
    strays: model.strays.map(({ file }) => file),
    used: model.units.filter(({ isCounted }) => isCounted).length,
    has_exceptions: model.strays.length > 0 || model.units.some(isException),
  };
}

/** The units that owe a usable report, whether the deadline has passed or not, in the register's order. */
export function unitsToRemind({ units }: ReportModel): readonly UnitOutcome[] {
  return units.filter(
    ({ unitType, status, isConflicting }) =>
      unitType.mustReport && (isConflicting || ['missing', 'not-due', 'unusable'].includes(status)),
  );
}

/** A unit that need not report and did; a file of which nothing can be used is no report. */
function isExtra({ unitType, files, status }: UnitOutcome): boolean {
  return !unitType.mustReport && files.length > 0 && status !== 'unusable';
}

/** Whether the unit belongs in the appendix of late, missing and unusable reports. */
export function isException(outcome: UnitOutcome): boolean {
  const isLate = outcome.unitType.mustReport && ['late', 'undated', 'missing', 'not-due'].includes(outcome.status);
  return isLate || outcome.status === 'unusable' || outcome.isConflicting;
}

function ratePart({ expected, received, onTime, rate, rateOnTime }: ReportingRate): ScopeObject {
  return {
    expected,
    received,
    on_time: onTime,
    rate: formatPercent(rate),
    rate_on_time: formatPercent(rateOnTime),
    is_complete: received === expected,
  };
}

/** How the wording may speak of one unit. */
export function unitPart(outcome: UnitOutcome, names: UnitNames): ScopeObject {
  const { unit, unitType, status, isConflicting, reportedOn, receivedOn, acceptedLate } = outcome;
  return {
    name: names.inSentence(unit),
    title: names.titled(unit),
    type: unitType.name,
    state: isConflicting ? CONFLICTING : RECEIPT_STATUSES[status],
    reported_on: reportedOn === undefined ? null : formatDate(reportedOn),
    received_on: receivedOn === undefined ? null : formatDate(receivedOn),
    is_late_accepted: acceptedLate !== undefined,
  };
}

/** Variables `left_out.…`: single values that an error keeps out of the figures; a cell with two errors is one value. */
export function leftOutPart(model: ReportModel, names: UnitNames): ScopeObject {
  const { leftOut, units } = model;
  const cells = leftOut.flatMap(({ diagnostic: { location }, unit }) =>
    location.kind === 'cell' ? [{ key: cellKey(location.ref), unit: unit?.id }] : [],
  );
  const concerned = new Set(cells.map(({ unit }) => unit));
  return {
    has_rows: leftOut.some(({ diagnostic }) => diagnostic.location.kind !== 'unit'),
    rows: leftOutRows(model, names).map(({ title, place, reason }) => ({ title, place, reason })),
    count: new Set(cells.map(({ key }) => key)).size,
    units: units.filter(({ unit }) => concerned.has(unit.id)).map(({ unit }) => names.inSentence(unit)),
  };
}

/** Variables `adjusted.…`: the numbers that the commune has replaced, with the units they belong to. */
export function adjustedPart({ adjusted, units }: ReportModel, names: UnitNames): ScopeObject {
  const concerned = new Set(adjusted.map(({ unit }) => unit.id));
  return {
    count: adjusted.length,
    units: units.filter(({ unit }) => concerned.has(unit.id)).map(({ unit }) => names.inSentence(unit)),
  };
}
