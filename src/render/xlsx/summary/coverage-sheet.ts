import type { Coverage } from '../../../model/report.ts';
import type { Source } from '../../../model/directive.ts';
import { formatTarget } from '../../../vi/number.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepTogether } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import {
  columnsOf,
  type CoverageTable,
  decimalsOf,
  DENOMINATOR,
  previousColumn,
  shareColumn,
  unitRow,
  verdictColumn,
} from './coverage.ts';
import { coveragePrevious } from './coverage-previous.ts';
import { writeTotals } from './coverage-totals.ts';
import { NO_VALUE, onSheet, quoted, VERDICTS } from './formulas.ts';
import { LOOKS, MISSED_FILL, shareLook } from './looks.ts';
import { SHEETS } from './names.ts';
import { PREVIOUS_NOTE } from './previous.ts';
import { computed, figure, words } from './rows.ts';
import { addTablePage, endTable, repeatUnits, type TablePage, writeTableHead } from './table-page.ts';

function sourceWords(source: Source): string {
  return source.kind === 'clause' ? `mục ${source.clause}` : source.note;
}

/** The target, which a clerk may change to try out, and the result of all units together. */
function writeTarget(page: TablePage, table: CoverageTable, total: number): void {
  const { coverage } = table;
  const { comparison } = coverage.target;
  const rest = (table.previous === undefined ? page.columns.length : previousColumn(table)) - 4;
  const rule = comparison === 'more-than' ? 'lớn hơn' : 'không nhỏ hơn';
  const target = `Chỉ tiêu: ${formatTarget(coverage.target)} (${sourceWords(coverage.source)}). Đạt khi tử số × 100 ${rule} mẫu số × mức chỉ tiêu; không dùng số phần trăm đã làm tròn.`;
  page.write(page.next, [
    { ...words('Mức chỉ tiêu (%)', LOOKS.totalText), columns: 3 },
    figure(coverage.target.percent, LOOKS.setting),
    { ...words(target, LOOKS.besideNote), columns: rest },
  ]);
  const verdict = VERDICTS[coverage.verdict];
  const { countedUnitCount, expectedUnitCount } = coverage;
  const counted = `Tính trên ${countedUnitCount}/${expectedUnitCount} đơn vị có đủ hai số. Ô để trống là số chưa đưa vào tổng hợp, không phải bằng 0.`;
  page.write(page.next + 1, [
    { ...words('Kết quả chung', LOOKS.totalText), columns: 3 },
    computed(`${verdictColumn(table.parts)}${total}`, verdict, LOOKS.totalMark),
    { ...words(counted, LOOKS.besideNote), columns: rest },
  ]);
}

/** The word of a missed target is shaded: the word itself says it on a black-and-white print. */
function markMissed(page: TablePage, table: CoverageTable, first: number, last: number): void {
  const column = verdictColumn(table.parts);
  const formulae = [`$${column}${first}=${quoted(VERDICTS['not-met'])}`];
  page.sheet.addConditionalFormatting({
    ref: `${column}${first}:${column}${last}`,
    rules: [{ type: 'expression', priority: 1, formulae, style: { fill: MISSED_FILL } }],
  });
}

function addCoverageSheet(book: SummaryBook, coverage: Coverage, name: string): void {
  const outcomes = new Map(book.model.units.map((outcome) => [outcome.unit.id, outcome]));
  const hasBounds = coverage.bounds !== undefined && coverage.countedUnitCount < coverage.expectedUnitCount;
  const parts = book.words.partsOf(coverage);
  const previous = coveragePrevious(book, coverage, parts);
  const unplaced = { book, coverage, parts, outcomes, hasBounds, previous, percent: '' };
  const page = addTablePage(book, {
    name,
    title: `${capitalize(coverage.title)} theo từng đơn vị`,
    notes: previous === undefined ? [] : [PREVIOUS_NOTE],
    columns: columnsOf(unplaced),
  });
  const table = { ...unplaced, percent: `${DENOMINATOR}$${page.next}` };
  const heading = page.next + 2;
  const units = { first: heading + 1, last: heading + coverage.rows.length };
  writeTarget(page, table, units.last + 1);
  writeTableHead(page, heading, 3);
  coverage.rows.forEach((entry, index) => {
    page.write(units.first + index, unitRow(table, entry, index, units.first + index));
  });
  const last = writeTotals(page, table, units);
  markMissed(page, table, units.first, last);
  endTable(page, { heading, last }, 'no-filter');
  if (previous !== undefined) repeatUnits(page);
  keepTogether(page.sheet, [[units.last + 1, last]], [heading, heading]);
  addHeadlines(table, page.sheet.name, units.last + 1);
}

function addHeadlines({ book, coverage, parts }: CoverageTable, sheet: string, total: number): void {
  const { title, ratio, target, verdict } = coverage;
  const share = ratio.denominator === 0 ? NO_VALUE : ratio.numerator / ratio.denominator;
  const cell = (column: string): string => onSheet(sheet, `${column}${total}`);
  book.headlines.push(
    {
      label: capitalize(title),
      formula: cell(shareColumn(parts)),
      result: share,
      look: shareLook(decimalsOf(ratio, coverage), 'plain'),
      sheet,
    },
    {
      label: `So với chỉ tiêu ${formatTarget(target)}`,
      formula: cell(verdictColumn(parts)),
      result: VERDICTS[verdict],
      look: LOOKS.figure,
      sheet,
    },
  );
}

/** One sheet for each share that has units. */
export function addCoverageSheets(book: SummaryBook): void {
  const shown = book.model.coverages.filter(({ rows }) => rows.length > 0);
  shown.forEach((coverage, index) => {
    addCoverageSheet(book, coverage, shown.length === 1 ? SHEETS.coverage : `${SHEETS.coverage} ${index + 1}`);
  });
}
