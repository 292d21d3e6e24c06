import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { formatDecimal } from '../../vi/number.ts';
import { plainTyping } from '../../vi/plain-typing.ts';
import { isRepeatable } from '../../vi/repeatable-words.ts';
import { quoteValue } from '../../vi/text.ts';
import { readTypedNumber } from '../../vi/typed-number.ts';
import {
  accept,
  findingAt,
  invalid,
  readOpen,
  reject,
  rejectUnseen,
  type OpenValue,
  type Place,
} from '../cells/cell-place.ts';
import { holdsIdNumber, percentOf, rawText } from '../cells/raw-text.ts';

const SIGN = /\s*(?:%|phần trăm)$/u;

/** A percentage as it may be meant; `isOpen`: 1 or less without a sign, a share of 1 or that many percent. */
interface Shown {
  readonly number: number;
  readonly isOpen: boolean;
}

/**
 * A percentage as shown (tỷ lệ): 52.3 for 52,3%. The number format or the sign says that it is one. A bare number above 1 was
 * typed as percent; 1 or less may be a share or a percentage, and as the cell is only compared and never counted, a remark
 * says so and the cell is passed over.
 */
export function readPercent(place: Place): Outcome<Answer<number>> {
  return readOpen(place, (value) => {
    if (holdsIdNumber(value)) return { value: invalid(place), diagnostics: [] };
    const shown = shownPercent(value);
    if (shown === undefined) return unreadable(place, rawText(value));
    const { number, isOpen } = shown;
    if (number < 0) {
      return reject(place, 'number-negative', {
        message: `${place.thing} là số âm ${formatDecimal(number)}%, cần số 0 hoặc lớn hơn`,
        hint: 'Để biểu mẫu tự tính ô này, hoặc nhập lại tỷ lệ không có dấu trừ',
      });
    }
    return isOpen && number > 0 && number <= 1 ? ambiguous(place, number) : accept(place, number);
  });
}

function unreadable(place: Place, raw: string): Outcome<Answer<number>> {
  const isSeen = isRepeatable(raw);
  const found = isSeen ? `ghi ${quoteValue(raw)}` : /\d/u.test(raw) ? 'ghi cả chữ và số' : 'ghi chữ';
  return (isSeen ? reject<number> : rejectUnseen<number>)(place, 'number-unreadable', {
    message: `${place.thing} ${found}, cần một tỷ lệ phần trăm`,
    hint: 'Để biểu mẫu tự tính ô này, hoặc nhập một con số như 52,3%',
  });
}

function ambiguous(place: Place, number: number): Outcome<Answer<number>> {
  const finding = findingAt(place, 'percent-ambiguous', {
    message: `${place.thing} ghi ${formatDecimal(number)}, có thể là ${formatDecimal(percentOf(number))}% hoặc ${formatDecimal(number)}%, nên không đem so với tỷ lệ tính từ số đếm`,
    hint: 'Để biểu mẫu tự tính ô này, hoặc nhập lại tỷ lệ kèm dấu %, ví dụ 52,3%',
  });
  return { value: { kind: 'absent', mark: 'blank', ref: place.ref }, diagnostics: [finding] };
}

function shownPercent(value: OpenValue): Shown | undefined {
  switch (value.kind) {
    case 'number':
      if (value.isDate || !Number.isFinite(value.number)) return undefined;
      return value.isPercent
        ? { number: percentOf(value.number), isOpen: false }
        : { number: value.number, isOpen: true };
    case 'text': {
      const text = plainTyping(value.text);
      const number = typedPercent(text.replace(SIGN, ''));
      return number === undefined ? undefined : { number, isOpen: !SIGN.test(text) };
    }
    case 'boolean':
      return undefined;
  }
}

/** A share of more than a thousand percent is nobody's: one mark before three digits begins the fraction. */
function typedPercent(text: string): number | undefined {
  const typed = readTypedNumber(text);
  switch (typed.kind) {
    case 'whole':
    case 'fraction':
      return typed.value;
    case 'either':
      return typed.decimal;
    case 'padded':
    case 'not-a-number':
      return undefined;
  }
}
