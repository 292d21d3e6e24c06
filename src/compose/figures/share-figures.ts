import type { Amount, Figure, FigurePart } from '../../model/figure.ts';
import type { Located } from '../../model/located.ts';
import type { Coverage, CoverageRow } from '../../model/report.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { coverageRemark } from '../coverage-remarks.ts';
import { lowerFirst, placeText } from '../wording.ts';
import type { FigureContext } from './context.ts';

type Side = 'numerator' | 'denominator';

/** The errors that keep one of the row's two numbers out; undefined when none is known. */
function why(
  { unit }: CoverageRow,
  { numerator, denominator }: Coverage,
  { model }: FigureContext,
): string | undefined {
  const ids: ReadonlySet<unknown> = new Set([numerator.id, denominator.id]);
  const own = model.leftOut.filter((one) => one.unit?.id === unit.id && ids.has(one.diagnostic.facts['indicator']));
  const words = own.map(({ diagnostic: { message, location } }) => `${message} (${placeText(location)})`);
  return words.length === 0 ? undefined : words.join('; ');
}

/** What a row gives to one of the sums or to the share; undefined when it does not count. */
function amountOf({ ratio }: CoverageRow, [side, ...more]: readonly Side[]): Amount | undefined {
  if (ratio === undefined) return undefined;
  return side === undefined || more.length > 0 ? { kind: 'share', ratio } : { kind: 'count', value: ratio[side] };
}

/** What the share and its parts have in common: in another report it is the same one by what it is a share of. */
function familyOf({ numerator, denominator, unitType }: Coverage): string {
  return `share:${numerator.id}/${denominator.id}:${unitType.id}`;
}

/** What a row gives to the figure, or why it gives nothing. */
function partOf(
  row: CoverageRow,
  { text, sides }: { readonly text: string; readonly sides: readonly Side[] },
  coverage: Coverage,
  context: FigureContext,
): FigurePart {
  const { model, nameOf, cellOf } = context;
  const outcome = model.units.find(({ unit }) => unit.id === row.unit.id);
  const isCounted = row.state === 'counted';
  const cells = isCounted ? sides.flatMap((side) => cellOf(row[side])) : [];
  return {
    unit: row.unit.id,
    name: nameOf(row.unit),
    text: isCounted ? text : `không tính: ${why(row, coverage, context) ?? coverageRemark(row, outcome, model)}`,
    amount: isCounted ? amountOf(row, sides) : undefined,
    cells,
  };
}

function numberOf(located: Located<number> | undefined): string {
  return located === undefined ? '–' : formatInteger(located.value);
}

/** The share, its two sums, and what is missing to the target. */
function ofAll(coverage: Coverage, context: FigureContext): readonly Figure[] {
  const { id, title, ratio, rows, target, shortfall, numerator, denominator, unitType } = coverage;
  const { countedUnitCount, expectedUnitCount } = coverage;
  if (coverage.verdict === 'no-data') return [];
  const people = countNoun(numerator.counts);
  const from = `từ ${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)} ${lowerFirst(unitType.name)}`;
  const division = `${formatInteger(ratio.numerator)} ÷ ${formatInteger(ratio.denominator)} ${people}`;
  const parts = (sides: readonly Side[], text: (row: CoverageRow) => string): readonly FigurePart[] =>
    rows.map((row) => partOf(row, { text: text(row), sides }, coverage, context));
  const ratioText = (row: CoverageRow): string => `${numberOf(row.numerator)} ÷ ${numberOf(row.denominator)}`;
  const both = parts(['numerator', 'denominator'], ratioText);
  const family = familyOf(coverage);
  const subjects = [numerator.id, denominator.id];
  const own = { family, subjects, unit: undefined, names: [id] };
  const needed = `số ${people} ít nhất còn thiếu để ${division} đạt ${formatTarget(target)}`;
  return [
    {
      ...own,
      key: `${family}:share`,
      amount: { kind: 'share', ratio },
      printed: formatPercent(ratio, target.percent),
      title: capitalize(title),
      how: `${division}, ${from}`,
      parts: both,
    },
    ...(['numerator', 'denominator'] as const).map((side): Figure => {
      const indicator = side === 'numerator' ? numerator : denominator;
      return {
        key: `${family}:${side}`,
        family,
        subjects: [indicator.id],
        amount: { kind: 'count', value: ratio[side] },
        printed: formatInteger(ratio[side]),
        title: `${indicator.title} (${indicator.code}), cộng để tính ${lowerFirst(title)}`,
        how: `cộng số liệu ${from} có đủ cả hai số`,
        unit: undefined,
        names: [id, indicator.id, indicator.code],
        parts: parts([side], (row) => numberOf(row[side])),
      };
    }),
    {
      ...own,
      key: `${family}:shortfall`,
      amount: { kind: 'count', value: shortfall },
      printed: formatInteger(shortfall),
      title: `Số ${people} còn thiếu để đạt chỉ tiêu`,
      how: needed,
      parts: both,
    },
  ];
}

/** The figures of one unit's row. */
function ofRow(row: CoverageRow, coverage: Coverage, context: FigureContext): readonly Figure[] {
  const { unit, ratio, shortfall, numerator, denominator } = row;
  if (ratio === undefined || numerator === undefined || denominator === undefined) return [];
  const { id, title, target } = coverage;
  const name = context.nameOf(unit);
  const division = `${numberOf(numerator)} ÷ ${numberOf(denominator)}`;
  const family = familyOf(coverage);
  const parts = [partOf(row, { text: division, sides: ['numerator', 'denominator'] }, coverage, context)];
  const subjects = [coverage.numerator.id, coverage.denominator.id];
  const own = {
    family,
    subjects,
    unit: unit.id,
    names: [id, coverage.numerator.code, coverage.denominator.code],
    parts,
  };
  const ofSide = (side: Side): Figure => ({
    ...own,
    key: `${family}:${side}`,
    subjects: [coverage[side].id],
    amount: { kind: 'count', value: ratio[side] },
    printed: formatInteger(ratio[side]),
    title: `${coverage[side].title}: ${name}`,
    how: 'số đơn vị ghi',
    parts: parts.map((part) => ({ ...part, amount: { kind: 'count', value: ratio[side] } })),
  });
  const figures: readonly Figure[] = [
    {
      ...own,
      key: `${family}:share`,
      amount: { kind: 'share', ratio },
      printed: formatPercent(ratio, target.percent),
      title: `${capitalize(title)}: ${name}`,
      how: division,
    },
    ofSide('denominator'),
    ofSide('numerator'),
  ];
  if (shortfall === undefined || shortfall === 0) return figures;
  return [
    ...figures,
    {
      ...own,
      key: `${family}:shortfall`,
      amount: { kind: 'count', value: shortfall },
      printed: formatInteger(shortfall),
      title: `Còn thiếu để đạt chỉ tiêu: ${name}`,
      how: `${division}, so với chỉ tiêu ${formatTarget(target)}`,
    },
  ];
}

/** The figures of the shares: of the commune first, then of each unit. */
export function shareFigures(context: FigureContext): readonly Figure[] {
  return context.model.coverages.flatMap((coverage) => [
    ...ofAll(coverage, context),
    ...coverage.rows.flatMap((row) => ofRow(row, coverage, context)),
  ]);
}
