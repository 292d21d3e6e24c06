import { meetsTarget, shortfall, type Ratio } from '../../../model/ratio.ts';
import type { Coverage } from '../../../model/report.ts';
import type { Source } from '../../../model/directive.ts';
import { countNoun } from '../../../vi/count-words.ts';
import { formatTarget } from '../../../vi/number.ts';
import { capitalize } from '../../../vi/text.ts';
import { keepTogether } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import {
  checkCells,
  columnsOf,
  type CoverageTable,
  DENOMINATOR,
  NUMERATOR,
  partColumn,
  registerColumn,
  unitRow,
  shareColumn,
  verdictColumn,
  decimalsOf,
} from './coverage.ts';
import { columnRange, NO_VALUE, onSheet, quoted, sumOrNone, VERDICTS } from './formulas.ts';
import { LOOKS, MISSED_FILL, shareLook } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, type TablePage, writeTableHead } from './table-page.ts';

/** The rows that the units stand in, both included. */
interface UnitRows {
  readonly first: number;
  readonly last: number;
}

const BLANK = words('', LOOKS.totalText);

function checked(ratio: Ratio, { target }: Coverage): Parameters<typeof checkCells>[2] {
  if (ratio.denominator === 0) return undefined;
  return { ratio, isMet: meetsTarget(ratio, target), shortfall: shortfall(ratio, target) };
}

/** A row in bold: label, the numbers from D on, the check, and a remark at the end. */
function summaryRow(
  table: CoverageTable,
  label: string,
  numbers: readonly SummaryCell[],
  check: readonly SummaryCell[],
): readonly SummaryCell[] {
  const rest = columnsOf(table).length - 3 - numbers.length - check.length;
  return [
    BLANK,
    BLANK,
    words(label, LOOKS.totalText),
    ...numbers,
    ...check,
    ...Array.from({ length: rest }, () => BLANK),
  ];
}

function sumCells({ coverage, parts }: CoverageTable, { first, last }: UnitRows): readonly SummaryCell[] {
  const { ratio, countedUnitCount } = coverage;
  const sumOf = (column: string, value: number, count: number): SummaryCell =>
    computed(sumOrNone(columnRange(column, first, last)), count === 0 ? NO_VALUE : value, LOOKS.totalFigure);
  return [
    sumOf(DENOMINATOR, ratio.denominator, countedUnitCount),
    sumOf(NUMERATOR, ratio.numerator, countedUnitCount),
    ...parts.map((part, index) => sumOf(partColumn(index), part.value, part.countedUnitCount)),
  ];
}

function countCells({ coverage, parts }: CoverageTable, { first, last }: UnitRows): readonly SummaryCell[] {
  const countOf = (column: string, count: number): SummaryCell =>
    computed(`COUNT(${columnRange(column, first, last)})`, count, LOOKS.totalFigure);
  return [
    countOf(DENOMINATOR, coverage.countedUnitCount),
    countOf(NUMERATOR, coverage.countedUnitCount),
    ...parts.map((part, index) => countOf(partColumn(index), part.countedUnitCount)),
  ];
}

/** What the share can still become: the units that do not count, with their number by the register, all without or all with it. */
function boundRows(
  table: CoverageTable,
  total: number,
  { first, last }: UnitRows,
): readonly (readonly SummaryCell[])[] {
  const { bounds, numerator } = table.coverage;
  if (!table.hasBounds || bounds === undefined) return [];
  // Only of units that still have no number of their own: a clerk may fill one in to see what it changes.
  const missing = `SUMPRODUCT((${columnRange(DENOMINATOR, first, last)}="")*${columnRange(registerColumn(table), first, last)})`;
  const blanks = table.parts.map(() => BLANK);
  const rowOf = (row: number, label: string, ratio: Ratio, added: string): readonly SummaryCell[] =>
    summaryRow(
      table,
      label,
      [
        computed(`N(${DENOMINATOR}${total})+${missing}`, ratio.denominator, LOOKS.totalFigure),
        computed(`N(${NUMERATOR}${total})${added}`, ratio.numerator, LOOKS.totalFigure),
        ...blanks,
      ],
      checkCells(table, row, checked(ratio, table.coverage), 'total'),
    );
  const noun = countNoun(numerator.counts);
  return [
    rowOf(total + 2, `Thấp nhất có thể (nếu các đơn vị chưa tính không có thêm ${noun} nào)`, bounds.lowest, ''),
    rowOf(
      total + 3,
      `Cao nhất có thể (nếu tất cả ${noun} ở các đơn vị chưa tính đều được tính)`,
      bounds.highest,
      `+${missing}`,
    ),
  ];
}

function writeTotals(page: TablePage, table: CoverageTable, units: UnitRows): number {
  const { coverage } = table;
  const total = units.last + 1;
  const rows = [
    summaryRow(
      table,
      'Cộng',
      sumCells(table, units),
      checkCells(table, total, checked(coverage.ratio, coverage), 'total'),
    ),
    summaryRow(table, 'Số đơn vị có số liệu', countCells(table, units), []),
    ...boundRows(table, total, units),
  ];
  rows.forEach((cells, index) => {
    page.write(total + index, cells);
  });
  return total + rows.length - 1;
}

function sourceWords(source: Source): string {
  return source.kind === 'clause' ? `mục ${source.clause}` : source.note;
}

/** The target, which a clerk may change to try out, and the result of all units together. */
function writeTarget(page: TablePage, table: CoverageTable, total: number): void {
  const { coverage } = table;
  const { comparison } = coverage.target;
  const rest = page.columns.length - 4;
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
  const unplaced = { book, coverage, parts: book.words.partsOf(coverage), outcomes, hasBounds, percent: '' };
  const page = addTablePage(book, {
    name,
    title: `${capitalize(coverage.title)} theo từng đơn vị`,
    notes: [],
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
