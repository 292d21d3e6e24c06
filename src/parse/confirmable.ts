import type { MeaningKind } from '../model/confirmation.ts';
import { nameWords } from '../vi/name-words.ts';
import { saysNothing } from '../vi/nothing.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { normalizeText, searchKey } from '../vi/text.ts';
import { isTotalLabel } from './tables/other-rows.ts';
import { isOrdinal, withoutOrdinal } from './tables/ordinals.ts';

/** In characters; the longest titles of a form are about as long. */
const LONGEST = 200;

/** Why words can mean nothing for good: no words at all, too long, somebody's number, “không”, or the label of a total. */
export type Unfit = 'blank' | 'long' | 'personal' | 'nothing' | 'total';

/**
 * Why these words of a file cannot be confirmed to mean that kind of thing, for every file to come; undefined when they can.
 * What is no word (a number, a tick, a dash) means something else in every cell.
 */
export function unfitFor(words: string, kind: MeaningKind): Unfit | undefined {
  const text = normalizeText(words);
  if (maskPersonalData(text) !== text) return 'personal';
  if (isOrdinal(text) || (text.match(/\p{L}/gu) ?? []).length < 2) return 'blank';
  if (text.length > LONGEST) return 'long';
  if (kind === 'heading') return undefined; // “Tổng số” may well stand over a column, “Chưa” for a status
  if (isTotalLabel(text)) return 'total';
  return saysNothing(text) ? 'nothing' : undefined;
}

/**
 * The words as they are remembered: one line, without the punctuation around them that no comparison looks at, and for all but
 * names of units without the number in front, which changes from file to file.
 */
export function confirmableWords(text: string, kind: MeaningKind): string {
  const line = normalizeText(text).replace(/^[\s.,;:*-]+|[\s.,;:*]+$/gu, '');
  const bare = withoutOrdinal(line);
  return kind !== 'unit' && /^\p{L}{2,}.*\s/u.test(bare) ? bare : line;
}

/** Whether PowerShell, cmd and bash all leave the text alone between straight double quotes. */
function isQuotable(text: string): boolean {
  return !/["“”„‟`$\\!\p{Cc}]/u.test(text);
}

/**
 * The command by which the clerk settles once what the words of a file mean: `tkcds confirm "…" TH01`; undefined when such words
 * cannot be confirmed or typed.
 */
export function confirmCommand(
  text: string,
  { kind, code }: { readonly kind: MeaningKind; readonly code: string },
): string | undefined {
  const words = confirmableWords(text, kind);
  if (code === '' || unfitFor(words, kind) !== undefined || !isQuotable(words) || !isQuotable(code)) return undefined;
  return `tkcds confirm "${words}" ${/^[\w.-]+$/u.test(code) ? code : `"${code}"`}`;
}

/** Numbers, “không” and “chưa” tell things apart that are otherwise alike: they must be the same, however they are written. */
function isSameButForSpelling(a: string, b: string): boolean {
  const negations = (text: string): string => (searchKey(text).match(/\b(?:khong|chua|ko)\b/gu) ?? []).join(' ');
  const digits = (text: string): string => (text.match(/\d+/gu) ?? []).map(Number).join(' ');
  const numbers = (text: string): string =>
    nameWords(text)
      .flatMap(({ number }) => number ?? [])
      .join(' ');
  const [first, second] = [numbers(a), numbers(b)];
  return (
    digits(a) === digits(b) && negations(a) === negations(b) && (first === '' || second === '' || first === second)
  );
}

/** What a finding that suggests a meaning adds to its hint and to its facts, so that the clerk can settle it once. */
export interface Suggestion {
  readonly hint: string;
  readonly facts: Readonly<Record<string, string>>;
}

const NO_SUGGESTION: Suggestion = { hint: '', facts: {} };

/** What a finding suggests: the known wording that the words look like, and what it stands for. */
export interface Likeness {
  readonly wording: string;
  readonly kind: MeaningKind;
  readonly code: string;
}

/**
 * The way to settle for good that words of a file mean what a finding suggests; says nothing when there is no such way, or when
 * words and wording differ in a number or a negation, which are no slips of the pen.
 */
export function suggestConfirmation(text: string, likeness: Likeness | undefined): Suggestion {
  if (likeness === undefined) return NO_SUGGESTION;
  const written = confirmableWords(text, likeness.kind);
  if (!isSameButForSpelling(written, confirmableWords(likeness.wording, likeness.kind))) return NO_SUGGESTION;
  const command = confirmCommand(text, likeness);
  if (command === undefined) return NO_SUGGESTION;
  return {
    hint: `; nếu đúng là vậy, cán bộ xã chỉ cần xác nhận một lần: ${command}`,
    facts: { written, suggestion: likeness.code },
  };
}
