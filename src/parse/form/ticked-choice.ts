import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { isTick } from '../../vi/nothing.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { accept, readOpen, reject, type Place } from '../cells/cell-place.ts';
import type { Option } from '../tables/rows.ts';

/** What a cell says of its answer: ticked, or the answer's own words once more; anything else is asked about. */
function readOption<T extends string>({ choice, place }: Option<T>): Outcome<Answer<T>> {
  const { cell } = place;
  const isTicked = cell?.value.kind === 'text' && isTick(cell.value.text);
  if (isTicked) return readOpen(place, () => accept(place, choice.id));
  const { value, diagnostics } = CELL_TYPES.choice(place, [choice]);
  if (diagnostics[0]?.rule !== 'choice-unknown') return { value, diagnostics };
  const written = value.kind === 'invalid' ? value.raw : '';
  return reject(place, 'choice-unknown', {
    message: `${place.thing} ghi ${quoteValue(written)} ở cột ${quoteValue(choice.label)}, cần dấu “x” hoặc để trống`,
    hint: `Ghi “x” nếu đúng là “${choice.label}”, nếu không thì xóa nội dung ô này; muốn ghi chú thì ghi ở cột khác`,
  });
}

/**
 * One answer that is given by a tick in one of several columns. No tick is a blank at the first cell; ticks in several columns
 * contradict one another, and none of them counts.
 */
export function readTicked<T extends string>(options: readonly Option<T>[], ref: Place['ref']): Outcome<Answer<T>> {
  const outcomes = options.map(readOption);
  const faulty = outcomes.find(({ diagnostics }) => diagnostics.length > 0);
  if (faulty !== undefined) return faulty;
  const ticked = options.filter((_option, index) => outcomes[index]?.value.kind === 'value');
  const [first, ...others] = ticked;
  if (first !== undefined && others.length > 0) {
    const names = joinWords(ticked.map(({ choice }) => `“${choice.label}”`));
    return reject(first.place, 'choice-unknown', {
      message: `${first.place.thing} được đánh dấu ở ${ticked.length} cột ${names}, cần đúng một cột`,
      hint: 'Chỉ để lại dấu “x” ở một cột',
      related: others.map(({ place, choice }) => ({
        location: { kind: 'cell', ref: place.ref },
        note: `đánh dấu “${choice.label}”`,
      })),
    });
  }
  return (
    outcomes.find(({ value }) => value.kind === 'value') ??
    outcomes.find(({ value }) => value.kind === 'absent' && value.mark === 'dash') ?? {
      value: { kind: 'absent', mark: 'blank', ref },
      diagnostics: [],
    }
  );
}
