import { remembered } from '../../vi/remembered.ts';
import { matchKey } from '../../vi/text.ts';
import { isEarlierHeading } from './earlier-headings.ts';
import { withoutOrdinal } from './ordinals.ts';

/** A column as a form or register declares it. */
export interface ColumnSpec<Id extends string> {
  readonly id: Id;
  readonly heading: string;
  readonly aliases: readonly string[];
}

/** What the text of a heading stands for; undefined when it is none of the columns. */
export type HeadingMatcher<Id extends string> = (text: string) => Id | undefined;

/** No heading is longer; sentences are not looked at. */
const LONGEST_HEADING = 200;

/** `(nghìn người)`, `(%)`: numbers below would not be what they look like, so the remark stays. */
const SCALED = /[([][^()[\]]*(?:%|(?<!\p{L})(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\p{L}))[^()[\]]*[)\]]/iu;

/** The key of a heading without remarks in brackets and asterisks: `Số liệu (người)` → `số liệu`. */
export function withoutRemarks(text: string): string {
  return rememberedBare(text);
}

const rememberedBare = remembered((text) =>
  SCALED.test(text) ? matchKey(text) : matchKey(text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ' ').replace(/\*/gu, ' ')),
);

/**
 * Recognises headings: the wording itself or one of the aliases, else without a number in front (`4. Số liệu`), else without
 * remarks in brackets (`Số liệu (người)`), unless the remark tells of an earlier round. Nothing that is only alike.
 */
export function headingMatcher<Id extends string>(columns: readonly ColumnSpec<Id>[]): HeadingMatcher<Id> {
  const exact = new Map<string, Id>();
  const loose = new Map<string, Id>();
  for (const { id, heading, aliases } of columns) {
    for (const word of [heading, ...aliases]) {
      if (!exact.has(matchKey(word))) exact.set(matchKey(word), id);
      if (!loose.has(withoutRemarks(word))) loose.set(withoutRemarks(word), id);
    }
  }
  loose.delete('');
  const match = remembered((text): Id | undefined => {
    const bare = withoutOrdinal(text);
    const literal = exact.get(matchKey(text)) ?? exact.get(matchKey(bare));
    return literal === undefined && !isEarlierHeading(bare)
      ? (loose.get(withoutRemarks(text)) ?? loose.get(withoutRemarks(bare)))
      : literal;
  });
  return (text) => (text.length > LONGEST_HEADING ? undefined : match(text));
}

/** Every text that a heading of these columns may have, as keys, to tell repeated header rows from rows with answers. */
export function headingKeys(columns: readonly ColumnSpec<string>[]): ReadonlySet<string> {
  return new Set(columns.flatMap(({ heading, aliases }) => [heading, ...aliases].map(matchKey)));
}
