import type { Diagnostic } from '../../model/diagnostic.ts';
import type { IndicatorAnswer } from '../../model/submission.ts';
import { formatInteger } from '../../vi/number.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { problem } from '../problems.ts';
import type { LineCell } from './answers.ts';
import type { Line } from './lines.ts';

/** The numbers that one line gave. */
export interface LineNumbers {
  readonly line: number;
  readonly indicators: readonly IndicatorAnswer[];
}

function typedTotal({ cell, ref }: LineCell): number | undefined {
  const { value } = CELL_TYPES.count({ cell, ref, thing: '', facts: {} });
  return value.kind === 'value' ? value.value : undefined;
}

/** The sum of the lines from that one on, up to the total; undefined when one of them has no usable number. */
function sumOf(numbers: readonly LineNumbers[], indicator: string): number | undefined {
  let sum = 0;
  for (const { indicators } of numbers) {
    const answer = indicators.find((candidate) => candidate.indicator === indicator)?.value;
    if (answer?.kind === 'invalid') return undefined;
    if (answer?.kind === 'value') sum += answer.value;
  }
  return sum;
}

/**
 * Compares the totals of the table with what its lines add up to; they are never counted. A subtotal adds up the lines since the
 * last one, a grand total all of them, so a number that is one of the two is right. A warning at the cell otherwise.
 */
export function totalFindings(lines: readonly Line[], numbers: readonly LineNumbers[]): readonly Diagnostic[] {
  const totals = lines.filter(({ kind }) => kind === 'total');
  return totals.flatMap((total, index) => {
    const above = numbers.filter(({ line }) => line < total.line);
    const sinceLast = above.filter(({ line }) => line > (totals[index - 1]?.line ?? -1));
    return total.cells.flatMap((cell): readonly Diagnostic[] => {
      const [column] = cell.columns;
      if (column?.kind !== 'indicator' || column.indicator.computed !== undefined) return [];
      const typed = typedTotal(cell);
      const sums = [sumOf(above, column.indicator.id), sumOf(sinceLast, column.indicator.id)];
      const [whole] = sums;
      if (typed === undefined || whole === undefined || sums.includes(typed)) return [];
      const { code, id } = column.indicator;
      const finding = problem('summary-total-differs', {
        message: `Dòng tổng của bảng ghi ${code} là ${formatInteger(typed)}, cộng các dòng đơn vị ở trên được ${formatInteger(whole)}`,
        hint: 'Kiểm tra lại dòng tổng và số liệu từng đơn vị trong bảng; chương trình cộng từ số liệu từng đơn vị, không dùng dòng tổng',
        location: { kind: 'cell', ref: cell.ref },
        facts: { indicator: id, typed, computed: whole },
      });
      return [finding];
    });
  });
}
