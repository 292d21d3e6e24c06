import { coverageTrend, unitChanges, unitTrend } from '../model/coverage-trend.ts';
import { previousRound } from '../model/history.ts';
import { pointsBetween, type Ratio } from '../model/ratio.ts';
import { isComplete, standingsOf, type Standing } from '../model/standing.ts';
import type { Coverage, ReportModel, UnitOutcome } from '../model/report.ts';
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

function shareJson(ratio: Ratio | undefined): JsonObject | null {
  return ratio === undefined ? null : { numerator: ratio.numerator, denominator: ratio.denominator };
}

/** A share with every unit's, each beside that of the round before. */
function coverageJson(coverage: Coverage, model: ReportModel): JsonObject {
  const ofWhole = model.changes?.find((change) => change.coverage === coverage.id);
  const previous = previousRound(model.round.history)?.period.id;
  const changes = unitChanges(coverage, model);
  return {
    id: coverage.id,
    unitType: coverage.unitType.id,
    now: coverage.verdict === 'no-data' ? null : shareJson(coverage.ratio),
    previousPeriod: previous ?? null,
    change:
      ofWhole === undefined
        ? null
        : {
            unitCount: ofWhole.unitCount,
            before: shareJson(ofWhole.before),
            now: shareJson(ofWhole.now),
            hundredthsOfPoint: pointsBetween(ofWhole.before, ofWhole.now),
          },
    trend: coverageTrend(coverage, model).map(({ period, ratio, unitCount }) => ({
      period,
      share: shareJson(ratio),
      unitCount,
    })),
    units: changes.map(({ unit, before, now, hundredths }) => ({
      unit,
      before: shareJson(before),
      now: shareJson(now),
      hundredthsOfPoint: hundredths ?? null,
      trend: unitTrend(coverage, unit, model).map(({ period, ratio }) => ({ period, share: shareJson(ratio) })),
    })),
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
    coverages: model.coverages.map((coverage) => coverageJson(coverage, model)),
  };
}
