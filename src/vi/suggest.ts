import { searchKey } from './text.ts';

/** Nobody mistypes more than this as one word; comparing grows with the square of the length. */
const LONGEST_WORD = 300;

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * The candidate most like the word, if it is near enough to be what was meant (“có phải ý bạn là …”): a third of the letters
 * may differ, but not more than `most`.
 */
export function closest(word: string, candidates: readonly string[], most = Infinity): string | undefined {
  const key = searchKey(word);
  const allowed = Math.min(most, Math.max(1, Math.floor(key.length / 3)));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const other = searchKey(candidate);
    // The distance is never less than the difference of the lengths, and grows with their product to compute.
    if (Math.abs(key.length - other.length) > allowed || key.length > LONGEST_WORD) continue;
    const away = distance(key, other);
    if (away <= allowed && (best === undefined || away < best.distance)) best = { candidate, distance: away };
  }
  return best?.candidate;
}

/** ` (có phải ý bạn là “…”?)` or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = closest(word, candidates);
  return candidate === undefined ? '' : ` (có phải ý bạn là “${candidate}”?)`;
}
