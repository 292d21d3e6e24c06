import { compareRatios, type Ratio } from '../model/ratio.ts';
import type { Coverage, CoverageChange, CoverageRow, ReportModel } from '../model/report.ts';
import { countNoun } from '../vi/count-words.ts';
import { formatDate } from '../vi/date.ts';
import { formatPercent, formatTarget } from '../vi/number.ts';
import { capitalize } from '../vi/text.ts';
import { coverageRemark } from './coverage-remarks.ts';
import type { ScopeObject, ScopeValue } from './scope.ts';
import type { UnitNames } from './unit-names.ts';
import { lowerFirst } from './wording.ts';

/** Variables `coverages[].…`: each share with its target. */
export function coverageParts(model: ReportModel, names: UnitNames): readonly ScopeObject[] {
  return model.coverages.map((coverage) => ({
    ...coveragePart(coverage, names),
    rows: rowParts(coverage, model, names),
    change: changePart(
      coverage,
      model.changes?.find((one) => one.coverage === coverage.id),
    ),
  }));
}

const VERDICTS: Readonly<Record<Coverage['verdict'], string>> = {
  met: 'đạt',
  'not-met': 'chưa đạt',
  'no-data': 'chưa có số liệu',
};

/** Every unit of the type in the register's order; what is not counted has no numbers, so that they add up to the total. */
function rowParts(coverage: Coverage, model: ReportModel, names: UnitNames): readonly ScopeObject[] {
  const outcomes = new Map(model.units.map((outcome) => [outcome.unit.id, outcome]));
  return coverage.rows.map((row) => {
    const { unit, state, numerator, denominator, ratio, isMet, shortfall } = row;
    const outcome = outcomes.get(unit.id);
    const isCounted = state === 'counted';
    return {
      name: names.inSentence(unit),
      title: names.titled(unit),
      numerator: isCounted ? (numerator?.value ?? null) : null,
      denominator: isCounted ? (denominator?.value ?? null) : null,
      ratio: ratio === undefined ? null : formatPercent(ratio, coverage.target.percent),
      verdict: isCounted ? capitalize(VERDICTS[isMet ? 'met' : 'not-met']) : null,
      shortfall: shortfall ?? null,
      counted_on: isCounted && outcome?.countedOn !== undefined ? formatDate(outcome.countedOn) : null,
      remark: coverageRemark(row, outcome, model),
    };
  });
}

function coveragePart(coverage: Coverage, names: UnitNames): ScopeObject {
  const { target, ratio, rows, countedUnitCount, expectedUnitCount } = coverage;
  const counted = rows.filter(({ state }) => state === 'counted');
  const namesIn = (state: CoverageRow['state']): readonly string[] =>
    rows.filter((row) => row.state === state).map(({ unit }) => names.inSentence(unit));
  return {
    id: coverage.id,
    title: coverage.title,
    clause: coverage.source.kind === 'clause' ? coverage.source.clause : null,
    unit_type: lowerFirst(coverage.unitType.name),
    unit_types: coverage.unitType.plural,
    target: formatTarget(target),
    has_data: coverage.verdict !== 'no-data',
    is_met: coverage.verdict === 'met',
    verdict: VERDICTS[coverage.verdict],
    numerator: ratio.numerator,
    denominator: ratio.denominator,
    counts: countNoun(coverage.numerator.counts),
    ratio: formatPercent(ratio, target.percent),
    shortfall: coverage.shortfall,
    counted: countedUnitCount,
    expected: expectedUnitCount,
    is_complete: countedUnitCount === expectedUnitCount,
    met: counted.filter(({ isMet }) => isMet).length,
    highest: extremePart(coverage, 'highest', names),
    lowest: extremePart(coverage, 'lowest', names),
    below: belowTarget(coverage).map((row) => belowPart(coverage, row, names)),
    left_out: namesIn('left-out'),
    not_reported: namesIn('not-reported'),
    uncounted: expectedUnitCount - countedUnitCount,
    unbounded: rows
      .filter(({ unit }) => coverage.unbounded.includes(unit.id))
      .map(({ unit }) => names.inSentence(unit)),
    bounds: boundsPart(coverage),
  };
}

/** The counted rows with a share, lowest first. */
function ranked({ rows }: Coverage): readonly (CoverageRow & { readonly ratio: Ratio })[] {
  return rows.filter(hasRatio).toSorted((a, b) => compareRatios(a.ratio, b.ratio));
}

function hasRatio(row: CoverageRow): row is CoverageRow & { readonly ratio: Ratio } {
  return row.state === 'counted' && row.ratio !== undefined;
}

/**
 * The highest or the lowest share with all units that have it, in the register's order. Null where nothing can be ranked: a single
 * unit counts, all have the same share, or both would be printed alike.
 */
function extremePart(coverage: Coverage, which: 'highest' | 'lowest', names: UnitNames): ScopeValue {
  const rows = ranked(coverage);
  const [lowest, highest] = [rows[0]?.ratio, rows.at(-1)?.ratio];
  if (lowest === undefined || highest === undefined) return null;
  const printed = (ratio: Ratio): string => formatPercent(ratio, coverage.target.percent);
  if (printed(lowest) === printed(highest)) return null;
  const extreme = which === 'highest' ? highest : lowest;
  const own = coverage.rows.filter((row) => hasRatio(row) && compareRatios(row.ratio, extreme) === 0);
  return { ratio: printed(extreme), names: own.map(({ unit }) => names.inSentence(unit)) };
}

/** The counted rows below the target, lowest first; equal shares in the register's order. */
function belowTarget({ rows }: Coverage): readonly CoverageRow[] {
  return rows
    .filter(({ state, isMet }) => state === 'counted' && !isMet)
    .toSorted((a, b) => (a.ratio === undefined || b.ratio === undefined ? 0 : compareRatios(a.ratio, b.ratio)));
}

function belowPart({ target }: Coverage, { unit, ratio, shortfall }: CoverageRow, names: UnitNames): ScopeObject {
  return {
    name: names.inSentence(unit),
    ratio: ratio === undefined ? null : formatPercent(ratio, target.percent),
    shortfall: shortfall ?? null,
  };
}

function boundsPart({ bounds, target }: Coverage): ScopeValue {
  if (bounds === undefined) return null;
  return {
    lowest: formatPercent(bounds.lowest, target.percent),
    highest: formatPercent(bounds.highest, target.percent),
    can_change: bounds.canChangeVerdict,
  };
}

/** Which way a share went is decided exactly; digits are added until both shares stay on their side of the target. */
function changePart({ target }: Coverage, change: CoverageChange | undefined): ScopeValue {
  if (change === undefined) return null;
  const { period, unitCount, before, now } = change;
  const order = compareRatios(now, before);
  return {
    period: period.id,
    from: formatDate(period.from),
    to: formatDate(period.to),
    units: unitCount,
    is_up: order > 0,
    is_down: order < 0,
    before: formatPercent(before, target.percent),
    before_numerator: before.numerator,
    before_denominator: before.denominator,
    now: formatPercent(now, target.percent),
    now_numerator: now.numerator,
    now_denominator: now.denominator,
  };
}
