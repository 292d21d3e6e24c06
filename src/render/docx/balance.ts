import { type MeasuredText, measureText } from './measure.ts';

/** Room for what another program's metrics differ by: a text balanced to the last twip would wrap once more there. */
const TOLERANCE = 80;

const STEPS = 8;

/** The words of a text with their widths, and the width of the blank between them, in twips. */
interface Words {
  readonly widths: readonly number[];
  readonly blank: number;
}

/** Measured once, for every width that is tried. */
function wordsOf({ text, style }: MeasuredText): Words {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const widthOf = (word: string): number => measureText({ text: word, style });
  return { widths: words.map(widthOf), blank: widthOf('n n') - 2 * widthOf('n') };
}

/** How many lines the words take in a box of `width` twips, each line taking as many as it can. */
function countLines({ widths, blank }: Words, width: number): number {
  let lines = 0;
  let filled = Infinity;
  for (const own of widths) {
    const longer = filled + blank + own;
    if (longer <= width) {
      filled = longer;
      continue;
    }
    lines += 1;
    filled = own;
  }
  return lines;
}

/**
 * How far a centred text of several lines is set in on both sides, in twips, so that its lines are about equally long: the
 * narrowest box in which it takes no more lines than in the full one. 0 for a text of one line. Without it a last line of
 * one word would stand over a rule longer than itself (C8 asks for 1/3 to 1/2 of the text).
 */
export function balancingIndent(measured: MeasuredText, box: number): number {
  const words = wordsOf(measured);
  const lines = countLines(words, box);
  if (lines <= 1) return 0;
  let narrow = box / 2;
  let wide = box;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (narrow + wide) / 2;
    if (countLines(words, Math.round(middle)) > lines) narrow = middle;
    else wide = middle;
  }
  return Math.max(0, Math.floor((box - wide - TOLERANCE) / 2));
}
