import type { TableRow } from '../../model/document.ts';
import type { ReportingRate } from '../../model/report.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { figures, tableOf, words, type GeneratedTable } from '../generated-table.ts';

function row(label: string, rate: ReportingRate, emphasis: TableRow['emphasis']): TableRow {
  const counts = [rate.expected, rate.received, rate.onTime].map(formatInteger);
  return { cells: [label, ...counts, formatPercent(rate.rate), formatPercent(rate.rateOnTime)], emphasis };
}

/** The five reporting rates (tình hình gửi báo cáo) by unit type and together. */
export const reportingRates: GeneratedTable = {
  name: 'reporting-rates',
  compose: ({ rates, overallRate }) => {
    const shown = rates.filter(({ expected }) => expected > 0);
    const columns = [
      words('Loại đơn vị', 32),
      figures('Phải báo cáo', 13),
      figures('Đã báo cáo', 13),
      figures('Đúng hạn', 13),
      figures('Tỷ lệ báo cáo', 14),
      figures('Tỷ lệ đúng hạn', 15),
    ];
    const rows = shown.map((rate) => row(capitalize(rate.unitType?.plural ?? ''), rate, 'plain'));
    return tableOf(columns, shown.length > 1 ? [...rows, row('Cộng', overallRate, 'total')] : rows);
  },
};
