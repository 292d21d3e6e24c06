import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CountUnit } from '../../model/directive.ts';
import type { Answer } from '../../model/located.ts';
import { formatDecimal, parseCount } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { countNoun, splitCountWord } from '../count-words.ts';
import { accept, findingAt, invalid, readOpen, reject, type OpenValue, type Place } from '../cell-place.ts';
import { holdsIdNumber, MASK, rawText } from '../raw-text.ts';

/** From here on it is a telephone number or a citizen number, not something a commune's unit can count. */
const TOO_LARGE = 100_000_000;
/** Results of formulas may miss a whole number by the dust of binary fractions. */
const DUST = 1e-6;

/**
 * A whole number, 0 or more (số đếm). Texts are read the Vietnamese way (`1.234` is 1234) and may name what they count;
 * words such as “không” are not 0. `counts` is what is asked for; undefined when anything may be counted.
 */
export function readCount(place: Place, counts?: CountUnit): Outcome<Answer<number>> {
  return readOpen(place, (value) => {
    // The mark of the cell's personal data is the finding; a second one about the same cell would only repeat it.
    if (holdsIdNumber(value)) return { value: invalid(place), diagnostics: [] };
    switch (value.kind) {
      case 'number':
        return value.isDate || value.isPercent ? notANumber(place, value) : readNumber(place, value.number);
      case 'text':
        return readTyped(place, value, counts);
      case 'boolean':
        return notANumber(place, value);
    }
  });
}

function readTyped(
  place: Place,
  value: Extract<OpenValue, { kind: 'text' }>,
  counts: CountUnit | undefined,
): Outcome<Answer<number>> {
  const split = splitCountWord(value.text);
  const parsed = parseCount(split?.number ?? value.text);
  if (parsed.kind === 'not-a-number') return notANumber(place, value);
  const { value: answer, diagnostics } = readNumber(place, parsed.value);
  if (split === undefined || answer.kind !== 'value') return { value: answer, diagnostics };
  const isOther = counts !== undefined && !split.counts.includes(counts);
  return {
    value: answer,
    diagnostics: [isOther ? otherUnit(place, split.word, counts) : withUnit(place, answer.value)],
  };
}

function readNumber(place: Place, found: number): Outcome<Answer<number>> {
  const { thing } = place;
  if (Math.abs(found) >= TOO_LARGE) {
    const { diagnostics } = reject(place, 'number-too-large', {
      message: `${thing} là một số có từ 9 chữ số trở lên, không thể là số đếm của một đơn vị`,
      hint: 'Kiểm tra lại: có thể là số điện thoại hoặc số định danh; xóa đi và chỉ nhập số lượng',
    });
    return { value: { ...invalid(place), raw: MASK }, diagnostics };
  }
  const whole = Math.round(found);
  if (Math.abs(found - whole) > DUST) {
    return reject(place, 'number-not-whole', {
      message: `${thing} là ${formatDecimal(found)}, cần một số nguyên`,
      hint: 'Nhập số đếm tròn, không có phần thập phân và không phải tỷ lệ',
    });
  }
  if (whole < 0) {
    return reject(place, 'number-negative', {
      message: `${thing} là số âm ${formatDecimal(whole)}, cần số 0 hoặc lớn hơn`,
      hint: 'Nhập lại số lượng, không có dấu trừ; nếu không có trường hợp nào thì nhập số 0',
    });
  }
  return accept(place, whole === 0 ? 0 : whole); // not −0
}

function notANumber(place: Place, value: OpenValue): Outcome<Answer<number>> {
  const isDay = value.kind === 'number' && value.isDate;
  const found = isDay ? `hiện ngày ${quoteValue(rawText(value))}` : `ghi ${quoteValue(rawText(value))}`;
  return reject(place, 'number-unreadable', {
    message: `${place.thing} ${found}, cần một số nguyên`,
    hint: isDay
      ? 'Đổi định dạng của ô thành Số (Number) rồi nhập lại số lượng'
      : 'Nhập chỉ một con số vào ô này, ghi chú viết vào cột ghi chú; nếu không có trường hợp nào thì nhập số 0',
  });
}

function withUnit(place: Place, value: number): Diagnostic {
  return findingAt(place, 'number-with-unit', {
    message: `${place.thing} ghi ${quotedRaw(place)} kèm đơn vị tính, đã hiểu là ${formatDecimal(value)}`,
    hint: 'Lần sau chỉ nhập con số, không ghi đơn vị tính trong ô',
  });
}

function otherUnit(place: Place, word: string, counts: CountUnit): Diagnostic {
  return findingAt(place, 'number-unit-mismatch', {
    message: `${place.thing} ghi ${quotedRaw(place)}, tức là đếm ${quoteValue(word)}, cần số ${countNoun(counts)}`,
    hint: `Kiểm tra lại số liệu; nhập số ${countNoun(counts)} và không ghi đơn vị tính trong ô`,
  });
}

function quotedRaw({ cell }: Place): string {
  return quoteValue(cell === undefined ? '' : rawText(cell.value));
}
