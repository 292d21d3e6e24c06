import type { Directive, TaskColumnId } from '../../model/directive.ts';
import { remembered, rememberedFor } from '../../vi/remembered.ts';
import { matchKey } from '../../vi/text.ts';
import { isEarlierHeading } from '../tables/earlier-headings.ts';
import { withoutRemarks } from '../tables/heading-match.ts';
import { isOrdinal, withoutOrdinal } from '../tables/ordinals.ts';
import { identifierOf } from '../tables/row-identity.ts';
import type { Column, ColumnMatcher } from './columns.ts';
import { TIME_STAMPS } from './time-stamps.ts';

/** No heading is longer, not even one with the title of a task in it; longer texts are not looked at. In characters. */
export const LONGEST_HEADING = 300;
/** A heading is cut in two at so many places at most, from either end. */
const MOST_CUTS = 4;
/** What may stand around one of the form's own headings where it is a half of a heading; in characters. */
const AROUND = 10;

/** Without a code in front: `CT01. Số người …`, `II.3-1 – Phối hợp …`. */
function withoutCode(text: string, codes: ReadonlySet<string>): string {
  const match = /^\s*[([]?\s*([\p{L}\d.-]+)\s*[)\]]?\s*[.:)–—-]?\s+(?=\S)/u.exec(text);
  return match !== null && codes.has(matchKey(match[1] ?? '')) ? text.slice(match[0].length) : text;
}

/** The heading as it is, without a number or a code in front. */
function literal(text: string, codes: ReadonlySet<string>): readonly string[] {
  return [text, withoutOrdinal(text), withoutCode(text, codes)];
}

/** The wordings under which a heading is looked up, the most literal first. */
function keysOf(text: string, codes: ReadonlySet<string>): readonly string[] {
  const lines = text.split('\n');
  const bare = [...literal(text, codes), ...(lines.length > 1 ? lines.slice(0, 1) : [])];
  return [...new Set([...bare.map(matchKey), ...bare.map(withoutRemarks)])].filter((key) => key !== '');
}

type Dictionary = ReadonlyMap<string, readonly Column[]>;

function dictionaryOf(entries: readonly (readonly [words: readonly string[], column: Column])[]): Dictionary {
  const dictionary = new Map<string, readonly Column[]>();
  for (const [words, column] of entries) {
    for (const key of new Set(words.map(matchKey))) {
      if (key !== '') dictionary.set(key, [...(dictionary.get(key) ?? []), column]);
    }
  }
  return dictionary;
}

function look(dictionary: Dictionary, keys: readonly string[]): readonly Column[] {
  return keys.map((key) => dictionary.get(key)).find((found) => found !== undefined) ?? [];
}

/** The columns of a directive with the words that head them. */
export type ColumnWords = readonly (readonly [words: readonly string[], column: Column])[];

/** Fields, numbers, tasks (their status) and free texts with their own words, the directive's word for each first. */
export function columnWords({ form, unitTypes, indicators, taskGroups }: Directive): ColumnWords {
  const types = unitTypes.flatMap(({ name, aliases }) => [name, ...aliases]);
  return [
    ...form.fields.map(({ id, label, aliases }) => {
      if (id !== 'unit') return [[label, ...aliases], { kind: 'field', id }] as const;
      return [[label, ...aliases, ...types, ...types.map((name) => `Tên ${name}`)], { kind: 'unit' }] as const;
    }),
    ...indicators.map(
      (indicator) =>
        [[indicator.code, indicator.title, ...indicator.aliases], { kind: 'indicator', indicator }] as const,
    ),
    ...taskGroups.flatMap(({ tasks }) =>
      tasks.map((task) => [[task.id, task.title, ...task.aliases], { kind: 'task', task, column: 'status' }] as const),
    ),
    ...form.opinions.map(({ id, label, aliases }) => [[label, ...aliases], { kind: 'opinion', id }] as const),
  ];
}

/** The dictionary of the directive's words; those of online forms only where the directive has no use for them. */
function plainDictionary(words: ColumnWords): Dictionary {
  const own = dictionaryOf(words);
  return new Map([...dictionaryOf(TIME_STAMPS), ...own]);
}

/** The headings of the form's task table, which may stand under or behind the task's own (“II.3-1 – Kết quả thực hiện”). */
function taskColumns({ form }: Directive): ReadonlyMap<string, TaskColumnId> {
  return new Map(
    form.taskColumns
      .filter(({ id }) => id !== 'code' && id !== 'title')
      .flatMap(({ id, heading, aliases }) => [heading, ...aliases].map((word) => [matchKey(word), id] as const)),
  );
}

/** The two halves of `II.3-1 – Kết quả`, `Kết quả (II.3-1)` or `II.3-1 [Kết quả]`, whichever way round. */
function halves(text: string): readonly (readonly [string, string])[] {
  const all = [...text.matchAll(/\s[–—-]\s|[:([\n]/gu)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  const cuts = all.length <= 2 * MOST_CUTS ? all : [...all.slice(0, MOST_CUTS), ...all.slice(-MOST_CUTS)];
  return cuts.flatMap(([end, start]) => {
    const [first, second] = [text.slice(0, end), text.slice(start).replace(/[)\]]\s*$/u, '')];
    return [[first, second] as const, [second, first] as const];
  });
}

/** Codes with other signs between (`CT 01`, `CT1`), as rows of the form know them. */
function looseCodes({ indicators, taskGroups }: Directive): (text: string) => readonly Column[] {
  const tasks = taskGroups.flatMap((group) => group.tasks);
  const columns = new Map<string, Column>([
    ...indicators.map((indicator) => [indicator.code, { kind: 'indicator', indicator }] as const),
    ...tasks.map((task) => [task.id, { kind: 'task', task, column: 'status' }] as const),
  ]);
  const { ofCode } = identifierOf([...columns.keys()].map((code) => ({ id: code, code, titles: [] })));
  return (text) => {
    const column = text.length > LONGEST_CODE ? undefined : columns.get(ofCode(text) ?? '');
    return column === undefined ? [] : [column];
  };
}

/** A code alone; in characters. */
const LONGEST_CODE = 16;

/** Recognises headings by the directive's own words and aliases, never by likeness; the same object each time. */
export const columnMatcher: (directive: Directive) => ColumnMatcher = rememberedFor(matcherOf);

function matcherOf(directive: Directive): ColumnMatcher {
  const plain = plainDictionary(columnWords(directive));
  const ofTask = taskColumns(directive);
  const ofLooseCode = looseCodes(directive);
  const codes = new Set(
    [...directive.indicators.map(({ code }) => code), ...[...plain.values()].flat().flatMap(taskIds)].map(matchKey),
  );
  const plainColumns = remembered((text): readonly Column[] => {
    const found = look(plain, keysOf(text, codes));
    return found.length > 0 ? found : ofLooseCode(text);
  });
  const taskColumnOf = remembered((text) => ({
    id: keysOf(text, codes)
      .map((key) => ofTask.get(key))
      .find((id) => id !== undefined),
  }));
  const longest = Math.max(0, ...[...ofTask.keys()].map(({ length }) => length)) + AROUND;
  const composite = (about: string, leaf: string): readonly Column[] => {
    if (leaf.length > longest) return [];
    const { id } = taskColumnOf(leaf);
    if (id === undefined) return [];
    return plainColumns(about).flatMap((found) => (found.kind === 'task' ? [{ ...found, column: id }] : []));
  };
  const split = remembered(
    (leaf): readonly Column[] =>
      halves(leaf)
        .map(([about, rest]) => composite(about, rest))
        .find((columns) => columns.length > 0) ?? [],
  );
  // What is below “Kỳ trước” is no answer for this round, whatever it is; the directive's own words are no such heading.
  const isEarlier = remembered(
    (text) => isEarlierHeading(text) && !literal(text, codes).some((wording) => plain.has(matchKey(wording))),
  );
  return (texts) => {
    if (texts.some(isEarlier)) return [];
    const leaf = texts.at(-1) ?? '';
    const above = texts.slice(0, -1).toReversed();
    const readings: readonly (() => readonly Column[])[] = [
      ...above.map((text) => () => composite(text, leaf)),
      () => plainColumns(leaf),
      () => split(leaf),
      // `Số người (1)` over `(1)` or `(người)`: what stands below says nothing else. Anything else below is a part of it.
      () => (isOrdinal(leaf) || /^\s*\([^()]*\)\s*$/u.test(leaf) ? plainColumns(above[0] ?? '') : []),
    ];
    for (const reading of readings) {
      const columns = reading();
      if (columns.length > 0) return columns;
    }
    return [];
  };
}

function taskIds(column: Column): readonly string[] {
  return column.kind === 'task' ? [column.task.id] : [];
}
