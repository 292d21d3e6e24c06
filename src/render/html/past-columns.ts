import { coverageTrend, unitChanges, unitTrend } from '../../model/coverage-trend.ts';
import { compareRatios, pointsBetween, type Ratio } from '../../model/ratio.ts';
import type { Coverage, CoverageChange, CoverageRow, ReportModel } from '../../model/report.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { formatPoints } from '../../vi/percentage-points.ts';
import { markup, NOTHING, type Markup } from './markup.ts';
import { trendLine, trendScale } from './trend.ts';

/** What a chart says of earlier rounds: nothing at all where none is known. */
export interface PastColumns {
  readonly isThere: boolean;
  readonly headings: Markup;
  readonly legend: Markup;
  /** Over which units the whole is compared. */
  readonly note: Markup;
  /** The cells of the whole commune. */
  readonly whole: Markup;
  readonly cells: (row: CoverageRow) => Markup;
}

const NO_PAST: PastColumns = {
  isThere: false,
  headings: NOTHING,
  legend: NOTHING,
  note: NOTHING,
  whole: NOTHING,
  cells: () => NOTHING,
};

/** The direction as a sign, for those who do not see the colour of anything; the number has its own sign. */
function direction(hundredths: number): string {
  return hundredths > 0 ? '▲' : hundredths < 0 ? '▼' : '＝';
}

function changeCell(hundredths: number | undefined, star: string): Markup {
  if (hundredths === undefined) return markup`<td class="number" data-label="Thay đổi"></td>`;
  return markup`<td class="number" data-label="Thay đổi"><span aria-hidden="true">${direction(hundredths)} </span>${formatPoints(hundredths)}<span class="points"> điểm phần trăm</span>${star}</td>`;
}

function shareCell(period: string, ratio: Ratio | undefined, target: number): Markup {
  return markup`<td class="number" data-label="Kỳ ${period}">${ratio === undefined ? '' : formatPercent(ratio, target)}</td>`;
}

/** Said where the whole is compared over other units than it is shown for; a star at the change leads to it. */
function wholeNote({ round }: ReportModel, coverage: Coverage, change: CoverageChange | undefined): Markup {
  if (change === undefined || compareRatios(change.now, coverage.ratio) === 0) return NOTHING;
  const type = coverage.unitType.name.toLocaleLowerCase('vi');
  const share = formatPercent(change.now, coverage.target.percent);
  return markup`<p>* So với kỳ ${change.period.id}, thay đổi của cả xã tính trên ${formatInteger(change.unitCount)} ${type} có số liệu ở cả hai kỳ; kỳ ${round.period.id}, các ${type} đó đạt ${share}.</p>
`;
}

/** The columns with the share of the round before, the change in percentage points, and the course through the rounds. */
export function pastColumns(coverage: Coverage, model: ReportModel): PastColumns {
  const whole = coverageTrend(coverage, model);
  const previous = model.round.history?.at(-1)?.period.id;
  if (whole.length === 0 || previous === undefined) return NO_PAST;
  const { percent } = coverage.target;
  const trends = new Map(coverage.rows.map(({ unit }) => [unit.id, unitTrend(coverage, unit.id, model)]));
  const scale = trendScale([whole, ...trends.values()], percent);
  const changes = new Map(unitChanges(coverage, model).map((change) => [change.unit, change]));
  const ofWhole = model.changes?.find((change) => change.coverage === coverage.id);
  const note = wholeNote(model, coverage, ofWhole);
  const cells = (before: Ratio | undefined, hundredths: number | undefined, line: Markup, star = ''): Markup =>
    markup`${shareCell(previous, before, percent)}${changeCell(hundredths, star)}<td class="course-cell" data-label="Qua các kỳ">${line}</td>`;
  const first = whole[0]?.period ?? '';
  return {
    isThere: true,
    headings: markup`<th scope="col" class="number"><span class="short">Kỳ ${previous}</span></th><th scope="col" class="number">Thay đổi (điểm phần trăm)</th><th scope="col"><span class="short">Từ kỳ ${first}</span> <span class="short">(${formatInteger(scale.lowest)}–${formatInteger(scale.highest)}%)</span></th>`,
    legend: markup`<li><svg class="key" width="28" height="16" aria-hidden="true" focusable="false"><rect class="now" x="10" y="4" width="8" height="8"/></svg> kỳ này</li><li><svg class="key" width="28" height="16" aria-hidden="true" focusable="false"><circle class="past" cx="14" cy="8" r="2.5"/></svg> kỳ trước</li>`,
    note,
    whole: cells(
      ofWhole?.before,
      ofWhole === undefined ? undefined : pointsBetween(ofWhole.before, ofWhole.now),
      trendLine('Cả xã', whole, scale, percent),
      note === NOTHING ? '' : ' *',
    ),
    cells: ({ unit }) => {
      const change = changes.get(unit.id);
      const trend = trends.get(unit.id) ?? [];
      return cells(change?.before, change?.hundredths, trendLine(unit.name, trend, scale, percent));
    },
  };
}
