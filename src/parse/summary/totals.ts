import type { Diagnostic } from '../../model/diagnostic.ts';
import type { IndicatorAnswer } from '../../model/submission.ts';
import { formatInteger } from '../../vi/number.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { problem } from '../problems.ts';
import type { LineCell } from './answers.ts';
import type { Grid } from './grid.ts';
import type { Line } from './lines.ts';

/** The numbers that one line gave. */
export interface LineNumbers {
  readonly line: number;
  readonly indicators: readonly IndicatorAnswer[];
}

function typedTotal({ cell, ref, evidence }: LineCell): number | undefined {
  const { value } = CELL_TYPES.count({ cell, ref, evidence, thing: '', facts: {} });
  return value.kind === 'value' ? value.value : undefined;
}

/** What these lines add up to; undefined when one of them has no usable number. */
function sumOf(numbers: readonly LineNumbers[], indicator: string): number | undefined {
  let sum = 0;
  for (const { indicators } of numbers) {
    const answer = indicators.find((candidate) => candidate.indicator === indicator)?.value;
    if (answer?.kind === 'invalid') return undefined;
    if (answer?.kind === 'value') sum += answer.value;
  }
  return sum;
}

/** The lines that a total may add up, the likeliest first, and on which side of it they stand. */
interface Parts {
  readonly side: 'after' | 'before';
  readonly lines: readonly (readonly LineNumbers[])[];
}

/** A total below its lines adds up all of them or those since the last one; one above them those to the next one, or all. */
function partsOf({ line, kind }: Line, sums: readonly Line[], numbers: readonly LineNumbers[]): Parts {
  const before = numbers.filter((one) => one.line < line);
  if (kind === 'total' && before.length > 0) {
    const last = sums.findLast((sum) => sum.line < line)?.line ?? -1;
    const lastGroup = sums.findLast((sum) => sum.line < line && sum.kind === 'group')?.line ?? -1;
    const since = (from: number): readonly LineNumbers[] => before.filter((one) => one.line > from);
    return { side: 'before', lines: [before, since(last), since(lastGroup)] };
  }
  const after = numbers.filter((one) => one.line > line);
  const next = sums.find((sum) => sum.line > line)?.line ?? Infinity;
  const whole = kind === 'total' ? after : after.filter((one) => one.line < next);
  return { side: 'after', lines: [whole, after] };
}

const WHERE = {
  rows: { before: 'các dòng đơn vị ở trên', after: 'các dòng đơn vị ở dưới' },
  columns: { before: 'các cột đơn vị bên trái', after: 'các cột đơn vị bên phải' },
} as const;

/**
 * Compares the totals of the table with what its lines add up to; they are never counted. A total may add up a part of the table or
 * all of it, so a number that is one of the two is right. A warning at the cell otherwise.
 */
export function totalFindings(
  { orientation }: Grid,
  lines: readonly Line[],
  numbers: readonly LineNumbers[],
): readonly Diagnostic[] {
  const sums = lines.filter(({ kind }) => kind !== 'unit');
  const line = orientation === 'rows' ? 'dòng' : 'cột';
  return sums.flatMap((total) => {
    const { side, lines: parts } = partsOf(total, sums, numbers);
    return total.cells.flatMap((cell): readonly Diagnostic[] => {
      const [column] = cell.columns;
      if (column?.kind !== 'indicator' || column.indicator.computed !== undefined || cell.scale !== undefined)
        return [];
      const typed = typedTotal(cell);
      const found = parts.map((own) => sumOf(own, column.indicator.id));
      const [whole] = found;
      if (typed === undefined || whole === undefined || found.includes(typed)) return [];
      const { code, id } = column.indicator;
      const finding = problem('summary-total-differs', {
        message: `${line === 'dòng' ? 'Dòng' : 'Cột'} tổng của bảng ghi ${code} là ${formatInteger(typed)}, cộng ${WHERE[orientation][side]} được ${formatInteger(whole)}`,
        hint: `Kiểm tra lại ${line} tổng và số liệu từng đơn vị trong bảng; chương trình cộng từ số liệu từng đơn vị, không dùng ${line} tổng`,
        location: { kind: 'cell', ref: cell.ref },
        facts: { indicator: id, typed, computed: whole },
      });
      return [finding];
    });
  });
}
