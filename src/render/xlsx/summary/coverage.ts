import type { Coverage, CoverageRow, Total, UnitOutcome } from '../../../model/report.ts';
import { columnName } from '../../../model/workbook.ts';
import type { UnitId } from '../../../model/unit.ts';
import { formatPercent } from '../../../vi/number.ts';
import type { Ratio } from '../../../model/ratio.ts';
import { countNoun } from '../../../vi/count-words.ts';
import type { SummaryBook } from './book.ts';
import { NO_VALUE, shareFormula, shortfallFormula, VERDICTS, verdictFormula, type TargetCells } from './formulas.ts';
import { LOOKS, shareLook } from './looks.ts';
import { coveragePreviousColumns, unitPreviousCells } from './coverage-previous.ts';
import type { Previous } from './previous.ts';
import { computed, day, figure, words, type SummaryCell } from './rows.ts';
import type { SheetColumn } from './table-page.ts';

/** One share with all that its sheet needs. */
export interface CoverageTable {
  readonly book: SummaryBook;
  readonly coverage: Coverage;
  /** Sums shown beside the share. */
  readonly parts: readonly Total[];
  readonly outcomes: ReadonlyMap<UnitId, UnitOutcome>;
  /** Whether the register's numbers of units that do not count are shown, for the bounds. */
  readonly hasBounds: boolean;
  /** The round before, where a unit has one of the numbers of it; its columns stand before the remarks. */
  readonly previous: Previous | undefined;
  /** The cell with the target in percent. */
  readonly percent: string;
}

/** The letters of the columns that formulas name. */
export const DENOMINATOR = 'D';
export const NUMERATOR = 'E';
const FIRST_PART = 5;

/** The letter of the column with the numbers of the register. */
export function registerColumn({ parts }: CoverageTable): string {
  return columnName(FIRST_PART + parts.length + 4);
}

/** The letter of the column with the share. */
export function shareColumn(parts: readonly Total[]): string {
  return columnName(FIRST_PART + parts.length);
}

/** The letter of the column with the check of the target. */
export function verdictColumn(parts: readonly Total[]): string {
  return columnName(FIRST_PART + parts.length + 1);
}

/** The letters of the sums beside the share. */
export function partColumn(index: number): string {
  return columnName(FIRST_PART + index);
}

/** The zero-based first column of the round before. */
export function previousColumn({ parts, hasBounds }: CoverageTable): number {
  return FIRST_PART + parts.length + 4 + (hasBounds ? 1 : 0);
}

/** The columns, as in the report, with the code of the unit. */
export function columnsOf(table: CoverageTable): readonly SheetColumn[] {
  const { coverage, parts, hasBounds } = table;
  return [
    { heading: 'STT', width: 5 },
    { heading: 'Mã', width: 8 },
    { heading: coverage.unitType.name, width: 28 },
    { heading: coverage.denominator.title, width: 13 },
    { heading: coverage.numerator.title, width: 13 },
    ...parts.map(({ title }) => ({ heading: title, width: 13 })),
    { heading: 'Tỷ lệ', width: 9 },
    { heading: 'Kết quả', width: 11 },
    { heading: `Số ${countNoun(coverage.numerator.counts)} còn thiếu để đạt`, width: 11 },
    { heading: 'Số liệu tính đến ngày', width: 12 },
    ...(hasBounds ? [{ heading: 'Theo danh sách đơn vị (chỉ đơn vị chưa tính)', width: 13 }] : []),
    ...coveragePreviousColumns(table),
    { heading: 'Ghi chú', width: 26 },
  ];
}

/** The cells of a row that the target is checked on. */
export function targetCells({ percent }: CoverageTable, row: number): TargetCells {
  return { numerator: `${NUMERATOR}${row}`, denominator: `${DENOMINATOR}${row}`, percent };
}

/** As many decimals as the share needs to stay on its own side of the target. */
export function decimalsOf(ratio: Ratio, { target }: Coverage): number {
  return formatPercent(ratio, target.percent).split(',')[1]?.replace('%', '').length ?? 1;
}

/** Share, check and shortfall of a row, computed from its two numbers; `undefined` where there is nothing to compute from. */
export function checkCells(
  table: CoverageTable,
  row: number,
  checked: { readonly ratio: Ratio; readonly isMet: boolean; readonly shortfall: number } | undefined,
  kind: 'plain' | 'total',
): readonly SummaryCell[] {
  const { coverage } = table;
  const cells = targetCells(table, row);
  const isTotal = kind === 'total';
  const none = isTotal ? VERDICTS['no-data'] : NO_VALUE;
  const verdict = checked === undefined ? none : VERDICTS[checked.isMet ? 'met' : 'not-met'];
  const share = checked === undefined ? NO_VALUE : checked.ratio.numerator / checked.ratio.denominator;
  const decimals = checked === undefined ? 1 : decimalsOf(checked.ratio, coverage);
  return [
    computed(shareFormula(cells), share, shareLook(decimals, kind)),
    computed(verdictFormula(cells, coverage.target, none), verdict, isTotal ? LOOKS.totalMark : LOOKS.mark),
    computed(
      shortfallFormula(cells, coverage.target),
      checked?.shortfall ?? NO_VALUE,
      isTotal ? LOOKS.totalFigure : LOOKS.figure,
    ),
  ];
}

/** A unit's row. Numbers that are not counted stay blank, so that the columns add up to the total. */
export function unitRow(table: CoverageTable, entry: CoverageRow, index: number, row: number): readonly SummaryCell[] {
  const { book, parts, outcomes, hasBounds } = table;
  const { unit, ratio, isMet, shortfall } = entry;
  const isCounted = entry.state === 'counted';
  const checked = ratio === undefined || shortfall === undefined ? undefined : { ratio, isMet, shortfall };
  const partOf = ({ parts: cells }: Total): SummaryCell =>
    figure(cells.find((part) => part.unit === unit.id)?.cell.value);
  return [
    figure(index + 1, LOOKS.mark),
    words(unit.id, LOOKS.mark),
    words(book.words.nameOf(unit)),
    figure(isCounted ? entry.denominator?.value : undefined),
    figure(isCounted ? entry.numerator?.value : undefined),
    ...parts.map(partOf),
    ...checkCells(table, row, checked, 'plain'),
    day(isCounted ? outcomes.get(unit.id)?.countedOn : undefined),
    ...(hasBounds ? [figure(isCounted ? undefined : unit.adults?.value)] : []),
    ...unitPreviousCells(table, previousColumn(table), entry, row),
    words(book.words.remarkOf(entry)),
  ];
}
