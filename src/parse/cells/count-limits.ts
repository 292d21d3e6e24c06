import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { formatDecimal, formatInteger } from '../../vi/number.ts';
import { spellFraction, spellInteger } from '../../vi/spelled-number.ts';
import { quoteValue } from '../../vi/text.ts';
import { invalid, reject, type Place } from './cell-place.ts';
import { signAgainst, type EitherNumber } from './number-evidence.ts';
import { MASK } from './raw-text.ts';

/** The answers that are numbers but no counts, each with its finding. */
type NoCount = Outcome<Answer<number>>;

/** From here on it is a telephone number or a citizen number, not something a commune's unit can count. */
const TOO_LARGE = 100_000_000;

/** Whether the number has nine digits or more, or is none at all. */
export function isTooLarge(value: number): boolean {
  return !(Math.abs(value) < TOO_LARGE);
}

/** `1,234` when nothing settles which of the two it is. */
export function ambiguousCount(place: Place, text: string, either: EitherNumber): NoCount {
  const { grouped, decimal } = either;
  const [whole = '', decimals = ''] = Math.abs(decimal).toFixed(3).split('.');
  const [asGroups, asFraction] = [spellInteger(Math.abs(grouped)), spellFraction(Number(whole), decimals)];
  const against = signAgainst(either, place.evidence?.numbers);
  return reject(place, 'number-ambiguous', {
    message: `${place.thing} ghi ${quoteValue(text)}, có thể là ${formatInteger(grouped)} (${asGroups}) hoặc ${whole},${decimals} (${asFraction})`,
    hint: `Hỏi lại đơn vị rồi gõ con số liền nhau, không có dấu chấm, dấu phẩy; ví dụ ${String(Math.abs(grouped))}`,
    related:
      against === undefined
        ? []
        : [
            {
              location: { kind: 'cell', ref: against },
              note: 'ô này trong cùng tệp dùng dấu chấm, dấu phẩy theo cách khác',
            },
          ],
    facts: { grouped, decimal },
  });
}

/** A number of nine digits or more; it is not repeated. */
export function tooLarge(place: Place): NoCount {
  const { diagnostics } = reject(place, 'number-too-large', {
    message: `${place.thing} là một số có từ 9 chữ số trở lên, không thể là số đếm của một đơn vị`,
    hint: 'Kiểm tra lại: có thể là số điện thoại hoặc số định danh; xóa đi và chỉ nhập số lượng',
  });
  return { value: { ...invalid(place), raw: MASK }, diagnostics };
}

/** So many decimals are shown of a fraction where a count belongs. */
const MOST_DECIMALS = 10;

/** `12,5`; `suggestion`: the count that a program of another language may have taken for this fraction. */
export function notWhole(place: Place, found: number, suggestion: number | undefined): NoCount {
  const shown = formatDecimal(found, MOST_DECIMALS);
  if (suggestion === undefined) {
    return reject(place, 'number-not-whole', {
      message: `${place.thing} là ${shown}, cần một số nguyên`,
      hint: 'Nhập số đếm tròn, không có phần thập phân và không phải tỷ lệ',
    });
  }
  return reject(place, 'number-not-whole', {
    message: `${place.thing} là ${shown}, cần một số nguyên (có phải là ${formatInteger(suggestion)}?)`,
    hint: `Hỏi lại đơn vị; nếu dấu chấm hoặc dấu phẩy ngăn hàng nghìn thì gõ liền nhau, ví dụ ${String(suggestion)}`,
    facts: { suggestion },
  });
}

/** `-3` */
export function negative(place: Place, whole: number): NoCount {
  return reject(place, 'number-negative', {
    message: `${place.thing} là số âm ${formatDecimal(whole)}, cần số 0 hoặc lớn hơn`,
    hint: 'Nhập lại số lượng, không có dấu trừ; nếu không có trường hợp nào thì nhập số 0',
  });
}
