import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CountUnit } from '../../model/directive.ts';
import type { Answer } from '../../model/located.ts';
import { plainDate } from '../../model/plain-date.ts';
import { countNoun } from '../../vi/count-words.ts';
import { readLooseNumber } from '../../vi/loose-number.ts';
import { isTick, saysNone } from '../../vi/nothing.ts';
import { formatDecimal } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { readTypedDate } from '../../vi/typed-date.ts';
import { readTypedNumber } from '../../vi/typed-number.ts';
import { accept, findingAt, invalid, readOpen, type OpenValue, type Place } from '../cells/cell-place.ts';
import {
  dayForCount,
  looseText,
  noneForCount,
  otherForCount,
  paddedCount,
  shareForCount,
  tickForCount,
} from '../cells/count-findings.ts';
import { ambiguousCount, isTooLarge, negative, notWhole, tooLarge } from '../cells/count-limits.ts';
import { cutCountWord, isUnfilledCount, splitCountWord } from '../cells/count-words.ts';
import { isGrouping } from '../cells/number-evidence.ts';
import { holdsIdNumber, rawText } from '../cells/raw-text.ts';

/** Results of formulas may miss a whole number by the dust of binary fractions. */
const DUST = 1e-6;

/**
 * A whole number, 0 or more (số đếm). Number cells are what they are. Of texts, clean integers are counted, integers grouped in
 * thousands as far as the evidence settles the dot or comma (`isGrouping`), and integers with the word for what they count.
 * Everything else (words, `~500`, `500+`, `12/15`, shares, `x`, “không”) is a finding that shows the reading and counts nothing.
 * `counts` is what is asked for; undefined when anything may be counted.
 */
export function readCount(place: Place, counts?: CountUnit): Outcome<Answer<number>> {
  const value = place.cell?.value;
  if (value?.kind === 'text' && isUnfilledCount(value.text)) {
    return { value: { kind: 'absent', mark: 'blank', ref: place.ref }, diagnostics: [] };
  }
  return readOpen(place, (open) => {
    // The mark of the cell's personal data is the finding; a second one about the same cell would only repeat it.
    if (holdsIdNumber(open)) return { value: invalid(place), diagnostics: [] };
    switch (open.kind) {
      case 'number':
        if (open.isDate) return dayForCount(place, rawText(open), false);
        return open.isPercent ? shareForCount(place, rawText(open)) : readNumber(place, open.number);
      case 'text':
        return readTyped(place, open, counts);
      case 'boolean':
        return otherForCount(place, rawText(open));
    }
  });
}

function readTyped(
  place: Place,
  { text }: Extract<OpenValue, { kind: 'text' }>,
  counts: CountUnit | undefined,
): Outcome<Answer<number>> {
  if (saysNone(text)) return noneForCount(place, text);
  if (isTick(text)) return tickForCount(place, text);
  const split = splitCountWord(text);
  const typed = readTypedNumber(split?.number ?? text);
  switch (typed.kind) {
    case 'whole':
      return withWord(place, split, counts, readNumber(place, typed.value));
    case 'fraction':
      return isTooLarge(typed.value) ? tooLarge(place) : notWhole(place, typed.value, undefined);
    case 'either':
      // Who writes “1,234 người” means persons, and there are no parts of persons.
      return split !== undefined || isGrouping(typed, place.evidence?.numbers)
        ? withWord(place, split, counts, readNumber(place, typed.grouped))
        : ambiguousCount(place, text, typed);
    case 'padded':
      return isTooLarge(typed.value) ? tooLarge(place) : paddedCount(place, text, typed.value);
    case 'not-a-number':
      return isDay(text) ? dayForCount(place, text, true) : looseText(place, text, readLooseNumber(text, cutCountWord));
  }
}

function isDay(text: string): boolean {
  const typed = readTypedDate(text);
  return typed.kind === 'day' && plainDate(typed.year, typed.month, typed.day) !== undefined;
}

function readNumber(place: Place, found: number): Outcome<Answer<number>> {
  if (isTooLarge(found)) return tooLarge(place);
  const whole = Math.round(found);
  if (Math.abs(found - whole) > DUST) return notWhole(place, found, misread(place, found));
  return whole < 0 ? negative(place, whole) : accept(place, whole === 0 ? 0 : whole); // not −0
}

/**
 * A program set to another language takes a typed `1.234` for a fraction. Three decimals look like that, and fewer when the
 * register has the number that came of it. Only suggested; what a formula computed nobody has typed.
 */
function misread({ cell, evidence }: Place, found: number): number | undefined {
  const thousands = Math.round(found * 1000);
  const isThousands = Math.abs(found * 1000 - thousands) < DUST;
  if (cell?.isFormula === true || found < 1 || !isThousands || isTooLarge(thousands)) return undefined;
  const hasThreeDecimals = thousands % 10 !== 0;
  return (hasThreeDecimals && found < 1000) || evidence?.numbers.known.has(thousands) === true ? thousands : undefined;
}

/** The answer with the remark about the word behind the number, if there is one and the number counts. */
function withWord(
  place: Place,
  split: ReturnType<typeof splitCountWord>,
  counts: CountUnit | undefined,
  outcome: Outcome<Answer<number>>,
): Outcome<Answer<number>> {
  const { value } = outcome;
  if (split === undefined || value.kind !== 'value') return outcome;
  const isOther = counts !== undefined && !split.counts.includes(counts);
  return { value, diagnostics: [isOther ? otherUnit(place, split.word, counts) : withUnit(place, value.value)] };
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
