import type { Cell } from '../../model/workbook.ts';
import { readTypedNumber } from '../../vi/typed-number.ts';
import { isTooLarge } from './count-limits.ts';

/** Longer texts are no numbers; in characters. */
const LONGEST = 20;

/**
 * The number that a cell seems to count, to notice that something stands there; never used as a figure. Days, shares, and what
 * may be a telephone number are none.
 */
export function countLike(cell: Cell | undefined): number | undefined {
  const value = cell?.value;
  if (value?.kind === 'number') {
    return value.isDate || value.isPercent || isTooLarge(value.number) ? undefined : value.number;
  }
  if (value?.kind !== 'text' || value.text.length > LONGEST) return undefined;
  const typed = readTypedNumber(value.text);
  switch (typed.kind) {
    case 'whole':
    case 'fraction':
      return isTooLarge(typed.value) ? undefined : typed.value;
    case 'either':
      return typed.grouped;
    case 'padded':
    case 'not-a-number':
      return undefined;
  }
}
