import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import type { Meaning } from '../../model/confirmation.ts';
import { closest } from '../../vi/suggest.ts';
import { matchKey, quoteValue } from '../../vi/text.ts';
import type { Cell } from '../../model/workbook.ts';
import { countLike } from '../cells/count-like.ts';
import { isFilled } from '../cells/raw-text.ts';
import { isTotalLabel } from '../tables/other-rows.ts';
import { suggestConfirmation } from '../confirmable.ts';
import { problem } from '../problems.ts';
import { isOrdinal, withoutOrdinal } from '../tables/ordinals.ts';
import { columnWords } from './column-matcher.ts';
import { meaningOf, type Column } from './columns.ts';
import { refIn } from './grid.ts';
import type { SummaryTable } from './locate.ts';
import { isTimeStampHeading } from './time-stamps.ts';

/** Longer texts are no headings that somebody misspelt, shorter ones are like anything; in characters. */
const LONGEST = 200;
const SHORTEST = 4;
/** So many headings of one table are asked about. */
const MOST_ASKED = 20;

/** A wording that some column of the table could have been meant to have. */
interface Wanted {
  readonly wording: string;
  readonly meaning: Meaning;
}

/** What the column is called, and what the clerk can confirm it to be. */
function meaningFor(column: Column, own: string): Meaning | undefined {
  switch (column.kind) {
    case 'indicator':
      return { kind: 'indicator', code: column.indicator.code, name: column.indicator.title };
    case 'task':
      return { kind: 'task', code: column.task.id, name: column.task.title };
    case 'field':
    case 'opinion':
      return { kind: 'heading', code: own, name: own };
    case 'time-stamp':
    case 'unit':
      return undefined;
  }
}

function keyOf(column: Column): string {
  return column.kind === 'field' || column.kind === 'opinion' ? `${column.kind} ${column.id}` : meaningOf(column);
}

/** Wordings of what the table has no column for; codes are alike by nature and never suggested. */
function wantedIn({ columns }: Pick<SummaryTable, 'columns'>, directive: Directive): readonly Wanted[] {
  const known = new Set([...columns.values()].flat().map(keyOf));
  return columnWords(directive).flatMap(([words, column]) => {
    const meaning = known.has(keyOf(column)) ? undefined : meaningFor(column, words[0] ?? '');
    if (meaning === undefined) return [];
    return words
      .filter((wording) => wording !== meaning.code || meaning.kind === 'heading')
      .map((wording) => ({ wording, meaning }));
  });
}

/** A heading that means nothing known over a place in which something stands. */
interface UnknownHeading {
  readonly place: number;
  readonly line: number;
  readonly text: string;
  /** With the group headings above it, for a message. */
  readonly shown: string;
  /** Whether counts stand below that are no totals and do not only number the lines. */
  readonly hasNumbers: boolean;
}

const LINE_NUMBER = /^(?:stt|tt|số tt|số thứ tự|id|no)$/u;

/** Whether the numbers count the lines: 1, 2, 3 … */
function isNumbering(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}

/** The cells below the headings, by place. */
function cellsBelow({ grid, lastHeading, end }: SummaryTable): ReadonlyMap<number, readonly Cell[]> {
  const found = new Map<number, Cell[]>();
  for (const [line, cells] of grid.lines) {
    if (line <= lastHeading || line >= end) continue;
    for (const [place, cell] of cells) {
      if (!isFilled(cell)) continue;
      const own = found.get(place);
      if (own === undefined) found.set(place, [cell]);
      else own.push(cell);
    }
  }
  return found;
}

function unknownHeadings(table: SummaryTable): readonly UnknownHeading[] {
  const { from, to, unitPlace, columns, headings, unclear } = table;
  const taken = new Set([unitPlace, ...columns.keys(), ...unclear.map(({ place }) => place)]);
  const below = cellsBelow(table);
  return [...headings].flatMap(([place, { texts, line }]): readonly UnknownHeading[] => {
    const text = withoutOrdinal(texts.at(-1) ?? '');
    const cells = below.get(place) ?? [];
    if (line === undefined || place < from || place > to || taken.has(place) || cells.length === 0) return [];
    if (text.length > LONGEST || isOrdinal(text) || isTimeStampHeading(text)) return [];
    const numbers = cells.flatMap((cell) => countLike(cell) ?? []);
    const isTotal = texts.length === 1 && isTotalLabel(text);
    const hasNumbers = numbers.length > 0 && !isTotal && !isNumbering(numbers) && !LINE_NUMBER.test(matchKey(text));
    return [{ place, line, text, shown: texts.join(' › '), hasNumbers }];
  });
}

/** The one thing whose wording the text is most like; undefined when none is near, or several are as near. */
function nearest(text: string, wanted: readonly Wanted[]): Wanted | undefined {
  const isAlike = ({ wording }: Wanted): boolean => Math.abs(wording.length - text.length) <= text.length / 3 + 2;
  const wording = closest(
    text,
    wanted.filter(isAlike).map((one) => one.wording),
  );
  const meant = wanted.filter((one) => wording !== undefined && matchKey(one.wording) === matchKey(wording));
  return new Set(meant.map(({ meaning }) => `${meaning.kind} ${meaning.code}`)).size === 1 ? meant[0] : undefined;
}

/**
 * Headings that are not understood: what looks like a heading that the table lacks is asked about, other columns with numbers are
 * only named. What stands below is not read.
 */
export function headingSuggestions(table: SummaryTable, directive: Directive): readonly Diagnostic[] {
  const wanted = wantedIn(table, directive);
  return unknownHeadings(table)
    .flatMap((heading) => {
      const near = heading.text.length < SHORTEST ? undefined : nearest(heading.text, wanted);
      if (near !== undefined) return [asked(table, heading, near)];
      return heading.hasNumbers ? [notKnown(table, heading)] : [];
    })
    .slice(0, MOST_ASKED);
}

function asked({ grid }: SummaryTable, { place, line, text }: UnknownHeading, near: Wanted): Diagnostic {
  const what = grid.orientation === 'rows' ? 'cột' : 'dòng';
  const { kind, code, name } = near.meaning;
  const suggestion = suggestConfirmation(text, { wording: near.wording, kind, code });
  const shown = kind === 'heading' ? quoteValue(name) : `${code} ${quoteValue(near.wording)}`;
  return problem('heading-unknown', {
    message: `Không có ${what} nào tên ${quoteValue(text)} trong biểu mẫu (có phải là ${shown}?), nội dung của ${what} này không được tính`,
    hint: `Sửa tiêu đề thành ${shown} như trong biểu mẫu${suggestion.hint}`,
    location: { kind: 'cell', ref: refIn(grid, line, place) },
    facts: suggestion.facts,
  });
}

function notKnown({ grid }: SummaryTable, { place, line, shown }: UnknownHeading): Diagnostic {
  const what = grid.orientation === 'rows' ? 'cột' : 'dòng';
  return problem('heading-unknown', {
    message: `Không có ${what} nào tên ${quoteValue(shown)} trong biểu mẫu, số liệu của ${what} này không được tính`,
    hint: `Nếu là số liệu của biểu mẫu thì sửa tiêu đề thành đúng tên hoặc mã chỉ tiêu; nếu là ${what} ghi thêm thì giữ nguyên`,
    location: { kind: 'cell', ref: refIn(grid, line, place) },
  });
}

/** What headings of a table of which nothing is understood may mean: the question, and how to settle the first of them for good. */
export function headingQuestion(
  texts: readonly string[],
  directive: Directive,
): { readonly question: string; readonly hint: string; readonly facts: Readonly<Record<string, string>> } {
  const wanted = wantedIn({ columns: new Map() }, directive);
  const asked = texts
    .map(withoutOrdinal)
    .filter((text) => text.length >= SHORTEST && text.length <= LONGEST)
    .flatMap((text) => {
      const near = nearest(text, wanted);
      return near === undefined ? [] : [{ text, near }];
    });
  const [first] = asked;
  if (first === undefined) return { question: '', hint: '', facts: {} };
  const { text, near } = first;
  const { kind, code, name } = near.meaning;
  const shown = kind === 'heading' ? quoteValue(name) : `${code} ${quoteValue(near.wording)}`;
  return {
    question: ` (${quoteValue(text)} có phải là ${shown}?)`,
    ...suggestConfirmation(text, { wording: near.wording, kind, code }),
  };
}
