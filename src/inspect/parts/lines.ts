import { rememberedFor } from '../../vi/remembered.ts';
import { normalizeText } from '../../vi/text.ts';
import type { Paragraph, Run } from '../content/word-document.ts';

/** A line as its writer ended it: a paragraph, or a piece of one between line breaks or between tabs. */
export interface Line {
  readonly paragraph: Paragraph;
  readonly runs: readonly Run[];
  /** NFC, with single blanks, trimmed. */
  readonly text: string;
  /** Which column of a letterhead it stands in, as far as a table or tabs tell. */
  readonly side: 'left' | 'right' | 'whole';
}

const RULE = /^[_\-–—=\s]{4,}$/u;

/** A line of underscores or dashes: a rule that is typed. */
export function isTypedRule({ text }: Pick<Line, 'text'>): boolean {
  return RULE.test(text) && text !== '';
}

/** The text of runs as it is seen: tidy, and without numbers of notes. */
export function shownText(runs: readonly Run[]): string {
  return normalizeText(
    runs.map(({ text, look }) => (look.isRaised && /^[\d*()\s]*$/u.test(text) ? '' : text)).join(''),
  );
}

/** Cuts runs at a separator; the pieces keep their looks. */
function splitRuns(runs: readonly Run[], separator: RegExp): readonly (readonly Run[])[] {
  const pieces: Run[][] = [[]];
  for (const run of runs) {
    run.text.split(separator).forEach((text, index) => {
      if (index > 0) pieces.push([]);
      if (text !== '' || run.field !== undefined) pieces.at(-1)?.push({ ...run, text });
    });
  }
  return pieces;
}

/** The first `length` characters of the runs, and the rest. */
function cutRuns(runs: readonly Run[], length: number): readonly [readonly Run[], readonly Run[]] {
  const [before, after]: [Run[], Run[]] = [[], []];
  let passed = 0;
  for (const run of runs) {
    const here = Math.min(run.text.length, Math.max(0, length - passed));
    if (here > 0) before.push({ ...run, text: run.text.slice(0, here) });
    if (here < run.text.length) after.push({ ...run, text: run.text.slice(here) });
    passed += run.text.length;
  }
  return [before, after];
}

/** Many blanks before what stands on the right of a letterhead: columns made with the space bar. */
const BLANKS_BEFORE_RIGHT = /(?<=\S) {3,}(?=CỘNG H|Cộng h|ĐỘC LẬP|Độc lập|[^,]{2,40}, ?ngày)/u;

function columnsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const byTabs = splitRuns(runs, /\t+/u).filter((piece) => shownText(piece) !== '');
  // An empty line is one, too: it tells what stands level with what.
  if (byTabs.length === 0) return [runs];
  if (byTabs.length > 1) return byTabs;
  const [only = []] = byTabs;
  const text = only
    .map((run) => run.text)
    .join('')
    .normalize('NFC');
  const match = BLANKS_BEFORE_RIGHT.exec(text);
  return match === null ? byTabs : cutRuns(only, match.index);
}

/** Cells with their middle there stand left or right. */
const LEFT_UP_TO = 0.45;
const RIGHT_FROM = 0.5;

function sideOf({ place }: Paragraph, index: number, count: number): Line['side'] {
  if (count > 1) return index === 0 ? 'left' : 'right';
  if (place.kind !== 'cell' || place.columns < 2) return 'whole';
  if (place.middle < LEFT_UP_TO) return 'left';
  return place.middle > RIGHT_FROM ? 'right' : 'whole';
}

function readLines(paragraph: Paragraph, hasColumns: boolean): readonly Line[] {
  return splitRuns(paragraph.runs, /\n/u).flatMap((line) => {
    const columns = hasColumns ? columnsOf(line) : [line];
    return columns.map((runs, index) => ({
      paragraph,
      runs,
      text: shownText(runs),
      side: sideOf(paragraph, index, columns.length),
    }));
  });
}

/** Every rule asks for the lines again. */
const linesWithColumns = rememberedFor((paragraph: Paragraph) => readLines(paragraph, true));
const wholeLines = rememberedFor((paragraph: Paragraph) => readLines(paragraph, false));

/** The lines of a paragraph. `hasColumns`: a tab may begin the right column, as in a letterhead. */
export function linesOf(paragraph: Paragraph, hasColumns: boolean): readonly Line[] {
  return hasColumns ? linesWithColumns(paragraph) : wholeLines(paragraph);
}

/** Whether a text holds a letter at all; dots to be filled in have no look of their own. */
export function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Whether all letters of it are upper case. */
export function isUpperCase({ runs }: Pick<Line, 'runs'>): boolean {
  const text = runs.map((run) => (run.look.isUpperCase ? run.text.toLocaleUpperCase('vi') : run.text)).join('');
  return hasLetters(text) && text === text.toLocaleUpperCase('vi');
}

/** The runs of a line that are seen as letters or digits of its own size. */
export function visibleRuns({ runs }: Pick<Line, 'runs'>): readonly Run[] {
  return runs.filter(({ text, look }) => !look.isRaised && /[\p{L}\p{N}]/u.test(text));
}
