import { compareRatios, type Ratio } from '../../model/ratio.ts';
import type { Coverage, CoverageRow, ReportModel } from '../../model/report.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { bar, legendEntry } from './bar.ts';
import { markup, type Markup } from './markup.ts';
import { pastColumns } from './past-columns.ts';

const VERDICTS: Readonly<Record<Coverage['verdict'], string>> = {
  met: 'đạt',
  'not-met': 'chưa đạt',
  'no-data': 'chưa có số liệu',
};

/** Before the verdict, so that it is seen at a glance. */
const SIGNS: Readonly<Record<Coverage['verdict'], string>> = { met: '✓ ', 'not-met': '✗ ', 'no-data': '' };

/** Why a unit has no bar. */
const GAPS: Readonly<Record<Exclude<CoverageRow['state'], 'counted'>, string>> = {
  'left-out': 'chưa tính được vì có lỗi',
  'not-reported': 'chưa có báo cáo',
};

interface Measured {
  readonly code: string;
  readonly name: string;
  readonly ratio: Ratio;
  readonly verdict: Coverage['verdict'];
  /** Its cells about earlier rounds. */
  readonly past: Markup;
}

function measuredRow(measured: Measured, { target, numerator }: Coverage, kind: string): Markup {
  const { code, name, ratio, verdict, past } = measured;
  const share = formatPercent(ratio, target.percent);
  const counts = `${formatInteger(ratio.numerator)}/${formatInteger(ratio.denominator)}`;
  const level = verdict === 'no-data' ? '' : ` mức ${formatTarget(target)}`;
  const words = `${name}: ${share}, ${VERDICTS[verdict]}${level}`;
  const fill = verdict === 'met' ? 'full' : 'striped';
  const drawn = bar(words, ratio.denominator, [{ fill, count: ratio.numerator }], target.percent);
  return markup`<tr class="${kind}"><th scope="row"><span class="code">${code}</span> ${name}</th><td class="drawn">${drawn}</td><td class="number" data-label="Tỷ lệ">${share}</td><td class="number" data-label="${capitalize(countNoun(numerator.counts))}">${counts}</td><td class="short" data-label="Kết quả">${SIGNS[verdict]}${VERDICTS[verdict]}</td>${past}</tr>
`;
}

function unitRow(row: CoverageRow, coverage: Coverage, past: Markup): Markup {
  const { unit, ratio, isMet, state } = row;
  if (state === 'counted' && ratio !== undefined) {
    const verdict = isMet ? 'met' : 'not-met';
    return measuredRow({ code: unit.id, name: unit.name, ratio, verdict, past }, coverage, 'unit');
  }
  const gap = GAPS[state === 'not-reported' ? state : 'left-out'];
  return markup`<tr class="unit"><th scope="row"><span class="code">${unit.id}</span> ${unit.name}</th><td class="gap" colspan="4">${gap}</td>${past}</tr>
`;
}

/** Highest first; units without a ratio last, in the register's order. */
function ranked({ rows }: Coverage): readonly CoverageRow[] {
  const zero: Ratio = { numerator: 0, denominator: 0 };
  return rows.toSorted((a, b) => compareRatios(b.ratio ?? zero, a.ratio ?? zero));
}

function chart(coverage: Coverage, index: number, model: ReportModel): Markup {
  const { title, unitType, target, ratio, verdict, numerator } = coverage;
  const { countedUnitCount, expectedUnitCount } = coverage;
  const id = `coverage-${String(index + 1)}`;
  const heading = `${capitalize(title)} theo từng ${unitType.name.toLocaleLowerCase('vi')}`;
  const past = pastColumns(coverage, model);
  const whole = { code: '', name: 'Cả xã', ratio, verdict, past: past.whole };
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<p>Chỉ tiêu: ${formatTarget(target)}. Đã tính ${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)} ${unitType.name.toLocaleLowerCase('vi')}.</p>
<ul class="legend">${legendEntry('full', 'đạt chỉ tiêu')}${legendEntry('striped', 'chưa đạt')}<li><svg class="key" width="28" height="16" aria-hidden="true" focusable="false"><line class="target" x1="14" y1="0" x2="14" y2="16"/></svg> mức ${formatTarget(target)}</li>${past.legend}</ul>
${past.note}<table class="stacked chart${past.isThere ? ' with-past' : ''}" aria-labelledby="${id}">
<thead><tr><th scope="col">${unitType.name}</th><th scope="col" class="drawn">Biểu đồ (0–100%)</th><th scope="col" class="number">Tỷ lệ</th><th scope="col" class="number">${capitalize(countNoun(numerator.counts))}</th><th scope="col">Kết quả</th>${past.headings}</tr></thead>
<tbody>
${measuredRow(whole, coverage, 'sum')}${ranked(coverage).map((row) => unitRow(row, coverage, past.cells(row)))}</tbody>
</table>
</section>`;
}

/** One chart a coverage: the share of every unit beside the target and, where earlier rounds are known, beside those. */
export function coverageCharts(model: ReportModel): readonly Markup[] {
  return model.coverages.map((coverage, index) => chart(coverage, index, model));
}
