import type { Source } from '../../model/directive.ts';
import type {
  Coverage,
  CoverageBounds,
  CoverageChange,
  CoverageRow,
  GroupCompliance,
  Opinion,
  Total,
} from '../../model/report.ts';
import { cellJson, figureJson, locatedJson, ratioJson, type JsonObject, type JsonValue } from './json-value.ts';

/** A share against its target, with every unit's row. */
export function coverageJson(coverage: Coverage): JsonObject {
  return {
    id: coverage.id,
    title: coverage.title,
    source: sourceJson(coverage.source),
    unitType: coverage.unitType.id,
    numeratorIndicator: coverage.numerator.id,
    denominatorIndicator: coverage.denominator.id,
    target: { comparison: coverage.target.comparison, percent: coverage.target.percent },
    ratio: ratioJson(coverage.ratio),
    verdict: coverage.verdict,
    shortfall: coverage.shortfall,
    countedUnitCount: coverage.countedUnitCount,
    expectedUnitCount: coverage.expectedUnitCount,
    bounds: boundsJson(coverage.bounds),
    unbounded: coverage.unbounded,
    rows: coverage.rows.map(rowJson),
  };
}

function boundsJson(bounds: CoverageBounds | undefined): JsonValue {
  if (bounds === undefined) return null;
  const { lowest, highest, canChangeVerdict } = bounds;
  return { lowest: ratioJson(lowest), highest: ratioJson(highest), canChangeVerdict };
}

function rowJson({ unit, state, numerator, denominator, isMet, shortfall }: CoverageRow): JsonObject {
  return {
    unit: unit.id,
    state,
    numerator: figureJson(numerator),
    denominator: figureJson(denominator),
    isMet,
    shortfall: shortfall ?? null,
  };
}

/** A share beside that of the round before, over the units that count in both. */
export function changeJson({ coverage, period, unitCount, before, now }: CoverageChange): JsonObject {
  const { id, from, to } = period;
  return { coverage, previous: { id, from, to }, unitCount, before: ratioJson(before), now: ratioJson(now) };
}

/** A sum with every cell that was added. */
export function totalJson(total: Total): JsonObject {
  return {
    id: total.id,
    title: total.title,
    indicator: total.indicator.id,
    counts: total.counts,
    unitType: total.unitType.id,
    value: total.value,
    countedUnitCount: total.countedUnitCount,
    expectedUnitCount: total.expectedUnitCount,
    parts: total.parts.map(({ unit, cell }) => ({ unit, ...locatedJson(cell) })),
  };
}

/** One group's tasks × units. */
export function complianceJson({ group, units, tasks }: GroupCompliance): JsonObject {
  return {
    taskGroup: group.id,
    clause: group.clause,
    title: group.title,
    tasks: tasks.map(({ task, states, cells, counts }) => ({
      task: task.id,
      title: task.title,
      source: sourceJson(task.source),
      counts: {
        completed: counts.completed,
        'in-progress': counts['in-progress'],
        'not-started': counts['not-started'],
        unanswered: counts.unanswered,
        'left-out': counts['left-out'],
        'not-reported': counts['not-reported'],
      },
      states: units.map(({ id }) => {
        const cell = cells.get(id);
        return { unit: id, state: states.get(id) ?? 'not-reported', cell: cell === undefined ? null : cellJson(cell) };
      }),
    })),
  };
}

/** A unit's own words; the text is masked before it gets here. */
export function opinionJson({ opinion, unit, task, text }: Opinion): JsonObject {
  return { opinion, unit: unit.id, task: task ?? null, text: text.value, cell: cellJson(text.ref) };
}

function sourceJson(source: Source): JsonObject {
  switch (source.kind) {
    case 'clause':
      return { kind: 'clause', clause: source.clause };
    case 'configuration':
      return { kind: 'configuration', note: source.note };
  }
}
