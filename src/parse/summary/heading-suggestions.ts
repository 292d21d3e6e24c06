import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import type { Meaning } from '../../model/confirmation.ts';
import { closest } from '../../vi/suggest.ts';
import { matchKey, quoteValue } from '../../vi/text.ts';
import { isFilled } from '../cells/raw-text.ts';
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

/** Headings that mean nothing known over places in which something stands. */
function unknownHeadings(
  table: SummaryTable,
): readonly { readonly place: number; readonly line: number; readonly text: string }[] {
  const { grid, lastHeading, end, from, to, unitPlace, columns, headings, unclear } = table;
  const taken = new Set([unitPlace, ...columns.keys(), ...unclear.map(({ place }) => place)]);
  const filled = new Set<number>();
  for (const [line, cells] of grid.lines) {
    if (line <= lastHeading || line >= end) continue;
    for (const [place, cell] of cells) if (isFilled(cell)) filled.add(place);
  }
  return [...headings].flatMap(([place, { texts, line }]) => {
    const text = withoutOrdinal(texts.at(-1) ?? '');
    const isOutside = place < from || place > to || taken.has(place) || !filled.has(place);
    if (line === undefined || isOutside || text.length < SHORTEST || text.length > LONGEST) return [];
    return isOrdinal(text) || isTimeStampHeading(text) ? [] : [{ place, line, text }];
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

/** Headings that are not understood but look like one that the table lacks; what is under them is not read until that is settled. */
export function headingSuggestions(table: SummaryTable, directive: Directive): readonly Diagnostic[] {
  const { grid } = table;
  const what = grid.orientation === 'rows' ? 'cột' : 'dòng';
  const wanted = wantedIn(table, directive);
  return unknownHeadings(table)
    .flatMap(({ place, line, text }): readonly Diagnostic[] => {
      const near = nearest(text, wanted);
      if (near === undefined) return [];
      const { kind, code, name } = near.meaning;
      const suggestion = suggestConfirmation(text, { wording: near.wording, kind, code });
      const shown = kind === 'heading' ? quoteValue(name) : `${code} ${quoteValue(near.wording)}`;
      return [
        problem('heading-unknown', {
          message: `Không có ${what} nào tên ${quoteValue(text)} trong biểu mẫu (có phải là ${shown}?), nội dung của ${what} này không được tính`,
          hint: `Sửa tiêu đề thành ${shown} như trong biểu mẫu${suggestion.hint}`,
          location: { kind: 'cell', ref: refIn(grid, line, place) },
          facts: suggestion.facts,
        }),
      ];
    })
    .slice(0, MOST_ASKED);
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
