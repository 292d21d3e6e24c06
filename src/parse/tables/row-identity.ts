import { remembered } from '../../vi/remembered.ts';
import { matchKey, normalizeText } from '../../vi/text.ts';
import { splitCountWord } from '../cells/count-words.ts';
import { withoutOrdinal } from './ordinals.ts';

/** What a row of a table can be about. */
export interface Entry {
  readonly id: string;
  readonly code: string;
  /** The title and its other wordings. */
  readonly titles: readonly string[];
  /** The entries whose numbers it adds up, if that is what it is. */
  readonly addends?: readonly string[];
  /** Whether the form computes its number: that is never counted. */
  readonly isComputed?: boolean;
}

/** Tells what a text in a row is about. */
export interface Identifier {
  /** The entry whose code it is, alone or with the title behind it. */
  readonly ofCode: (text: string) => string | undefined;
  /** The entries whose title it is; empty when none. */
  readonly ofTitle: (text: string) => ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const LONGEST_CODE = 40;
const UNIT_BEHIND = /\s*[([]([^()[\]]*)[)\]]\s*[:.]?\s*$/u;

/** `CT 01`, `CT1` and `ct-01` are the code CT01, `II.3.1` is II.3-1: its letters and numbers in order. */
function looseKey(text: string): string {
  const parts =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  return parts.map((part) => part.replace(/^0+(?=\d)/u, '')).join(' ');
}

/** Keys that mean one entry only. */
function unique(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const ids = new Map<string, Set<string>>();
  for (const [key, id] of pairs) ids.set(key, (ids.get(key) ?? new Set()).add(id));
  return new Map(
    [...ids].flatMap(([key, [id = '', ...others]]) => (others.length === 0 && key !== '' ? [[key, id]] : [])),
  );
}

/** `CT01 - Số người …`, `CT01. Số người …`: the code and what is behind it. */
function codeInFront(
  text: string,
  codes: readonly (readonly [string, string])[],
): readonly [string, string] | undefined {
  const key = matchKey(text);
  const hits = codes.filter(([code]) => key.startsWith(`${code} `));
  const [longest] = hits.toSorted((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return undefined;
  const [code, id] = longest;
  const rest = key.slice(code.length).replace(/^[\s.,;:\-()/]+/u, '');
  // `CT01 - CT06: …` and `CT07 đến CT10` are about several.
  const isOfSeveral = codes.some(([other]) => ` ${rest} `.includes(` ${other} `));
  return isOfSeveral || !/^\p{L}/u.test(rest) ? undefined : [id, rest];
}

/** The text without its number in front and without the unit of counting in brackets behind; nothing else is dropped. */
function wordings(text: string): readonly string[] {
  const lines = [text, text.split(/\r?\n/u)[0] ?? ''];
  return [...new Set(lines.flatMap((line) => [line, withoutOrdinal(line)]))].flatMap((line) => {
    const unit = UNIT_BEHIND.exec(line)?.[1]?.trim();
    const isUnit = unit !== undefined && (/^[%*\d]*$/u.test(unit) || splitCountWord(`1 ${unit}`) !== undefined);
    return isUnit ? [line, line.replace(UNIT_BEHIND, '')] : [line];
  });
}

/** An identifier of these entries. Codes may be written with other signs between if only one entry can be meant. */
export function identifierOf(entries: readonly Entry[]): Identifier {
  const codes = entries.map(({ id, code }) => [matchKey(code), id] as const);
  // Another wording may stand in the column of codes, as when somebody misspelt a code and the clerk has said what it means.
  const aliases = unique(
    entries.flatMap(({ id, titles }) => titles.slice(1).map((title) => [matchKey(title), id] as const)),
  );
  const exact = new Map([...aliases, ...codes]);
  const loose = unique(entries.map(({ id, code }) => [looseKey(code), id]));
  const titles = new Map<string, Set<string>>();
  for (const { id, titles: own } of entries) {
    for (const key of own.map(matchKey)) titles.set(key, (titles.get(key) ?? new Set()).add(id));
  }
  const longest = Math.max(0, ...entries.flatMap((entry) => entry.titles.map(({ length }) => length)));
  const titleOf = (text: string): ReadonlySet<string> =>
    wordings(text)
      .map((wording) => titles.get(matchKey(wording)))
      .find((found) => found !== undefined) ?? NONE;
  const wholeCode = (text: string): string | undefined => exact.get(matchKey(text)) ?? loose.get(looseKey(text));
  return {
    ofCode: remembered((text) => {
      const bare = withoutOrdinal(text);
      const whole = text.length > LONGEST_CODE ? undefined : (wholeCode(text) ?? wholeCode(bare));
      if (whole !== undefined || text.length > 4 * longest) return whole;
      return (codeInFront(normalizeText(text), codes) ?? codeInFront(normalizeText(bare), codes))?.[0];
    }),
    ofTitle: remembered((text) => {
      // No title goes without letters, and a table of numbers has hundreds of thousands of such texts.
      if (text.length > 8 * longest || !/\p{L}/u.test(text)) return NONE;
      const own = titleOf(text);
      if (own.size > 0) return own;
      const [, rest = ''] = codeInFront(normalizeText(text.split(/\r?\n/u)[0] ?? ''), codes) ?? [];
      return rest === '' ? NONE : titleOf(rest);
    }),
  };
}
