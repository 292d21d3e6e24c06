import type { Coverage } from '../../../model/report.ts';
import { meetsTarget, shortfall, type Ratio } from '../../../model/ratio.ts';
import { countNoun } from '../../../vi/count-words.ts';
import {
  checkCells,
  columnsOf,
  type CoverageTable,
  DENOMINATOR,
  NUMERATOR,
  partColumn,
  previousColumn,
  registerColumn,
} from './coverage.ts';
import { totalPreviousCells, type UnitRows } from './coverage-previous.ts';
import { columnRange, NO_VALUE, sumOrNone } from './formulas.ts';
import { LOOKS } from './looks.ts';
import { computed, words, type SummaryCell } from './rows.ts';
import type { TablePage } from './table-page.ts';

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
  previous: readonly SummaryCell[] = [],
): readonly SummaryCell[] {
  const blanks = (count: number): readonly SummaryCell[] => Array.from({ length: count }, () => BLANK);
  const own = [BLANK, BLANK, words(label, LOOKS.totalText), ...numbers, ...check];
  const between = previous.length === 0 ? [] : blanks(previousColumn(table) - own.length);
  const filled = [...own, ...between, ...previous];
  return [...filled, ...blanks(columnsOf(table).length - filled.length)];
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

/** Writes the sums, how many units stand behind them, and the bounds, below the units; gives the last row. */
export function writeTotals(page: TablePage, table: CoverageTable, units: UnitRows): number {
  const { coverage } = table;
  const total = units.last + 1;
  const rows = [
    summaryRow(
      table,
      'Cộng',
      sumCells(table, units),
      checkCells(table, total, checked(coverage.ratio, coverage), 'total'),
      totalPreviousCells(table, previousColumn(table), units),
    ),
    summaryRow(table, 'Số đơn vị có số liệu', countCells(table, units), []),
    ...boundRows(table, total, units),
  ];
  rows.forEach((cells, index) => {
    page.write(total + index, cells);
  });
  return total + rows.length - 1;
}
