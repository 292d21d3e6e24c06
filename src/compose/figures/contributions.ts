import type { Amount } from '../../model/figure.ts';
import type { Contribution } from '../../model/figure-change.ts';
import type { Ratio } from '../../model/ratio.ts';

/** A unit's part before and now; undefined where it gives nothing. */
export interface AmountPair {
  readonly before: Amount | undefined;
  readonly now: Amount | undefined;
}

const NOTHING: Ratio = { numerator: 0, denominator: 0 };

function countOf(amount: Amount | undefined): number {
  return amount?.kind === 'count' ? amount.value : 0;
}

function ratioOf(amount: Amount | undefined): Ratio {
  return amount?.kind === 'share' ? amount.ratio : NOTHING;
}

/** What several parts give together; undefined when nothing counts, or when they cannot be added. */
export function addAmounts(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  const [first, ...others] = known;
  if (first === undefined || others.length === 0) return first;
  switch (first.kind) {
    case 'count':
      return { kind: 'count', value: known.reduce((sum, amount) => sum + countOf(amount), 0) };
    case 'share': {
      const ratios = known.map(ratioOf);
      const numerator = ratios.reduce((sum, ratio) => sum + ratio.numerator, 0);
      return {
        kind: 'share',
        ratio: { numerator, denominator: ratios.reduce((sum, ratio) => sum + ratio.denominator, 0) },
      };
    }
    case 'state':
      return undefined;
  }
}

/** Whether both give the same; a part that does not count is not one that gives 0. */
export function isSameAmount(a: Amount | undefined, b: Amount | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'state') return b.kind === 'state' && a.state === b.state;
  const [one, two] = [ratioOf(a), ratioOf(b)];
  return (
    countOf(a) === countOf(b) &&
    a.kind === b.kind &&
    one.numerator === two.numerator &&
    one.denominator === two.denominator
  );
}

/** ⌊a ÷ b⌋ for b > 0. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/**
 * Whole hundredths of a percentage point for each unit that together are the rounded difference of the two shares (largest
 * remainder). A unit's exact part is (Δn − N₀/D₀ · Δd) ÷ D₁: over all units that is N₁/D₁ − N₀/D₀.
 */
function shareOut(pairs: readonly AmountPair[], before: Ratio, now: Ratio): readonly number[] {
  const scale = 10_000n;
  const below = BigInt(before.denominator) * BigInt(now.denominator);
  const exact = pairs.map((pair) => {
    const [old, current] = [ratioOf(pair.before), ratioOf(pair.now)];
    const more = BigInt(current.numerator - old.numerator) * BigInt(before.denominator);
    return (more - BigInt(before.numerator) * BigInt(current.denominator - old.denominator)) * scale;
  });
  const total = exact.reduce((sum, each) => sum + each, 0n);
  const floors = exact.map((each) => floorDivide(each, below));
  const missing = floorDivide(2n * total + below, 2n * below) - floors.reduce((sum, each) => sum + each, 0n);
  const remainders = exact.map((each, index) => each - (floors[index] ?? 0n) * below);
  const order = remainders
    .map((_, index) => index)
    .sort((a, b) => Number((remainders[b] ?? 0n) - (remainders[a] ?? 0n)));
  const raised = new Set(order.slice(0, Number(missing)));
  return floors.map((each, index) => Number(each) + (raised.has(index) ? 1 : 0));
}

function pairDifference({ before, now }: AmountPair, hundredths: number | undefined): Contribution | undefined {
  const kind = (now ?? before)?.kind;
  if (kind === 'count') return { kind, value: countOf(now) - countOf(before) };
  if (kind !== 'share') return undefined;
  const [old, current] = [ratioOf(before), ratioOf(now)];
  return {
    kind,
    numerator: current.numerator - old.numerator,
    denominator: current.denominator - old.denominator,
    hundredths,
  };
}

/** What the parts add to the difference of a figure, in their order; together they are `difference`, exactly. */
export function contributions(
  figure: { readonly before: Amount; readonly now: Amount },
  pairs: readonly AmountPair[],
): { readonly difference: Contribution | undefined; readonly parts: readonly (Contribution | undefined)[] } {
  const { before, now } = figure;
  const isShare = before.kind === 'share' && now.kind === 'share';
  const hundredths =
    isShare && before.ratio.denominator > 0 && now.ratio.denominator > 0
      ? shareOut(pairs, before.ratio, now.ratio)
      : [];
  return {
    difference: pairDifference(
      figure,
      hundredths.length === 0 ? undefined : hundredths.reduce((sum, each) => sum + each, 0),
    ),
    parts: pairs.map((pair, index) => pairDifference(pair, hundredths[index])),
  };
}

/** What is left of a difference when some of its parts are taken away; undefined when nothing can be added up. */
export function withoutParts(
  difference: Contribution | undefined,
  parts: readonly (Contribution | undefined)[],
): Contribution | undefined {
  return parts.reduce((rest, part) => {
    if (rest?.kind === 'count' && part?.kind === 'count') return { kind: 'count', value: rest.value - part.value };
    if (rest?.kind !== 'share' || part?.kind !== 'share') return rest;
    const { numerator, denominator, hundredths } = rest;
    return {
      kind: 'share',
      numerator: numerator - part.numerator,
      denominator: denominator - part.denominator,
      hundredths: hundredths === undefined ? undefined : hundredths - (part.hundredths ?? 0),
    };
  }, difference);
}
