import { grouped } from '../../model/grouped.ts';
import { remembered, rememberedFor } from '../../vi/remembered.ts';
import { isScaledHeading, withoutScale } from '../cells/scaled-number.ts';
import { LONGEST_HEADING } from './column-matcher.ts';
import { askedBy, codeOf, meaningOf, type Column, type ColumnMatcher } from './columns.ts';
import type { Grid } from './grid.ts';
import { headingsIn, type Headings } from './headings.ts';

/** A column of unclear meaning: one of several under one heading, or one of several with the same meaning. */
export interface UnclearPlace {
  readonly line: number;
  readonly place: number;
  readonly heading: string;
  /** What it may hold: code of the number or task. */
  readonly code: string;
}

/** Lines that together hold headings, and what they mean. */
export interface Block {
  readonly lines: readonly number[];
  readonly columns: ReadonlyMap<number, readonly Column[]>;
  readonly headings: ReadonlyMap<number, Headings>;
  /** The first place with a heading for units. */
  readonly unitPlace: number | undefined;
  /** How many numbers and tasks stand in the line with most of them. */
  readonly answerCount: number;
  readonly unclear: readonly UnclearPlace[];
}

/** The headings of a table are at most so many lines: group heading, heading, and one below. */
export const MOST_HEADING_LINES = 3;

type Columns = ReadonlyMap<number, readonly Column[]>;

/** The places without those that mean the same as another one, and these. */
export function withoutRivals(
  columns: Columns,
  headings: ReadonlyMap<number, Headings>,
): { readonly columns: Columns; readonly rivals: readonly UnclearPlace[] } {
  const places = grouped([...columns], ([, found]) => found.map(meaningOf).join(' ').trim());
  const rivals = [...places].flatMap(([meaning, own]) => (meaning === '' || own.length === 1 ? [] : own));
  const unclear = rivals.map(([place, found]): UnclearPlace => {
    const { texts, line } = headings.get(place) ?? { texts: [], line: 0 };
    return { line: line ?? 0, place, heading: texts.join(' › '), code: codeOf(found) ?? '' };
  });
  const dropped = new Set(rivals.map(([place]) => place));
  return { columns: new Map([...columns].filter(([place]) => !dropped.has(place))), rivals: unclear };
}

/** What the headings mean; a remark on how the numbers are written is told apart from what they count. */
function columnsFor(texts: readonly string[], match: ColumnMatcher): readonly Column[] {
  const [text, below] = texts;
  return text !== undefined && below === undefined ? columnsOfText(match)(text) : columnsOfTexts(texts, match);
}

/** Almost all texts stand alone, and the same ones in every file. */
const columnsOfText = rememberedFor((match: ColumnMatcher) => remembered((text) => columnsOfTexts([text], match)));

/** Every column that headings with this text among them can be: it says so by itself, with or without a remark on the numbers. */
export function headable(text: string, match: ColumnMatcher): readonly Column[] {
  return text.length > LONGEST_HEADING ? [] : [text, withoutScale(text)].flatMap((words) => match([words]));
}

function columnsOfTexts(texts: readonly string[], match: ColumnMatcher): readonly Column[] {
  const found = match(texts);
  if (found.length > 0 || !texts.some(isScaledHeading)) return found;
  return match(texts.map(withoutScale).filter((text) => text.trim() !== ''));
}

/** What these lines say as headings. */
export function blockOf(grid: Grid, lines: readonly number[], match: ColumnMatcher): Block {
  const columns = new Map<number, readonly Column[]>();
  // A code and the title beside it are one number, and headings stand in one line: rows of a form ask one thing each.
  const asked = new Map<number, Set<string>>();
  const unclear: UnclearPlace[] = [];
  let unitPlace: number | undefined;
  const headings = headingsIn(grid, lines);
  for (const [place, { texts, line }] of headings) {
    const found = line === undefined ? [] : columnsFor(texts, match);
    if (line === undefined || found.length === 0) {
      const above = line === undefined ? texts : texts.slice(0, -1);
      const code = above.map((text) => codeOf(match([text]))).find((one) => one !== undefined);
      if (code !== undefined) unclear.push({ line: line ?? lines[0] ?? 0, place, heading: texts.join(' › '), code });
      continue;
    }
    columns.set(place, found);
    if (found.some(({ kind }) => kind === 'unit')) unitPlace ??= place;
    const words = found.map(askedBy).join(' ').trim();
    if (words !== '') asked.set(line, (asked.get(line) ?? new Set()).add(words));
  }
  const answerCount = Math.max(0, ...[...asked.values()].map(({ size }) => size));
  return { lines, columns, headings, unitPlace, answerCount, unclear };
}

function unclearCount({ columns, headings, unclear }: Block): number {
  return unclear.length + withoutRivals(columns, headings).rivals.length;
}

/** The blocks in the order in which they are believed. */
function ranked(blocks: readonly Block[]): readonly Block[] {
  return blocks
    .map((block) => ({ block, unclear: unclearCount(block) }))
    .toSorted((a, b) => {
      const named = Number(b.block.unitPlace !== undefined) - Number(a.block.unitPlace !== undefined);
      const more = b.block.answerCount - a.block.answerCount;
      return more || named || b.unclear - a.unclear || a.block.lines.length - b.block.lines.length;
    })
    .map(({ block }) => block);
}

/** A heading for one number alone, and none for units, may be a word of a sentence, unless nothing else is a heading. */
function isPlausible({ answerCount, unitPlace }: Block): boolean {
  return answerCount >= 2 || unitPlace !== undefined;
}

/**
 * The headings of tables among these lines, from the top: lines, up to three that follow one another, that give most numbers and
 * tasks as headings, no line twice.
 */
export function headingBlocks(grid: Grid, lines: readonly number[], match: ColumnMatcher): readonly Block[] {
  const singles = lines.map((line) => blockOf(grid, [line], match));
  const isTold = singles.map(({ answerCount, unclear }) => answerCount > 0 || unclear.length > 0);
  const windows = singles.flatMap((single, index) => {
    const own: Block[] = isTold[index] === true ? [single] : [];
    for (let length = 2; length <= MOST_HEADING_LINES && index + length <= lines.length; length++) {
      if (!isTold.slice(index, index + length).includes(true)) continue;
      own.push(blockOf(grid, lines.slice(index, index + length), match));
    }
    return own;
  });
  const taken: Block[] = [];
  const used = new Set<number>();
  for (const block of ranked(windows.filter(({ answerCount }) => answerCount > 0))) {
    if (taken.length > 0 && !isPlausible(block)) continue;
    if (block.lines.some((line) => used.has(line))) continue;
    taken.push(block);
    for (const line of block.lines) used.add(line);
  }
  return taken.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}
