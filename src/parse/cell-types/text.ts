import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { accept, readOpen, type Place } from '../cells/cell-place.ts';
import { rawText } from '../cells/raw-text.ts';

/** A text in the unit's own words (nội dung chữ); personal data in it is masked before anything else sees it. */
export function readText(place: Place): Outcome<Answer<string>> {
  return readOpen(place, (value) => accept(place, rawText(value)));
}
