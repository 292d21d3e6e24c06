import { isComplete, standingsOf, type Standing } from '../model/standing.ts';
import type { ReportModel, UnitOutcome } from '../model/report.ts';
import type { JsonObject } from '../pipeline.ts';
import { daysLeft, lastDay } from '../vi/due.ts';
import { shownName } from './finding-words.ts';
import { roundJson } from './round-words.ts';

function unitJson(outcome: UnitOutcome): JsonObject {
  const { unit, unitType, status, isCounted, files, receivedOn, receivedBy, reportedOn, countedOn } = outcome;
  return {
    id: unit.id,
    name: unit.name,
    unitType: unitType.id,
    mustReport: unitType.mustReport,
    status,
    isCounted,
    isComplete: isComplete(outcome),
    files: files.map(shownName),
    receivedOn: receivedOn ?? null,
    receivedBy: receivedBy ?? null,
    acceptedLate: outcome.acceptedLate ?? null,
    reportedOn: reportedOn ?? null,
    countedOn: countedOn ?? null,
    tasks: {
      asked: outcome.assignedTaskCount,
      understood: outcome.answeredTaskCount,
      completed: outcome.completedTaskCount,
    },
    counts: { error: outcome.errorCount, warning: outcome.warningCount, info: outcome.infoCount },
  };
}

function standingJson(standing: Standing): JsonObject {
  const { rate, late, undated, missing, unusable, complete, errorCount, warningCount, infoCount } = standing;
  const { unitType, expected, received, onTime } = rate;
  return {
    unitType: unitType?.id ?? null,
    expected,
    received,
    onTime,
    late,
    undated,
    missing,
    unusable,
    complete,
    counts: { error: errorCount, warning: warningCount, info: infoCount },
  };
}

/** What `tkcds status --json` says of the round, described in docs/validate-json.md. */
export function statusFacts(model: ReportModel): JsonObject {
  const { period, asOf } = model.round;
  const { byUnitType, overall } = standingsOf(model);
  return {
    rounds: [roundJson(model.round)],
    deadline: { lastDay: lastDay(period.due), daysLeft: daysLeft(period.due, asOf) },
    units: model.units.map(unitJson),
    strays: model.strays.map(({ file }) => shownName(file)),
    rates: { overall: standingJson(overall), byUnitType: byUnitType.map(standingJson) },
  };
}
