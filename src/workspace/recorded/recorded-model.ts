import type { Directive } from '../../model/directive.ts';
import type { Located } from '../../model/located.ts';
import type {
  Coverage,
  GroupCompliance,
  ReportingRate,
  ReportModel,
  TaskState,
  Total,
  UnitOutcome,
} from '../../model/report.ts';
import type { SourceFile } from '../../model/round.ts';
import type { Unit, UnitId } from '../../model/unit.ts';
import type { CellRef } from '../../model/workbook.ts';
import type { RecordedUnit } from '../history/follow-units.ts';
import { definitionsOf, type Definitions } from './definitions.ts';
import { recordedFindings } from './recorded-findings.ts';
import type { RecordedFigures } from './schema.ts';

type RecordedRow = RecordedFigures['coverages'][number]['rows'][number];

/** What the ids of a record mean. */
interface Context {
  readonly definitions: Definitions;
  readonly units: ReadonlyMap<UnitId, Unit>;
}

/** Of whom the number is, for its adjustment. */
interface Whose {
  readonly unit: UnitId;
  readonly indicator: string;
}

/** A number with its cell; what stood in the cell was not kept. */
function locatedOf(recorded: RecordedRow['numerator'], { unit, indicator }: Whose): Located<number> | undefined {
  if (recorded === null) return undefined;
  const { value, cell: ref, adjustment } = recorded;
  const bare = { value, raw: '', ref };
  return adjustment === undefined ? bare : { ...bare, adjustment: { unit, indicator, was: '', value, ...adjustment } };
}

function unknownUnit(id: UnitId): Unit {
  const blank = { aliases: [], adults: undefined, adultsSource: '', adultsAsOf: undefined, households: undefined };
  return { ...blank, id, name: id, type: '', formerCommune: '' };
}

function coverageOf(recorded: RecordedFigures['coverages'][number], context: Context): Coverage {
  const { definitions, units } = context;
  const { id, title, source, target, ratio, verdict, shortfall, countedUnitCount, expectedUnitCount } = recorded;
  const { numeratorIndicator, denominatorIndicator } = recorded;
  const rows = recorded.rows.map((row): Coverage['rows'][number] => {
    const numerator = locatedOf(row.numerator, { unit: row.unit, indicator: numeratorIndicator });
    const denominator = locatedOf(row.denominator, { unit: row.unit, indicator: denominatorIndicator });
    const isCounted = row.state === 'counted' && numerator !== undefined && denominator !== undefined;
    return {
      unit: units.get(row.unit) ?? unknownUnit(row.unit),
      state: row.state,
      numerator,
      denominator,
      ratio: isCounted ? { numerator: numerator.value, denominator: denominator.value } : undefined,
      isMet: row.isMet,
      shortfall: row.shortfall ?? undefined,
    };
  });
  return {
    ...{ id, title, source, target, ratio, verdict, shortfall, countedUnitCount, expectedUnitCount, rows },
    numerator: definitions.indicatorOf(numeratorIndicator),
    denominator: definitions.indicatorOf(denominatorIndicator),
    unitType: definitions.typeOf(recorded.unitType),
    bounds: undefined,
    unbounded: [],
  };
}

function totalOf(recorded: RecordedFigures['totals'][number], { definitions }: Context): Total {
  const { id, title, counts, value, countedUnitCount, expectedUnitCount } = recorded;
  const parts = recorded.parts.flatMap(({ unit, ...number }) => {
    const cell = locatedOf(number, { unit, indicator: recorded.indicator });
    return cell === undefined ? [] : [{ unit, cell }];
  });
  return {
    ...{ id, title, counts, value, countedUnitCount, expectedUnitCount, parts },
    indicator: definitions.indicatorOf(recorded.indicator),
    unitType: definitions.typeOf(recorded.unitType),
  };
}

function complianceOf(group: RecordedFigures['compliance'][number], context: Context): GroupCompliance {
  const { definitions, units } = context;
  const ids = new Set(group.tasks.flatMap(({ states }) => states.map(({ unit }) => unit)));
  return {
    group: definitions.groupOf(group),
    units: [...ids].map((id) => units.get(id) ?? unknownUnit(id)),
    tasks: group.tasks.map((task) => ({
      task: definitions.taskOf(task),
      states: new Map<UnitId, TaskState>(task.states.map(({ unit, state }) => [unit, state])),
      cells: new Map<UnitId, CellRef>(
        task.states.flatMap(({ unit, cell }) => (cell === null ? [] : [[unit, cell] as const])),
      ),
      raws: new Map(),
      counts: task.counts,
    })),
  };
}

function rateOf(recorded: RecordedFigures['rates']['overall'], { definitions }: Context): ReportingRate {
  const { unitType, ...counts } = recorded;
  return { ...counts, unitType: unitType === null ? undefined : definitions.typeOf(unitType) };
}

function outcomeOf(recorded: RecordedFigures['units'][number], { definitions, units }: Context): UnitOutcome {
  const { id, unitType, reportedOnCell, countedOnCell } = recorded;
  const { status, files, isCounted, isConflicting, errorCount, warningCount, infoCount } = recorded;
  const { assignedTaskCount, answeredTaskCount, completedTaskCount } = recorded;
  return {
    ...{ status, files, isCounted, isConflicting, errorCount, warningCount, infoCount },
    ...{ assignedTaskCount, answeredTaskCount, completedTaskCount },
    unit: units.get(id) ?? unknownUnit(id),
    unitType: definitions.typeOf(unitType),
    receivedOn: recorded.receivedOn ?? undefined,
    receivedBy: recorded.receivedBy ?? undefined,
    acceptedLate: recorded.acceptedLate ?? undefined,
    reportedOn: recorded.reportedOn ?? undefined,
    reportedOnRef: reportedOnCell ?? undefined,
    reportedOnRaw: undefined,
    countedOn: recorded.countedOn ?? undefined,
    countedOnRef: countedOnCell ?? undefined,
    countedOnRaw: undefined,
  };
}

function sourceOf({ file, sha256, size, receivedOn }: RecordedFigures['sources'][number]): SourceFile {
  const bare = { file, sha256: sha256 ?? '', size };
  return receivedOn === null ? bare : { ...bare, receipt: { receivedOn, entry: 0 } };
}

/**
 * The figures that were written before, as the model they were written from: all that their trace needs. Not kept, and blank: what
 * stood in the cells, opinions, bounds, and what the register knew of a unit beyond its name.
 */
export function recordedModel(
  figures: RecordedFigures,
  directive: Directive,
  register: readonly RecordedUnit[],
): ReportModel {
  const communes = new Map(register.map(({ id, formerCommune }) => [id, formerCommune]));
  const units = new Map(
    figures.units.map(({ id, name, unitType: type }) => [
      id,
      { ...unknownUnit(id), name, type, formerCommune: communes.get(id) ?? '' },
    ]),
  );
  const context: Context = { definitions: definitionsOf(figures, directive), units };
  const { asOf, ...period } = figures.round;
  return {
    round: { directive, period, units: [...units.values()], asOf },
    sources: figures.sources.map(sourceOf),
    units: figures.units.map((unit) => outcomeOf(unit, context)),
    strays: [],
    rates: figures.rates.byUnitType.map((rate) => rateOf(rate, context)),
    overallRate: rateOf(figures.rates.overall, context),
    coverages: figures.coverages.map((coverage) => coverageOf(coverage, context)),
    totals: figures.totals.map((total) => totalOf(total, context)),
    compliance: figures.compliance.map((group) => complianceOf(group, context)),
    opinions: [],
    adjusted: [],
    ...recordedFindings(figures, units),
  };
}
