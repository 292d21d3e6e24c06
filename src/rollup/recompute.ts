import { meetsTarget, shortfall as shortfallOf } from '../model/ratio.ts';
import { formatInteger } from '../vi/number.ts';
import { quoteValue } from '../vi/text.ts';
import type { ReportContent } from './schema.ts';

type Coverage = ReportContent['coverages'][number];
type Total = ReportContent['totals'][number];
type Rate = ReportContent['rates']['overall'];
type Unit = ReportContent['units'][number];

const RECEIVED = ['on-time', 'late', 'undated'];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** One sentence when the stated number is not the one that its parts give. */
function compared(thing: string, stated: number, computed: number): readonly string[] {
  if (stated === computed) return [];
  return [`${thing} ghi ${formatInteger(stated)}, cộng lại từ các phần được ${formatInteger(computed)}`];
}

function repeated(thing: string, ids: readonly string[]): readonly string[] {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? [] : [`${thing} ${quoteValue(twice)} được ghi hai lần`];
}

function coverageFaults(coverage: Coverage): readonly string[] {
  const { title, ratio, rows, target, verdict } = coverage;
  const counted = rows.filter(({ state }) => state === 'counted');
  const numerator = sum(counted.map((row) => row.numerator?.value ?? 0));
  const denominator = sum(counted.map((row) => row.denominator?.value ?? 0));
  const share = { numerator, denominator };
  const isMet = meetsTarget(share, target);
  const expected = denominator === 0 ? 'no-data' : isMet ? 'met' : 'not-met';
  const of = quoteValue(title);
  return [
    ...repeated(
      `trong ${of}, đơn vị`,
      rows.map(({ unit }) => unit),
    ),
    ...compared(`tử số của ${of}`, ratio.numerator, numerator),
    ...compared(`mẫu số của ${of}`, ratio.denominator, denominator),
    ...compared(`số đơn vị được tính của ${of}`, coverage.countedUnitCount, counted.length),
    ...compared(`số đơn vị của ${of}`, coverage.expectedUnitCount, rows.length),
    ...(verdict === expected ? [] : [`kết luận của ${of} không khớp với tử số, mẫu số và mức chỉ tiêu`]),
    ...(expected === 'no-data'
      ? []
      : compared(`số còn thiếu của ${of}`, coverage.shortfall, shortfallOf(share, target))),
  ];
}

function totalFaults(total: Total, units: readonly Unit[]): readonly string[] {
  const { title, unitType, value, parts, countedUnitCount, expectedUnitCount } = total;
  const of = `${quoteValue(title)} (loại đơn vị ${unitType})`;
  const ofType = units.filter((unit) => unit.unitType === unitType).length;
  return [
    ...repeated(
      `trong ${of}, đơn vị`,
      parts.map(({ unit }) => unit),
    ),
    ...compared(of, value, sum(parts.map((part) => part.value))),
    ...compared(`số đơn vị có số liệu của ${of}`, countedUnitCount, parts.length),
    ...compared(`số đơn vị của ${of}`, expectedUnitCount, ofType),
  ];
}

function rateFaults(rate: Rate, units: readonly Unit[]): readonly string[] {
  const { unitType, expected, received, onTime } = rate;
  const owing = units.filter((unit) => unit.mustReport && (unitType === null || unit.unitType === unitType));
  const count = (statuses: readonly string[]): number => owing.filter(({ status }) => statuses.includes(status)).length;
  const of = unitType === null ? 'chung' : `của loại đơn vị ${unitType}`;
  const isSame =
    rate.rate.numerator === received &&
    rate.rateOnTime.numerator === onTime &&
    rate.rate.denominator === expected &&
    rate.rateOnTime.denominator === expected;
  return [
    ...compared(`số đơn vị phải báo cáo ${of}`, expected, owing.length),
    ...compared(`số đơn vị đã báo cáo ${of}`, received, count(RECEIVED)),
    ...compared(`số đơn vị đúng hạn ${of}`, onTime, count(['on-time'])),
    ...(isSame ? [] : [`tỷ lệ báo cáo ${of} không khớp với số đơn vị`]),
  ];
}

/**
 * What in the file contradicts itself, sentence by sentence without full stop: every share, sum and reporting rate is computed
 * anew from the units that stand in the file.
 */
export function figureFaults({ coverages, totals, rates, units }: ReportContent): readonly string[] {
  const kinds = rates.byUnitType.map(({ unitType }) => unitType ?? '');
  return [
    ...repeated(
      'tỷ lệ',
      coverages.map(({ id }) => id),
    ),
    ...repeated(
      'số cộng',
      totals.map(({ id }) => id),
    ),
    ...repeated('tỷ lệ báo cáo của loại đơn vị', kinds),
    ...coverages.flatMap(coverageFaults),
    ...totals.flatMap((total) => totalFaults(total, units)),
    ...[rates.overall, ...rates.byUnitType].flatMap((rate) => rateFaults(rate, units)),
  ];
}
