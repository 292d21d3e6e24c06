import type { Amount, Figure, FigurePart } from '../../model/figure.ts';
import type { Ratio } from '../../model/ratio.ts';
import { isReceived, type ReportingRate, type UnitOutcome } from '../../model/report.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { fileText, RECEIPT_STATUSES, receivedText } from '../wording.ts';
import type { FigureContext } from './context.ts';

/** Which units of those that must report a figure counts. */
type IsCounted = (outcome: UnitOutcome) => boolean;

/** A figure before its parts. */
type Draft = Pick<Figure, 'amount' | 'how' | 'key' | 'printed' | 'title'>;

function partOf(outcome: UnitOutcome, amount: Amount, { nameOf, cellOf }: FigureContext): FigurePart {
  const { unit, status, files, reportedOnRef: ref, reportedOnRaw: raw, acceptedLate } = outcome;
  const day = receivedText(outcome);
  const when = day === undefined ? '' : `, ngày ${day}`;
  const names = files.length === 0 ? '' : `; tệp ${files.map(fileText).join('; ')}`;
  const accepted = acceptedLate === undefined ? '' : `; xã chấp nhận nộp muộn: ${fileText(acceptedLate)}`;
  const text = `${RECEIPT_STATUSES[status]}${when}${names}${accepted}`;
  const cells = ref === undefined ? [] : cellOf({ ref, raw: raw ?? '' });
  return { unit: unit.id, name: nameOf(unit), text, amount, cells };
}

function countOf(key: string, value: number, title: string, how: string): Draft {
  return { key, amount: { kind: 'count', value }, printed: formatInteger(value), title, how };
}

function shareOf(key: string, ratio: Ratio, title: string, how: string): Draft {
  return { key, amount: { kind: 'share', ratio }, printed: formatPercent(ratio), title, how };
}

const isOnTime: IsCounted = ({ status }) => status === 'on-time';
const hasReported: IsCounted = ({ status }) => isReceived(status);

function draftsOf({
  expected,
  received,
  onTime,
  rate,
  rateOnTime,
}: ReportingRate): readonly (readonly [Draft, IsCounted])[] {
  const of = `/${formatInteger(expected)} đơn vị phải báo cáo`;
  const [ofReceived, ofOnTime] = [`${formatInteger(received)}${of}`, `${formatInteger(onTime)}${of}`];
  return [
    [countOf('expected', expected, 'số đơn vị phải báo cáo', 'đếm trong danh sách đơn vị'), () => true],
    [countOf('received', received, 'số đơn vị đã báo cáo', `đếm báo cáo sử dụng được${of}`), hasReported],
    [countOf('on-time', onTime, 'số đơn vị báo cáo đúng hạn', `đếm báo cáo nhận trong hạn${of}`), isOnTime],
    [shareOf('rate', rate, 'tỷ lệ đã báo cáo', ofReceived), hasReported],
    [shareOf('rate-on-time', rateOnTime, 'tỷ lệ báo cáo đúng hạn', ofOnTime), isOnTime],
  ];
}

function ofRate(rate: ReportingRate, context: FigureContext): readonly Figure[] {
  const { unitType, expected } = rate;
  if (expected === 0) return [];
  const bound = context.model.units.filter((outcome) =>
    unitType === undefined ? outcome.unitType.mustReport : outcome.unitType.id === unitType.id,
  );
  const whose = unitType === undefined ? 'tất cả các đơn vị' : unitType.plural;
  const family = `rate:${unitType?.id ?? ''}`;
  return draftsOf(rate).map(([draft, isCounted]): Figure => {
    // Who did not report is a part of a share, too: of its whole.
    const own = draft.amount.kind === 'share' ? bound : bound.filter(isCounted);
    const amountOf = (outcome: UnitOutcome): Amount => {
      const value = isCounted(outcome) ? 1 : 0;
      return draft.amount.kind === 'share'
        ? { kind: 'share', ratio: { numerator: value, denominator: 1 } }
        : { kind: 'count', value };
    };
    return {
      ...draft,
      key: `${family}:${draft.key}`,
      family,
      subjects: [],
      title: capitalize(`${draft.title}: ${whose}`),
      unit: undefined,
      names: ['reporting', ...(unitType === undefined ? [] : [unitType.id])],
      parts: own.map((outcome) => partOf(outcome, amountOf(outcome), context)),
    };
  });
}

/** Who has reported: of all units that must, then type by type. */
export function reportingFigures(context: FigureContext): readonly Figure[] {
  const { overallRate, rates } = context.model;
  return [overallRate, ...rates].flatMap((rate) => ofRate(rate, context));
}
