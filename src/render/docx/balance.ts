import { type MeasuredText, measureLines } from './measure.ts';

/** Room for what another program's metrics differ by: a text balanced to the last twip would wrap once more there. */
const TOLERANCE = 80;

const STEPS = 8;

/**
 * How far a centred text of several lines is set in on both sides, in twips, so that its lines are about equally long: the
 * narrowest box in which it takes no more lines than in the full one. 0 for a text of one line. Without it a last line of
 * one word would stand over a rule longer than itself (C8 asks for 1/3 to 1/2 of the text).
 */
export function balancingIndent(measured: MeasuredText, box: number): number {
  const lines = measureLines(measured, box).length;
  if (lines <= 1) return 0;
  let narrow = box / 2;
  let wide = box;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (narrow + wide) / 2;
    if (measureLines(measured, Math.round(middle)).length > lines) narrow = middle;
    else wide = middle;
  }
  return Math.max(0, Math.floor((box - wide - TOLERANCE) / 2));
}
