import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { isTick } from '../../vi/nothing.ts';
import { plainTyping } from '../../vi/plain-typing.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { joinWords, matchKey, quoteValue } from '../../vi/text.ts';
import { accept, readOpen, reject, type Place } from '../cells/cell-place.ts';
import { rawText } from '../cells/raw-text.ts';

/** One entry of a drop-down list. */
export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** Two texts with equal keys are the same choice; a tick is as good as another. */
function choiceKey(text: string): string {
  return isTick(text) ? 'x' : matchKey(plainTyping(text));
}

/**
 * One of a few fixed answers (lựa chọn), by label or alias; diacritics must be right, anything near is only suggested. A tick
 * (`x`, `✓`) is an answer only if one of the aliases is a tick: which of several it means, the list must say.
 */
export function readChoice<T extends string>(place: Place, choices: readonly Choice<T>[]): Outcome<Answer<T>> {
  return readOpen(place, (value) => {
    const text = rawText(value);
    const key = choiceKey(text);
    const choice = choices.find(({ label, aliases }) => [label, ...aliases].some((word) => choiceKey(word) === key));
    if (choice !== undefined) return accept(place, choice.id);
    const labels = choices.map(({ label }) => label);
    const words = choices.flatMap(({ label, aliases }) => [label, ...aliases]);
    const expected = `cần một trong các lựa chọn ${joinWords(labels.map((label) => `“${label}”`))}`;
    return reject(place, 'choice-unknown', {
      message: isTick(text)
        ? `${place.thing} chỉ có dấu đánh chọn ${quoteValue(text)}, ${expected}`
        : `${place.thing} ghi ${quoteValue(text)}, ${expected}${didYouMean(text, words)}`,
      hint: 'Chọn một mục trong danh sách thả xuống của ô này',
    });
  });
}
