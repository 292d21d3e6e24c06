import { grouped } from '../../model/grouped.ts';
import type { ReportingRate, ReportModel, UnitOutcome } from '../../model/report.ts';
import type { SourceFile } from '../../model/round.ts';
import type { CellRef } from '../../model/workbook.ts';
import { cellJson, figureJson, nameJson, ratioJson, type JsonObject } from './json-value.ts';

/** Every file that arrived, by name, with the units whose reports stand in it. */
export function sourcesJson({ sources, units }: ReportModel): readonly JsonObject[] {
  const owners = grouped(
    units.flatMap(({ unit, files }) => files.map((file) => ({ file, id: unit.id }))),
    ({ file }) => file,
  );
  return sources.map(({ file, sha256, size, receipt }: SourceFile) => ({
    file: nameJson(file),
    sha256: sha256 === '' ? null : sha256,
    size,
    receivedOn: receipt?.receivedOn ?? null,
    units: (owners.get(file) ?? []).map(({ id }) => id),
  }));
}

function optionalCell(ref: CellRef | undefined): JsonObject | null {
  return ref === undefined ? null : cellJson(ref);
}

/** One unit of the register and what became of its report. */
export function unitJson(outcome: UnitOutcome): JsonObject {
  const { unit, unitType } = outcome;
  return {
    id: unit.id,
    name: unit.name,
    unitType: unitType.id,
    mustReport: unitType.mustReport,
    registeredAdults: figureJson(unit.adults),
    status: outcome.status,
    isCounted: outcome.isCounted,
    isConflicting: outcome.isConflicting,
    files: outcome.files.map(nameJson),
    receivedOn: outcome.receivedOn ?? null,
    receivedBy: outcome.receivedBy ?? null,
    acceptedLate: outcome.acceptedLate ?? null,
    reportedOn: outcome.reportedOn ?? null,
    reportedOnCell: optionalCell(outcome.reportedOnRef),
    countedOn: outcome.countedOn ?? null,
    countedOnCell: optionalCell(outcome.countedOnRef),
    errorCount: outcome.errorCount,
    warningCount: outcome.warningCount,
    infoCount: outcome.infoCount,
    assignedTaskCount: outcome.assignedTaskCount,
    answeredTaskCount: outcome.answeredTaskCount,
    completedTaskCount: outcome.completedTaskCount,
  };
}

/** The five reporting rates of one type, or of all that must report (`unitType` null). */
export function rateJson({ unitType, expected, received, onTime, rate, rateOnTime }: ReportingRate): JsonObject {
  return {
    unitType: unitType?.id ?? null,
    expected,
    received,
    onTime,
    rate: ratioJson(rate),
    rateOnTime: ratioJson(rateOnTime),
  };
}
