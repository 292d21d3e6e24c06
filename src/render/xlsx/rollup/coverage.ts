import type { Ratio, Target } from '../../../model/ratio.ts';
import { meetsTarget, shortfall } from '../../../model/ratio.ts';
import type { CommuneCoverage, CommuneReport, Part, ProvinceCoverage } from '../../../model/rollup.ts';
import { countNoun } from '../../../vi/count-words.ts';
import { formatDate } from '../../../vi/date.ts';
import { formatPercent, formatTarget } from '../../../vi/number.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepTogether } from '../sheet-setup.ts';
import {
  columnRange,
  NO_VALUE,
  quoted,
  shareFormula,
  shortfallFormula,
  sumOrNone,
  VERDICTS,
  verdictFormula,
  type TargetCells,
} from '../summary/formulas.ts';
import { LOOKS, MISSED_FILL, shareLook } from '../summary/looks.ts';
import { computed, figure, words, type SummaryCell } from '../summary/rows.ts';
import { endTable, type SheetColumn, type TablePage, writeTableHead } from '../summary/table-page.ts';
import { addRoundPage, cellOn, COMMUNE_COLUMNS, communeCells, outcomeRemark, type RoundBook } from './book.ts';

/** The letters of the columns that formulas name. */
const COUNTED = 'D';
const EXPECTED = 'E';
const DENOMINATOR = 'F';
const NUMERATOR = 'G';
const SHARE = 'H';
const PERCENT = 'I';
const VERDICT = 'J';

function columnsOf({ definition: { unitType, numerator, denominator } }: ProvinceCoverage): readonly SheetColumn[] {
  return [
    ...COMMUNE_COLUMNS,
    { heading: `${unitType.name}: được tính`, width: 10 },
    { heading: `${unitType.name}: tất cả`, width: 10 },
    { heading: denominator.title, width: 15 },
    { heading: numerator.title, width: 15 },
    { heading: 'Tỷ lệ', width: 9 },
    { heading: 'Mức chỉ tiêu (%)', width: 8 },
    { heading: 'Kết quả', width: 11 },
    { heading: `Số ${countNoun(numerator.counts)} còn thiếu để đạt`, width: 11 },
    { heading: 'Số liệu tính đến ngày', width: 13 },
    { heading: 'Ghi chú', width: 30 },
  ];
}

function targetCells(row: number): TargetCells {
  return { numerator: `${NUMERATOR}${row}`, denominator: `${DENOMINATOR}${row}`, percent: `${PERCENT}${row}` };
}

function decimalsOf(ratio: Ratio, target: Target | undefined): number {
  return formatPercent(ratio, target?.percent).split(',')[1]?.replace('%', '').length ?? 1;
}

/** Share, target, check and shortfall of a row. Without a target or numbers there is nothing to check. */
function checkCells(
  row: number,
  ratio: Ratio,
  target: Target | undefined,
  kind: 'plain' | 'total',
): readonly SummaryCell[] {
  const cells = targetCells(row);
  const [markLook, figureLook] = kind === 'total' ? [LOOKS.totalMark, LOOKS.totalFigure] : [LOOKS.mark, LOOKS.figure];
  const hasValue = ratio.denominator > 0;
  const share = hasValue ? ratio.numerator / ratio.denominator : NO_VALUE;
  const shareCell = computed(shareFormula(cells), share, shareLook(hasValue ? decimalsOf(ratio, target) : 1, kind));
  if (target === undefined) return [shareCell, ...['', NO_VALUE, NO_VALUE].map((text) => words(text, markLook))];
  const verdict = hasValue ? VERDICTS[meetsTarget(ratio, target) ? 'met' : 'not-met'] : NO_VALUE;
  return [
    shareCell,
    figure(target.percent, figureLook),
    computed(verdictFormula(cells, target, NO_VALUE), verdict, markLook),
    computed(shortfallFormula(cells, target), hasValue ? shortfall(ratio, target) : NO_VALUE, figureLook),
  ];
}

function daysOf(report: CommuneReport | undefined): string {
  const { countedFrom, countedTo } = report ?? {};
  if (countedFrom === undefined || countedTo === undefined) return '';
  return countedFrom === countedTo ? formatDate(countedTo) : `${formatDate(countedFrom)} – ${formatDate(countedTo)}`;
}

function remarkOf({ outcome, part }: Part<CommuneCoverage>): string {
  const { report } = outcome;
  if (report === undefined) return outcomeRemark(outcome);
  if (part === undefined) return 'Báo cáo của xã không có tỷ lệ này';
  const draft = report.version === 'draft' ? [`Bản dự thảo, còn ${report.openErrorCount} lỗi`] : [];
  return [...draft, ...(part.countedUnitCount === 0 ? ['Chưa có số liệu'] : [])].join('; ');
}

/** A commune's row. Numbers that are not counted stay blank, so that the columns add up. */
function communeRow(entry: Part<CommuneCoverage>, index: number, row: number): readonly SummaryCell[] {
  const { outcome, part } = entry;
  const isCounted = part !== undefined && part.countedUnitCount > 0;
  const { ratio, target } = part ?? { ratio: { numerator: 0, denominator: 0 }, target: undefined };
  return [
    ...communeCells(outcome, index),
    figure(part?.countedUnitCount),
    figure(part?.expectedUnitCount),
    figure(isCounted ? ratio.denominator : undefined),
    figure(isCounted ? ratio.numerator : undefined),
    ...checkCells(row, ratio, target, 'plain'),
    words(daysOf(outcome.report), LOOKS.mark),
    words(remarkOf(entry)),
  ];
}

function totalRows(coverage: ProvinceCoverage, first: number, last: number): readonly (readonly SummaryCell[])[] {
  const { ratio, target, countedCommuneCount, expectedCommuneCount, countedUnitCount, expectedUnitCount } = coverage;
  const blank = words('', LOOKS.totalText);
  const hasUnits = coverage.parts.some(({ part }) => part !== undefined);
  const sumCell = (column: string, value: number, has: boolean): SummaryCell =>
    computed(sumOrNone(columnRange(column, first, last)), has ? value : NO_VALUE, LOOKS.totalFigure);
  const has = countedCommuneCount > 0;
  const label = `Tính trên ${countedCommuneCount}/${expectedCommuneCount} xã`;
  const countCell = computed(`COUNT(${columnRange(DENOMINATOR, first, last)})`, countedCommuneCount, LOOKS.totalFigure);
  const rowsCell = computed(`ROWS(${columnRange(DENOMINATOR, first, last)})`, expectedCommuneCount, LOOKS.totalFigure);
  const rest = (count: number): readonly SummaryCell[] => Array.from({ length: count }, () => blank);
  return [
    [
      ...rest(2),
      words('Cộng', LOOKS.totalText),
      sumCell(COUNTED, countedUnitCount, hasUnits),
      sumCell(EXPECTED, expectedUnitCount, hasUnits),
      sumCell(DENOMINATOR, ratio.denominator, has),
      sumCell(NUMERATOR, ratio.numerator, has),
      ...checkCells(last + 1, ratio, target, 'total'),
      blank,
      words(label, LOOKS.totalText),
    ],
    [...rest(2), words('Số xã có số liệu', LOOKS.totalText), ...rest(2), countCell, ...rest(7)],
    [...rest(2), words('Số xã', LOOKS.totalText), ...rest(2), rowsCell, ...rest(7)],
  ];
}

/** The word of a missed target is shaded: the word itself says it on a black-and-white print. */
function markMissed({ sheet }: TablePage, first: number, last: number): void {
  const formulae = [`$${VERDICT}${first}=${quoted(VERDICTS['not-met'])}`];
  sheet.addConditionalFormatting({
    ref: `${VERDICT}${first}:${VERDICT}${last}`,
    rules: [{ type: 'expression', priority: 1, formulae, style: { fill: MISSED_FILL } }],
  });
}

function addHeadlines({ headlines }: RoundBook, page: TablePage, coverage: ProvinceCoverage, total: number): void {
  const { definition, ratio, target, verdict, countedCommuneCount } = coverage;
  const sheet = page.sheet.name;
  const share = ratio.denominator === 0 ? NO_VALUE : ratio.numerator / ratio.denominator;
  headlines.push({
    label: `${capitalize(definition.title)} (${countedCommuneCount}/${coverage.expectedCommuneCount} xã)`,
    formula: cellOn(page, `${SHARE}${total}`),
    result: share,
    look: shareLook(decimalsOf(ratio, target), 'plain'),
    sheet,
  });
  if (target === undefined) return;
  const [met, missed] = ['met', 'not-met'].map(
    (wanted) =>
      coverage.parts.filter(
        ({ part }) =>
          part !== undefined &&
          part.ratio.denominator > 0 &&
          meetsTarget(part.ratio, part.target) === (wanted === 'met'),
      ).length,
  );
  const verdicts = cellOn(page, columnRange(`$${VERDICT}`, total - coverage.parts.length, total - 1));
  headlines.push(
    {
      label: `So với chỉ tiêu ${formatTarget(target)}`,
      formula: cellOn(page, `${VERDICT}${total}`),
      result: verdict === 'met' || verdict === 'not-met' ? VERDICTS[verdict] : NO_VALUE,
      look: LOOKS.figure,
      sheet,
    },
    ...(
      [
        ['Số xã đạt', VERDICTS.met, met],
        ['Số xã chưa đạt', VERDICTS['not-met'], missed],
      ] as const
    ).map(([label, word, result]) => ({
      label,
      formula: `COUNTIF(${verdicts},${quoted(word)})`,
      result: result ?? 0,
      look: LOOKS.figure,
      sheet,
    })),
  );
}

/** One sheet for each share of the round. */
export function addCoverageSheets(at: RoundBook, name: string): void {
  const { coverages } = at.round;
  coverages.forEach((coverage, place) => {
    const { target, parts } = coverage;
    const rule =
      target === undefined
        ? 'Các xã có mức chỉ tiêu khác nhau nên không kết luận chung; mỗi xã được so với mức của xã.'
        : `Chỉ tiêu: ${formatTarget(target)}. Đạt khi tử số × 100 ${target.comparison === 'more-than' ? 'lớn hơn' : 'không nhỏ hơn'} mẫu số × mức chỉ tiêu; không dùng số phần trăm đã làm tròn.`;
    const page = addRoundPage(at, {
      name: coverages.length === 1 ? name : `${name} ${place + 1}`,
      title: `${capitalize(coverage.definition.title)} theo từng xã`,
      notes: [
        rule,
        'Ô để trống là số chưa đưa vào tổng hợp, không phải bằng 0. Tỷ lệ chung là tổng tử số chia tổng mẫu số.',
      ],
      columns: columnsOf(coverage),
    });
    const first = writeTableHead(page, page.next, 3);
    parts.forEach((entry, index) => {
      page.write(first + index, communeRow(entry, index, first + index));
    });
    const last = first + parts.length - 1;
    const ends = totalRows(coverage, first, last);
    ends.forEach((cells, index) => {
      page.write(last + 1 + index, cells);
    });
    markMissed(page, first, last);
    endTable(page, { heading: page.next, last: last + ends.length }, 'no-filter');
    keepTogether(page.sheet, [[last + 1, last + ends.length]], [page.next, page.next]);
    addHeadlines(at, page, coverage, last + 1);
  });
}
