import { Parser, TokenKind, Tokenizer, type Liquid, type Template } from 'liquidjs';

/**
 * The engine's output must tell the template's own characters from the data's: the first are Markdown and have a line and
 * column, the second are plain words and must come out literally. So every character of the template is replaced, before
 * the engine sees it, by one private character that says where it stood; `decode` turns them back and escapes the rest.
 */
const FIRST_TRACED = 0xf0000;

/** Longest template; two planes of private characters could trace twice as much, but nobody writes 30 pages of wording. */
export const MAX_TEMPLATE_LENGTH = 60_000;

/** A mark that a tag left in the output, by its number: `OPEN` digits `CLOSE`. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/** Written by a tag in place of what is decided only when the whole text is known. */
export function markText(index: number): string {
  return `${OPEN}${String(index)}${CLOSE}`;
}

/** The number of the mark when the text is nothing but one. */
export function markIndex(text: string): number | undefined {
  const match = /^\ue000(\d+)\ue001$/u.exec(text.trim());
  return match === null ? undefined : Number(match[1]);
}

/** Data and template must not contain private characters of their own, or they could pass for the other. */
export function withoutPrivateCharacters(text: string): string {
  return text.toWellFormed().replace(/\p{Co}/gu, '\ufffd');
}

function traced(text: string, begin: number): string {
  let result = '';
  let offset = begin;
  for (const character of text) {
    result += /\s/u.test(character) ? character : String.fromCodePoint(FIRST_TRACED + offset);
    offset += character.length;
  }
  return result;
}

/** Parses the template so that its text comes out traced. White space stays itself, for Liquid's own trimming. */
export function parseTraced(engine: Liquid, text: string): Template[] {
  const tokens = new Tokenizer(text, engine.options.operators).readTopLevelTokens(engine.options);
  for (const token of tokens) {
    if (token.kind !== TokenKind.HTML || !('getContent' in token)) continue;
    const content = token.getContent();
    const begin = token.begin + token.trimLeft;
    Object.assign(token, { getContent: () => traced(content, begin) });
  }
  return new Parser(engine).parseTokens(tokens);
}

/** The Markdown text, and for each of its UTF-16 units the place in the template it came from, -1 for data. */
export interface Traced {
  readonly markdown: string;
  readonly origins: readonly number[];
}

/** Turns the engine's output into Markdown. `wordsOf` gives the words of a mark inside a sentence; undefined: a block of its own. */
export function decode(output: string, template: string, wordsOf: (index: number) => string | undefined): Traced {
  let markdown = '';
  const origins: number[] = [];
  const write = (text: string, origin: number): void => {
    markdown += text;
    origins.push(...Array.from({ length: text.length }, () => origin));
  };
  for (const [piece] of output.matchAll(/\ue000\d+\ue001|[^]/gu)) {
    const code = piece.codePointAt(0) ?? 0;
    const origin = code - FIRST_TRACED;
    if (origin >= 0) {
      write(String.fromCodePoint(template.codePointAt(origin) ?? 0), origin);
    } else if (piece.length > 1 && piece.startsWith(OPEN)) {
      const words = wordsOf(Number(piece.slice(1, -1)));
      write(words === undefined ? `\n\n${piece}\n\n` : escapeMarkdown(words), -1);
    } else {
      write(escapeMarkdown(piece), -1);
    }
  }
  return { markdown, origins };
}

/** Turns the engine's output into plain text, for what is not Markdown: template and data alike are literal. */
export function decodePlain(output: string, template: string, wordsOf: (index: number) => string | undefined): string {
  return output.replace(/\ue000(\d+)\ue001|[^]/gu, (piece, index?: string) => {
    if (index !== undefined) return wordsOf(Number(index)) ?? '';
    const origin = (piece.codePointAt(0) ?? 0) - FIRST_TRACED;
    return origin < 0 ? piece : String.fromCodePoint(template.codePointAt(origin) ?? 0);
  });
}

/** Every ASCII punctuation mark with a backslash: then no character of the data means anything to Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/** The place in the template of the first of the template's own characters at or after that place of the Markdown, or before it. */
export function originAt({ origins }: Traced, offset: number): number | undefined {
  let place = offset;
  while (place < origins.length && (origins[place] ?? -1) < 0) place++;
  if (place === origins.length) place = origins.findLastIndex((origin) => origin >= 0);
  return origins[place];
}

/** The numbers of the marks in the output, in its order. */
export function markIndices(output: string): readonly number[] {
  return [...output.matchAll(/\ue000(\d+)\ue001/gu)].map(([, index]) => Number(index));
}
