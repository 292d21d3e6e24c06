import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { formatDecimal } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { accept, invalid, readOpen, reject, type OpenValue, type Place } from '../cell-place.ts';
import { holdsIdNumber, percentOf, rawText } from '../raw-text.ts';

const TYPED = /^([+\-−]?\d+(?:[.,]\d+)?)\s*(%?)$/u;

/**
 * A percentage as shown (tỷ lệ): 52.3 for 52,3%. A bare number up to 1 is taken for a share, because spreadsheets keep
 * percentages that way; a larger one was typed as percent.
 */
export function readPercent(place: Place): Outcome<Answer<number>> {
  return readOpen(place, (value) => {
    if (holdsIdNumber(value)) return { value: invalid(place), diagnostics: [] };
    const percent = shownPercent(value);
    if (percent === undefined) {
      return reject(place, 'number-unreadable', {
        message: `${place.thing} ghi ${quoteValue(rawText(value))}, cần một tỷ lệ phần trăm`,
        hint: 'Để biểu mẫu tự tính ô này, hoặc nhập một con số như 52,3%',
      });
    }
    if (percent < 0) {
      return reject(place, 'number-negative', {
        message: `${place.thing} là số âm ${formatDecimal(percent)}%, cần số 0 hoặc lớn hơn`,
        hint: 'Để biểu mẫu tự tính ô này, hoặc nhập lại tỷ lệ không có dấu trừ',
      });
    }
    return accept(place, percent);
  });
}

function shownPercent(value: OpenValue): number | undefined {
  switch (value.kind) {
    case 'number':
      if (value.isDate) return undefined;
      return value.isPercent ? percentOf(value.number) : unmarked(value.number);
    case 'text': {
      const [, number = '', sign = ''] = TYPED.exec(value.text.trim()) ?? [];
      if (number === '') return undefined;
      const typed = Number(number.replace('−', '-').replace(',', '.'));
      return sign === '%' ? typed : unmarked(typed);
    }
    case 'boolean':
      return undefined;
  }
}

function unmarked(number: number): number {
  return Math.abs(number) <= 1 ? percentOf(number) : number;
}
