import { sha256 } from '../fingerprint.ts';

/** A record of lines of JSON, each with the hash of the line before, as it was read. */
export interface ChainText<T> {
  readonly lines: readonly T[];
  /** Numbers of lines, from 1, that are no lines of such a record. */
  readonly unreadable: readonly number[];
  /** Numbers of lines that do not follow the line before: one of the two was changed, added or removed after it was written. */
  readonly broken: readonly number[];
}

/** The text of each line; '' has none. */
export function chainTexts(text: string): readonly string[] {
  return text.split('\n').filter((one, index, all) => one !== '' || index < all.length - 1);
}

function parseLine<T>(text: string, understand: (content: unknown) => T | undefined): T | undefined {
  try {
    return understand(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Understands such a record; `understand` gives undefined for what is no line of it. */
export function parseChain<T extends { readonly previous: string }>(
  text: string,
  understand: (content: unknown) => T | undefined,
): ChainText<T> {
  const texts = chainTexts(text);
  const parsed = texts.map((one) => parseLine(one, understand));
  const numbersOf = (isWanted: (index: number) => boolean): readonly number[] =>
    texts.flatMap((_text, index) => (isWanted(index) ? [index + 1] : []));
  const linkTo = (index: number): string => (index === 0 ? '' : sha256(texts[index - 1] ?? ''));
  return {
    lines: parsed.flatMap((one) => one ?? []),
    unreadable: numbersOf((index) => parsed[index] === undefined),
    broken: numbersOf((index) => parsed[index] !== undefined && parsed[index].previous !== linkTo(index)),
  };
}

/** The text of the record with further lines; those before stay byte for byte. */
export function withChained(text: string, lines: readonly object[]): string {
  let result = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  let last = result.slice(0, -1).split('\n').at(-1) ?? '';
  for (const entry of lines) {
    last = JSON.stringify({ ...entry, previous: last === '' ? '' : sha256(last) });
    result += `${last}\n`;
  }
  return result;
}
