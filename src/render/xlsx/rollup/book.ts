import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { CommuneOutcome, Rollup, RollupRound } from '../../../model/rollup.ts';
import { formatDate } from '../../../vi/date.ts';
import { capitalize } from '../../../vi/text.ts';
import { onSheet } from '../summary/formulas.ts';
import { LOOKS } from '../summary/looks.ts';
import { figure, words, type SummaryCell } from '../summary/rows.ts';
import { addPageTo, type PageBook, type SheetColumn, type TablePage } from '../summary/table-page.ts';
import { periodWords } from '../words.ts';

/** The workbook of the province while it is being written. */
export interface RollupBook extends PageBook {
  readonly rollup: Rollup;
  readonly diagnostics: readonly Diagnostic[];
}

/** One round with what the first sheet shows of it. */
export interface RoundBook {
  readonly book: RollupBook;
  readonly round: RollupRound;
  /** Behind the names of its sheets; '' when there is one round only. */
  readonly suffix: string;
  readonly headlines: Headline[];
}

/** A figure of another sheet that the first one repeats, by a formula. */
export interface Headline {
  readonly label: string;
  readonly formula: string;
  readonly result: string | number;
  readonly look: SummaryCell['look'];
  readonly sheet: string;
}

/** The names of the sheets; one round has no suffix behind them. */
export const ROLLUP_SHEETS = {
  overview: 'Tổng quan',
  coverage: 'Tỷ lệ theo xã',
  rates: 'Tỷ lệ báo cáo',
  totals: 'Số liệu khác',
  totalsByType: 'Số liệu',
  communes: 'Các xã',
  findings: 'Phát hiện',
} as const;

/** The columns that every table of communes begins with. */
export const COMMUNE_COLUMNS: readonly SheetColumn[] = [
  { heading: 'STT', width: 5 },
  { heading: 'Mã', width: 8 },
  { heading: 'Xã, phường, đặc khu', width: 26 },
];

/** The cells under these columns. */
export function communeCells({ commune }: CommuneOutcome, index: number): readonly SummaryCell[] {
  return [figure(index + 1, LOOKS.mark), words(commune.code, LOOKS.mark), words(commune.name)];
}

/** Why a commune has no figures; '' when it counts. */
export function outcomeRemark({ state, reason }: CommuneOutcome): string {
  switch (state) {
    case 'counted':
      return '';
    case 'left-out':
      return `Có gửi, không tính: ${reason}`;
    case 'missing':
      return 'Chưa nhận được';
  }
}

/** `kỳ 2025-10, từ ngày … đến ngày …; số liệu chốt ngày …`. */
export function roundWords({ period, asOf }: RollupRound): string {
  return `kỳ báo cáo ${period.id}, ${periodWords(period)}; số liệu chốt muộn nhất ngày ${formatDate(asOf)}`;
}

/** A new sheet about a round. */
export function addRoundPage(
  { book, round, suffix }: RoundBook,
  page: {
    readonly name: string;
    readonly title: string;
    readonly notes: readonly string[];
    readonly columns: readonly SheetColumn[];
  },
): TablePage {
  return addPageTo(book, `${capitalize(roundWords(round))}.`, { ...page, name: `${page.name}${suffix}` });
}

/** A cell of another sheet, for formulas. */
export function cellOn({ sheet }: TablePage, address: string): string {
  return onSheet(sheet.name, address);
}

/** What is behind the names of the sheets of each round: nothing, the round's id, or a number where ids do not tell rounds apart. */
export function suffixes(rounds: readonly RollupRound[]): readonly string[] {
  if (rounds.length < 2) return rounds.map(() => '');
  const ids = rounds.map(({ period }) => period.id);
  const areTelling = new Set(ids).size === ids.length && ids.every((id) => /^[\p{L}\p{N}-]{1,10}$/u.test(id));
  return rounds.map((_, index) => ` ${areTelling ? (ids[index] ?? '') : `(${String(index + 1)})`}`);
}
