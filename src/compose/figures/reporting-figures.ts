import type { Figure } from '../../model/figure.ts';
import { isReceived, type ReportingRate, type UnitOutcome } from '../../model/report.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { fileText, RECEIPT_STATUSES, receivedText } from '../wording.ts';
import type { FigureContext } from './context.ts';

function ofRate(rate: ReportingRate, context: FigureContext): readonly Figure[] {
  const { unitType, expected, received, onTime } = rate;
  if (expected === 0) return [];
  const { model, nameOf, cellOf } = context;
  const bound = model.units.filter((outcome) =>
    unitType === undefined ? outcome.unitType.mustReport : outcome.unitType.id === unitType.id,
  );
  const partOf = (outcome: UnitOutcome) => {
    const { unit, status, files, reportedOnRef: ref, reportedOnRaw: raw } = outcome;
    const day = receivedText(outcome);
    const when = day === undefined ? '' : `, ngày ${day}`;
    const names = files.length === 0 ? '' : `; tệp ${files.map(fileText).join('; ')}`;
    const cells = ref === undefined ? [] : cellOf({ ref, raw: raw ?? '' });
    return { unit: unit.id, name: nameOf(unit), text: `${RECEIPT_STATUSES[status]}${when}${names}`, cells };
  };
  const whose = unitType === undefined ? 'tất cả các đơn vị' : unitType.plural;
  const figure = (printed: string, what: string, how: string, own: readonly UnitOutcome[]): Figure => ({
    printed,
    title: capitalize(`${what}: ${whose}`),
    how,
    unit: undefined,
    names: ['reporting', ...(unitType === undefined ? [] : [unitType.id])],
    parts: own.map(partOf),
  });
  const reported = bound.filter(({ status }) => isReceived(status));
  const inTime = bound.filter(({ status }) => status === 'on-time');
  const of = `/${formatInteger(expected)} đơn vị phải báo cáo`;
  return [
    figure(formatInteger(expected), 'số đơn vị phải báo cáo', 'đếm trong danh sách đơn vị', bound),
    figure(formatInteger(received), 'số đơn vị đã báo cáo', `đếm báo cáo sử dụng được${of}`, reported),
    figure(formatInteger(onTime), 'số đơn vị báo cáo đúng hạn', `đếm báo cáo nhận trong hạn${of}`, inTime),
    figure(formatPercent(rate.rate), 'tỷ lệ đã báo cáo', `${formatInteger(received)}${of}`, reported),
    figure(formatPercent(rate.rateOnTime), 'tỷ lệ báo cáo đúng hạn', `${formatInteger(onTime)}${of}`, inTime),
  ];
}

/** Who has reported: of all units that must, then type by type. */
export function reportingFigures(context: FigureContext): readonly Figure[] {
  const { overallRate, rates } = context.model;
  return [overallRate, ...rates].flatMap((rate) => ofRate(rate, context));
}
