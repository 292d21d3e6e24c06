import type { Amount, Figure, FigurePart } from '../../model/figure.ts';
import type { FigureBasis, FigureChange, PartChange, PartChangeKind } from '../../model/figure-change.ts';
import { grouped } from '../../model/grouped.ts';
import type { ReportModel } from '../../model/report.ts';
import type { UnitId } from '../../model/unit.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { matchKey } from '../../vi/text.ts';
import { causesOf } from './change-causes.ts';
import { addAmounts, contributions, isSameAmount } from './contributions.ts';

/** The figures of a report with what they were made from. */
export interface ReportFigures {
  readonly model: ReportModel;
  readonly figures: readonly Figure[];
}

/** What two reports say of one unit. */
interface Pairing {
  readonly unit: UnitId;
  readonly before: readonly FigurePart[];
  readonly now: FigurePart | undefined;
}

/** What both sides know beside the two figures. */
interface Sides {
  readonly now: ReportFigures;
  readonly before: ReportFigures;
  readonly basis: FigureBasis;
}

function printedAmount(amount: Amount): string {
  switch (amount.kind) {
    case 'count':
      return formatInteger(amount.value);
    case 'share':
      return formatPercent(amount.ratio);
    case 'state':
      return amount.state;
  }
}

/** The earlier figure: of a unit those of all units that it stands for now. Undefined when there was none. */
function earlierFigure(
  { key, unit }: Figure,
  { before, basis }: Sides,
): (Pick<Figure, 'amount' | 'printed'> & Pick<Figure, 'parts'>) | undefined {
  const same = before.figures.filter(
    (one) => one.key === key && (one.unit === undefined ? unit === undefined : basis.follow(one.unit) === unit),
  );
  const own = [...new Map(same.map((one) => [one.unit, one])).values()];
  const [first, ...others] = own;
  if (first === undefined || others.length === 0) return first;
  const amount = addAmounts(own.map((one) => one.amount));
  return amount === undefined
    ? undefined
    : { amount, printed: printedAmount(amount), parts: own.flatMap(({ parts }) => parts) };
}

/** Every unit that one of the figures has a part of: in the order of the present register, those that are gone last. */
function paired(
  now: readonly FigurePart[],
  before: readonly FigurePart[],
  { now: { model }, basis }: Sides,
): readonly Pairing[] {
  const earlier = grouped(before, ({ unit }) => basis.follow(unit));
  const current = new Map(now.map((part) => [part.unit, part]));
  const known = model.units.map(({ unit }) => unit.id);
  const all = [...new Set([...known, ...current.keys(), ...earlier.keys()])];
  return all
    .filter((unit) => current.has(unit) || earlier.has(unit))
    .map((unit) => ({ unit, before: earlier.get(unit) ?? [], now: current.get(unit) }));
}

function kindOf({ unit }: Pairing, amounts: Pick<PartChange, 'before' | 'now'>, { now, basis }: Sides): PartChangeKind {
  if (!now.model.units.some((outcome) => outcome.unit.id === unit)) return 'gone-unit';
  if (!basis.model.units.some((outcome) => basis.follow(outcome.unit.id) === unit)) return 'new-unit';
  if (amounts.before === undefined) return 'now-counted';
  return amounts.now === undefined ? 'no-longer-counted' : 'changed';
}

/** The figure that has every unit that must report as a part, with what became of its report. */
const EVERYBODY = 'rate::expected';

/** Why nothing of the unit counts, as a figure of the same answers says it; '' when none does. */
function familyText(
  { family }: Figure,
  unit: UnitId,
  figures: readonly Figure[],
  follow: FigureBasis['follow'],
): string {
  const textIn = (isWanted: (one: Figure) => boolean): string | undefined =>
    figures.filter(isWanted).flatMap(({ parts }) => parts.find((part) => follow(part.unit) === unit) ?? [])[0]?.text;
  return textIn((one) => one.family === family) ?? textIn(({ key }) => key === EVERYBODY) ?? '';
}

/** Names under which the unit stood that it has no more. */
function formerNames({ unit }: Pairing, { now, basis }: Sides): readonly string[] {
  const name = now.model.units.find((outcome) => outcome.unit.id === unit)?.unit.name;
  const earlier = basis.model.units.filter((outcome) => basis.follow(outcome.unit.id) === unit).map((one) => one.unit);
  const isPlain = earlier.every(
    (one) => one.id === unit && (name === undefined || matchKey(one.name) === matchKey(name)),
  );
  return isPlain ? [] : earlier.map((one) => one.name);
}

function partChange(
  pairing: Pairing,
  contribution: PartChange['contribution'],
  { figure, sides }: { readonly figure: Figure; readonly sides: Sides },
): PartChange {
  const { unit, before, now } = pairing;
  const amounts = { before: addAmounts(before.map(({ amount }) => amount)), now: now?.amount };
  const text = before.map((part) => part.text).join('; ');
  const { basis } = sides;
  return {
    unit,
    name: now?.name ?? sides.now.model.units.find((one) => one.unit.id === unit)?.unit.name ?? before[0]?.name ?? unit,
    kind: kindOf(pairing, amounts, sides),
    ...amounts,
    beforeText: text === '' ? familyText(figure, unit, sides.before.figures, basis.follow) : text,
    nowText: now?.text ?? familyText(figure, unit, sides.now.figures, (id) => id),
    contribution,
    formerly: formerNames(pairing, sides),
    causes: causesOf({ ...pairing, subjects: figure.subjects }, basis, sides.now.model),
  };
}

/** The figure beside what an earlier report said: which units differ, by how much, and why. */
export function changeSince(
  figure: Figure,
  now: ReportFigures,
  basis: FigureBasis,
  before: readonly Figure[],
): FigureChange {
  const sides: Sides = { now, basis, before: { model: basis.model, figures: before } };
  const earlier = earlierFigure(figure, sides);
  if (earlier === undefined) {
    return { basis, before: undefined, difference: undefined, parts: [], others: undefined, unchangedCount: 0 };
  }
  const pairs = paired(figure.parts, earlier.parts, sides);
  const amounts = pairs.map((pair) => ({
    before: addAmounts(pair.before.map(({ amount }) => amount)),
    now: pair.now?.amount,
  }));
  const added = contributions({ before: earlier.amount, now: figure.amount }, amounts);
  const isSame = amounts.map((pair) => isSameAmount(pair.before, pair.now));
  const parts = pairs.flatMap((pair, index) =>
    isSame[index] === true ? [] : [partChange(pair, added.parts[index], { figure, sides })],
  );
  const { amount, printed } = earlier;
  return {
    basis,
    before: { amount, printed },
    difference: added.difference,
    parts,
    others: undefined,
    unchangedCount: pairs.length - parts.length,
  };
}
