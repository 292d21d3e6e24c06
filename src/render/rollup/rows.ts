import { meetsTarget, shortfall } from '../../model/ratio.ts';
import type {
  CommuneCoverage,
  CommuneOutcome,
  CommuneTotal,
  ProvinceCoverage,
  ProvinceRate,
  ProvinceTotal,
  Rollup,
  RollupRound,
} from '../../model/rollup.ts';
import { nameJson } from '../json/json-value.ts';

/**
 * One commune's figure of one indicator in one round: what the long table (một dòng cho mỗi xã, mỗi kỳ, mỗi chỉ tiêu) has in a
 * line. The order of the fields is the order of the columns. null: there is no such value; never 0.
 */
export interface LongRow {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly communeCode: string | null;
  readonly commune: string;
  readonly state: CommuneOutcome['state'];
  readonly kind: 'coverage' | 'total' | 'reporting';
  readonly id: string;
  readonly title: string;
  readonly unitType: string | null;
  readonly unitTypeName: string | null;
  readonly counts: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly targetComparison: string | null;
  readonly targetPercent: number | null;
  readonly verdict: 'met' | 'not-met' | 'no-data' | null;
  readonly shortfall: number | null;
  readonly countedUnits: number | null;
  readonly expectedUnits: number | null;
  readonly reportVersion: string | null;
  readonly asOf: string | null;
  readonly countedFrom: string | null;
  readonly countedTo: string | null;
  readonly directive: string | null;
  readonly directiveVersion: number | null;
  readonly file: string | null;
  readonly sha256: string | null;
}

type Head = Pick<LongRow, 'period' | 'from' | 'to' | 'communeCode' | 'commune' | 'state'>;
type Origin = Pick<
  LongRow,
  'reportVersion' | 'asOf' | 'countedFrom' | 'countedTo' | 'directive' | 'directiveVersion' | 'file' | 'sha256'
>;
type Middle = Omit<LongRow, keyof Head | keyof Origin>;

function headOf({ period }: RollupRound, { commune: { code, name }, state }: CommuneOutcome): Head {
  const { id, from, to } = period;
  return { period: id, from, to, communeCode: code === '' ? null : code, commune: name, state };
}

function originOf({ report }: CommuneOutcome): Origin {
  return {
    reportVersion: report?.version ?? null,
    asOf: report?.asOf ?? null,
    countedFrom: report?.countedFrom ?? null,
    countedTo: report?.countedTo ?? null,
    directive: report?.directive.id ?? null,
    directiveVersion: report?.directive.version ?? null,
    file: report === undefined ? null : nameJson(report.source.file),
    sha256: report?.source.sha256 ?? null,
  };
}

const NO_TARGET = { targetComparison: null, targetPercent: null, verdict: null, shortfall: null } as const;

/** What the share comes to in one commune; its own target judges it. */
function judged(part: CommuneCoverage | undefined): Pick<Middle, keyof typeof NO_TARGET | 'value' | 'denominator'> {
  if (part === undefined) return { ...NO_TARGET, value: null, denominator: null };
  const { ratio, target } = part;
  const { comparison: targetComparison, percent: targetPercent } = target;
  if (part.countedUnitCount === 0 || ratio.denominator === 0) {
    return { value: null, denominator: null, targetComparison, targetPercent, verdict: 'no-data', shortfall: null };
  }
  return {
    value: ratio.numerator,
    denominator: ratio.denominator,
    targetComparison,
    targetPercent,
    verdict: meetsTarget(ratio, target) ? 'met' : 'not-met',
    shortfall: shortfall(ratio, target),
  };
}

function coverageMiddle({ definition }: ProvinceCoverage, part: CommuneCoverage | undefined): Middle {
  const { id, title, unitType, numerator } = definition;
  return {
    kind: 'coverage',
    id,
    title: part?.definition.title ?? title,
    unitType: unitType.id,
    unitTypeName: part?.definition.unitType.name ?? unitType.name,
    counts: numerator.counts,
    ...judged(part),
    countedUnits: part?.countedUnitCount ?? null,
    expectedUnits: part?.expectedUnitCount ?? null,
  };
}

function totalMiddle({ definition }: ProvinceTotal, part: CommuneTotal | undefined): Middle {
  const { id, title, unitType, counts } = definition;
  return {
    kind: 'total',
    id,
    title: part?.definition.title ?? title,
    unitType: unitType.id,
    unitTypeName: part?.definition.unitType.name ?? unitType.name,
    counts,
    value: part === undefined || part.countedUnitCount === 0 ? null : part.value,
    denominator: null,
    ...NO_TARGET,
    countedUnits: part?.countedUnitCount ?? null,
    expectedUnits: part?.expectedUnitCount ?? null,
  };
}

/** The two figures of reporting: how many of the units that owe a report have reported, and in time. */
const REPORTING = [
  { id: 'reported', title: 'Số đơn vị đã báo cáo', valueOf: 'received' },
  { id: 'reported-on-time', title: 'Số đơn vị báo cáo đúng hạn', valueOf: 'onTime' },
] as const;

function rateMiddles({ unitType }: ProvinceRate, part: ProvinceRate['parts'][number]['part']): readonly Middle[] {
  return REPORTING.map(({ id, title, valueOf }) => ({
    kind: 'reporting',
    id,
    title,
    unitType: unitType?.id ?? null,
    unitTypeName: part?.unitType?.name ?? unitType?.name ?? null,
    counts: 'unit',
    value: part?.[valueOf] ?? null,
    denominator: part?.expected ?? null,
    ...NO_TARGET,
    countedUnits: null,
    expectedUnits: null,
  }));
}

function roundRows(round: RollupRound): readonly LongRow[] {
  return round.communes.flatMap((outcome, place) => {
    const [head, origin] = [headOf(round, outcome), originOf(outcome)];
    // The parts of every figure are in the order of the communes.
    const middles = [
      ...round.coverages.map((coverage) => coverageMiddle(coverage, coverage.parts[place]?.part)),
      ...round.totals.map((total) => totalMiddle(total, total.parts[place]?.part)),
      ...round.rates.flatMap((rate) => rateMiddles(rate, rate.parts[place]?.part)),
    ];
    return middles.map((middle) => ({ ...head, ...middle, ...origin }));
  });
}

/** Every figure of every commune, also of those that sent nothing: round by round, commune by commune. */
export function longRows({ rounds }: Rollup): readonly LongRow[] {
  return rounds.flatMap(roundRows);
}
