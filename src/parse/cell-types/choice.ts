import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { joinWords, matchKey, quoteValue } from '../../vi/text.ts';
import { accept, readOpen, reject, type Place } from '../cell-place.ts';
import { rawText } from '../raw-text.ts';

/** One entry of a drop-down list. */
export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** One of a few fixed answers (lựa chọn), by label or alias; diacritics must be right, anything near is only suggested. */
export function readChoice<T extends string>(place: Place, choices: readonly Choice<T>[]): Outcome<Answer<T>> {
  return readOpen(place, (value) => {
    const text = rawText(value);
    const key = matchKey(text);
    const choice = choices.find(({ label, aliases }) => [label, ...aliases].some((word) => matchKey(word) === key));
    if (choice !== undefined) return accept(place, choice.id);
    const labels = choices.map(({ label }) => label);
    const words = choices.flatMap(({ label, aliases }) => [label, ...aliases]);
    const expected = joinWords(labels.map((label) => `“${label}”`));
    return reject(place, 'choice-unknown', {
      message: `${place.thing} ghi ${quoteValue(text)}, cần một trong các lựa chọn ${expected}${didYouMean(text, words)}`,
      hint: 'Chọn một mục trong danh sách thả xuống của ô này',
    });
  });
}
