import { Document, Paragraph, TextRun } from 'docx';
import { layoutDocument } from 'docx/layout';
import { twipsOfPoints } from './lengths.ts';
import { fontRun, type TextStyle } from './text.ts';

/** A text on one line, and how it is set. */
export interface MeasuredText {
  readonly text: string;
  readonly style: TextStyle;
}

/** The font of all profiles so far (P4); the library has its widths with all Vietnamese letters, no font file is needed. */
const FONT = 'Times New Roman';

/** The widest page Word knows (22 inches), in twips. */
const WIDEST_PAGE = 31_680;

/** The library lays out pages in pixels of 1/96 inch. */
const TWIPS_PER_PIXEL = 15;

/** Longer texts fill any line. */
const LONGEST_TEXT = 300;

/** The library's time grows with the square of a word's length: 10,000 letters take half a minute. No word is so long. */
const LONG_WORD = /(\S{40})\S+/gu;

function measurable(text: string): string {
  return text.slice(0, LONGEST_TEXT).toWellFormed().replace(LONG_WORD, '$1');
}

function layOut(texts: readonly MeasuredText[], width: number): readonly (readonly number[])[] {
  const margin = { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0 };
  const page = { size: { width: Math.max(width, twipsOfPoints(72)), height: WIDEST_PAGE }, margin };
  const children = texts.map(
    ({ text, style }) =>
      new Paragraph({
        children: [new TextRun({ ...fontRun(style), text: measurable(text) })],
      }),
  );
  const styles = { default: { document: { run: { font: FONT } } } };
  const { pages } = layoutDocument(new Document({ styles, sections: [{ properties: { page }, children }] }), {
    guess: true,
  });
  const found: number[][] = texts.map(() => []);
  for (const block of pages.flatMap((laidOut) => laidOut.body)) {
    if (block.type === 'paragraph') {
      found[block.index]?.push(...block.lines.map((line) => Math.round(line.textWidth * TWIPS_PER_PIXEL)));
    }
  }
  return found;
}

/** How wide each text is in Times New Roman, in twips; never by counting letters: `Ỷ` and `W` are not as wide as `i`. */
export function measureTexts(texts: readonly MeasuredText[]): readonly number[] {
  return layOut(texts, WIDEST_PAGE).map((lines) => Math.max(0, ...lines));
}

/** How many lines each text takes in a box of `width` twips. */
export function countLines(texts: readonly MeasuredText[], width: number): readonly number[] {
  return layOut(texts, width).map((lines) => lines.length);
}

/** How wide each line of a text is when it wraps in a box of `width` twips, in twips. */
export function measureLines(measured: MeasuredText, width: number): readonly number[] {
  return layOut([measured], width)[0] ?? [];
}
