import type { Directive, Indicator, UnitType } from '../model/directive.ts';
import type { Coverage, Total } from '../model/report.ts';
import type { Evidence } from './evidence.ts';
import type { MeasureOf } from './measure.ts';
import { MEASURES } from './measures/index.ts';

/** The shares that the directive lists, in its order. */
export function coveragesOf(evidence: Evidence): readonly Coverage[] {
  return evidence.round.directive.measures.flatMap((measure) => {
    switch (measure.kind) {
      case 'coverage':
        return MEASURES.coverage.compute(measure, evidence) ?? [];
      case 'sum':
        return [];
    }
  });
}

/**
 * The totals: for every count that the form does not compute and every type that must report and is asked for it, in the
 * directive's order; then the sums that the directive lists beyond these. Listed with its own title, such a sum stands in
 * the place of the unlisted one. Never one sum over several types.
 */
export function totalsOf(evidence: Evidence): readonly Total[] {
  const { directive } = evidence.round;
  const listed = directive.measures.filter((measure) => measure.kind === 'sum');
  const plain = plainSums(directive).map((sum) => listed.find((measure) => isSameSum(measure, sum)) ?? sum);
  const further = listed.filter((measure) => !plain.includes(measure));
  return [...plain, ...further].flatMap((measure) => MEASURES.sum.compute(measure, evidence) ?? []);
}

function plainSums({ indicators, unitTypes }: Directive): readonly MeasureOf<'sum'>[] {
  return indicators
    .filter(({ computed }) => computed === undefined)
    .flatMap((indicator) =>
      unitTypes
        .filter(({ id, mustReport }) => mustReport && indicator.unitTypes.includes(id))
        .map((unitType) => plainSum(indicator, unitType)),
    );
}

/** Its id is `indicator/type`: no listed id can be equal, because ids have no slash. */
function plainSum({ id, title, source }: Indicator, unitType: UnitType): MeasureOf<'sum'> {
  return { kind: 'sum', id: `${id}/${unitType.id}`, title, indicator: id, unitType: unitType.id, source };
}

function isSameSum(a: MeasureOf<'sum'>, b: MeasureOf<'sum'>): boolean {
  return a.indicator === b.indicator && a.unitType === b.unitType;
}
