import type { Diagnostic } from '../model/diagnostic.ts';
import type { UnitType } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import type { Unit, UnitTypeId } from '../model/unit.ts';
import { compareTexts } from '../model/compare-texts.ts';
import { grouped } from '../model/grouped.ts';
import { receiptOf, type Receipt } from './receipts.ts';
import { exclusionsOf, type Exclusions } from './usable-values.ts';

/** All that the figures are computed from. */
export interface Evidence {
  readonly round: Round;
  readonly exclusions: Exclusions;
  /** Every unit of the register, in its order. */
  readonly reports: readonly UnitReport[];
  /** One for each file that belongs to no unit of the register, sorted by name. */
  readonly strays: readonly Arrival[];
}

/** A unit of the register and what came from it. */
export interface UnitReport {
  readonly unit: Unit;
  readonly unitType: UnitType;
  /** Its reports, sorted by file. */
  readonly arrivals: readonly Arrival[];
  readonly receipt: Receipt;
}

/** Brings files, findings and register together. The order of the arrivals does not matter. */
export function gatherEvidence(
  arrivals: readonly Arrival[],
  diagnostics: readonly Diagnostic[],
  round: Round,
): Evidence {
  const exclusions = exclusionsOf(diagnostics);
  const sorted = arrivals.toSorted((a, b) => compareTexts(a.source.file, b.source.file));
  const byUnit = grouped(sorted, ({ unit }) => unit?.id ?? '');
  const reports = round.units.map((unit): UnitReport => {
    const own = byUnit.get(unit.id) ?? [];
    return { unit, unitType: unitTypeOf(round, unit.type), arrivals: own, receipt: receiptOf(own, exclusions, round) };
  });
  const owned = new Set(reports.flatMap((report) => report.arrivals.map(({ source }) => source.file)));
  const strays = sorted.filter(({ source }, index) => {
    const isFirstOfFile = sorted[index - 1]?.source.file !== source.file;
    return isFirstOfFile && !owned.has(source.file);
  });
  return { round, exclusions, reports, strays };
}

/** The reports of one type, in the register's order. */
export function reportsOfType(evidence: Evidence, type: UnitTypeId): readonly UnitReport[] {
  return evidence.reports.filter(({ unit }) => unit.type === type);
}

/**
 * The type as the directive describes it. A register may hold more types than one directive addresses (the monthly round
 * asks villages only): those owe this directive nothing.
 */
function unitTypeOf({ directive }: Round, id: UnitTypeId): UnitType {
  const note = 'Văn bản giao nhiệm vụ không nêu loại đơn vị này';
  const unaddressed = { id, name: id, plural: id, aliases: [], mustReport: false, receivesForm: false };
  return (
    directive.unitTypes.find((type) => type.id === id) ?? {
      ...unaddressed,
      source: { kind: 'configuration', note },
    }
  );
}
