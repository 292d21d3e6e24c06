import { matchKey } from '../../vi/text.ts';
import { remembered } from '../../vi/remembered.ts';
import { withoutRemarks } from '../tables/heading-match.ts';
import { withoutOrdinal } from '../tables/ordinals.ts';

/** A cell to fill in that stands beside its label. */
export interface Label<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly aliases: readonly string[];
  /** What the form says beside or above the field; never an answer. */
  readonly guidance?: string;
}

/** A label found in a text, and what stands behind it in the same cell; '' when nothing does. */
export interface LabelText<Id extends string> {
  readonly id: Id;
  /** In the form's own words; otherwise in one of the other names, which may stand in a title, too. */
  readonly isOwn: boolean;
  readonly answer: string;
}

/** Lines of one cell that are looked at. */
const MOST_LINES = 30;
/** `Đơn vị: …`, `Đơn vị ........ …` */
const END_OF_LABEL = /[:：]|[.…_]{3,}|…/u;

function cleanAnswer(text: string): string {
  return text.replace(/^[\s.…_:：]+|[\s…_]+$|\s*[.…_]{2,}\s*$/gu, '').trim();
}

/** Label and answer in one line, cut at the first colon or dotted line. */
function cut(line: string): readonly [string, string] {
  const end = END_OF_LABEL.exec(line);
  return end === null ? [line, ''] : [line.slice(0, end.index), cleanAnswer(line.slice(end.index))];
}

/** The label of a text's first line: what stands before the first colon or dotted line. */
export function labelOf(text: string): string {
  return cut(text.split(/\r\n|\r|\n/u, 1)[0] ?? '')[0].trim();
}

interface Known<Id extends string> {
  readonly id: Id;
  readonly isOwn: boolean;
}

/** The labels by their words; the form's own go before what else they are called. */
function knownLabels<Id extends string>(labels: readonly Label<Id>[]): (text: string) => Known<Id> | undefined {
  const words = new Map<string, Known<Id>>();
  const add = (word: string, known: Known<Id>): void => {
    if (!words.has(matchKey(word))) words.set(matchKey(word), known);
  };
  for (const { id, label } of labels) add(label, { id, isOwn: true });
  for (const { id, aliases } of labels) for (const word of aliases) add(word, { id, isOwn: false });
  const longest = Math.max(0, ...[...words.keys()].map(({ length }) => length));
  return (text) => {
    if (text.length > 2 * longest + 20) return undefined;
    const bare = withoutOrdinal(text);
    return (
      words.get(matchKey(text)) ??
      words.get(matchKey(bare)) ??
      words.get(withoutRemarks(text)) ??
      words.get(withoutRemarks(bare))
    );
  };
}

/**
 * Finds labels at the beginning of a text or of its lines: with a number in front (`1. Đơn vị báo cáo`), remarks in brackets,
 * colons or dots behind, the answer behind those or on the next line; on all following lines if answers have several (`hasLines`).
 */
export function labelReader<Id extends string>(
  labels: readonly Label<Id>[],
  hasLines: boolean,
): (text: string) => readonly LabelText<Id>[] {
  const known = knownLabels(labels);
  return remembered((text) => {
    const whole = known(text);
    if (whole !== undefined) return [{ ...whole, answer: '' }];
    const found: { id: Id; isOwn: boolean; answer: string }[] = [];
    for (const line of text.split(/\r\n|\r|\n/u, MOST_LINES)) {
      const [label, answer] = cut(line);
      const hit = known(label);
      const last = found.at(-1);
      if (hit !== undefined) found.push({ ...hit, answer });
      else if (last === undefined) return [];
      else if (hasLines || last.answer === '') {
        last.answer = [last.answer, line.trim()].filter((part) => part !== '').join('\n');
      }
    }
    return found;
  });
}

/** Tells whether words are one of the labels, in whatever wording of the form. */
export function isLabelOf(labels: readonly Label<string>[]): (words: string) => boolean {
  const known = knownLabels(labels);
  return (words) => known(words) !== undefined;
}
