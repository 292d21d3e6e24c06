import { withoutQuoted } from './quotes.ts';

/** The characters that part the fields of a line. */
export type Separator = ',' | ';' | '\t' | '|';

const SEPARATORS: readonly Separator[] = ['\t', ';', '|', ','];
/** So many lines at the beginning decide. */
const SAMPLE_LINES = 1000;

/** The first line that some programs write for Excel: `sep=;`. */
const DECLARATION = /^"?sep=(.)"?$/iu;

/** A table of text: its lines, and what parts the fields. */
export interface SeparatedText {
  readonly separator: Separator;
  /** Without the line `sep=;`, which Excel does not show as a row. */
  readonly lines: readonly string[];
}

interface Count {
  readonly separator: Separator;
  /** The number of separators that most lines with any have. */
  readonly usual: number;
  /** Lines that have just so many. */
  readonly lines: number;
}

/** How often the separator stands in each line, outside quotes; every number and how many lines have it. */
function tally(lines: readonly string[], separator: Separator): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const line of lines) {
    const found = line.split(separator).length - 1;
    if (found > 0) numbers.set(found, (numbers.get(found) ?? 0) + 1);
  }
  return numbers;
}

function countOf(lines: readonly string[], separator: Separator): Count {
  let best: Count = { separator, usual: 0, lines: 0 };
  for (const [usual, count] of tally(lines, separator)) {
    if (count > best.lines || (count === best.lines && usual > best.usual)) best = { separator, usual, lines: count };
  }
  return best;
}

/** Commas and semicolons of a sentence have a blank behind them; those between fields have not. */
function isProse(lines: readonly string[], separator: Separator): boolean {
  const all = lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0);
  const spaced = lines.reduce((sum, line) => sum + line.split(`${separator} `).length - 1, 0);
  return separator !== '\t' && spaced * 5 > all * 4;
}

/**
 * What parts the fields: the character that stands equally often in the most lines; of two, the one that stands more often.
 * Undefined for a text that is no table: less than two lines agree, or the text is prose.
 */
function separatorOf(lines: readonly string[]): Separator | undefined {
  const sample = lines.slice(0, SAMPLE_LINES).map(withoutQuoted);
  const filled = sample.filter((line) => line.trim() !== '');
  const [best] = SEPARATORS.map((separator) => countOf(filled, separator)).sort(
    (a, b) => b.lines - a.lines || b.usual - a.usual,
  );
  if (best === undefined || best.lines < 2) return undefined;
  const share = isProse(filled, best.separator) ? 0.8 : 0.3;
  return best.lines >= filled.length * share ? best.separator : undefined;
}

/** The lines of a text with any line ends, and their separator; undefined when the text is no table. */
export function separate(text: string): SeparatedText | undefined {
  const lines = text.split(/\r\n|\r|\n/u);
  if (lines.at(-1) === '') lines.pop();
  const declared = DECLARATION.exec(lines[0] ?? '')?.[1];
  const separator = SEPARATORS.find((candidate) => candidate === declared);
  if (separator !== undefined) return { separator, lines: lines.slice(1) };
  const found = separatorOf(lines);
  return found === undefined ? undefined : { separator: found, lines };
}
