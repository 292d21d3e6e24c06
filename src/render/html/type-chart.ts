import { standingsOf, type Standing } from '../../model/standing.ts';
import type { ReportModel } from '../../model/report.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { bar, legendEntry } from './bar.ts';
import { markup, type Markup } from './markup.ts';

function number(label: string, value: number): Markup {
  return markup`<td class="number" data-label="${label}">${formatInteger(value)}</td>`;
}

function row(standing: Standing): Markup {
  const { rate, late, undated, missing, unusable, complete, errorCount, warningCount } = standing;
  const { expected, received, onTime } = rate;
  const name = rate.unitType === undefined ? 'Tất cả' : capitalize(rate.unitType.plural);
  const words = `${name}: ${formatInteger(onTime)} đúng hạn, ${formatInteger(late + undated)} muộn hoặc không rõ ngày, ${formatInteger(missing)} chưa nộp, ${formatInteger(unusable)} chưa sử dụng được, trong ${formatInteger(expected)} phải nộp`;
  const drawn = bar(words, expected, [
    { fill: 'full', count: onTime },
    { fill: 'striped', count: late + undated },
    { fill: 'dotted', count: unusable },
  ]);
  return markup`<tr${rate.unitType === undefined ? markup` class="sum"` : ''}><th scope="row">${name}</th><td class="drawn">${drawn}</td><td class="number" data-label="Đã nộp/phải nộp">${formatInteger(received)}/${formatInteger(expected)}</td><td class="number" data-label="Tỷ lệ nộp">${formatPercent(rate.rate)}</td><td class="number" data-label="Tỷ lệ đúng hạn">${formatPercent(rate.rateOnTime)}</td>${number('Muộn', late)}${number('Không rõ ngày', undated)}${number('Chưa nộp', missing)}${number('Chưa sử dụng được', unusable)}${number('Đầy đủ', complete)}${number('Lỗi', errorCount)}${number('Cảnh báo', warningCount)}</tr>
`;
}

/** Reporting by unit type: bars and, in the same table, the figures they are drawn from. */
export function typeChart(model: ReportModel): Markup {
  const { byUnitType, overall } = standingsOf(model);
  const shown = [...byUnitType.filter(({ rate }) => rate.expected > 0), overall];
  return markup`<section aria-labelledby="types-title">
<h2 id="types-title">Tỷ lệ nộp theo loại đơn vị</h2>
<ul class="legend">${legendEntry('full', 'đúng hạn')}${legendEntry('striped', 'muộn hoặc không rõ ngày')}${legendEntry('dotted', 'chưa sử dụng được')}${legendEntry('empty', 'chưa nộp')}</ul>
<table class="stacked chart" aria-labelledby="types-title">
<thead><tr><th scope="col">Loại đơn vị</th><th scope="col" class="drawn">Biểu đồ</th><th scope="col" class="number">Đã nộp/<wbr>phải nộp</th><th scope="col" class="number">Tỷ lệ nộp</th><th scope="col" class="number">Tỷ lệ đúng hạn</th><th scope="col" class="number">Muộn</th><th scope="col" class="number">Không rõ ngày</th><th scope="col" class="number">Chưa nộp</th><th scope="col" class="number">Chưa sử dụng được</th><th scope="col" class="number">Đầy đủ</th><th scope="col" class="number">Lỗi</th><th scope="col" class="number">Cảnh báo</th></tr></thead>
<tbody>
${shown.map(row)}</tbody>
</table>
</section>`;
}
