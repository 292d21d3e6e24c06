import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import type { Inline } from '../../model/document.ts';
import { linesOf } from '../clean-text.ts';
import { halfPoints } from './lengths.ts';

/** How a run is set: size in points, upright regular unless told. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Six hexadecimal digits; black unless told. */
  readonly color?: string;
}

/** The library's options for a style. The font is the document's default, set once (P4). */
export function fontRun(style: TextStyle): IRunOptions {
  const { size, bold = false, italics = false, color } = style;
  return {
    size: halfPoints(size),
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

/** The runs of a text: cleaned, one per line, with a break between lines. */
export function runsOf(text: string, style: TextStyle): readonly TextRun[] {
  return linesOf(text).map(
    (line, index) => new TextRun({ ...fontRun(style), text: line, ...(index === 0 ? {} : { break: 1 }) }),
  );
}

/** The runs of a piece of text that may be bold or italic. */
export function runsOfInline(inline: Inline, style: TextStyle): readonly TextRun[] {
  return runsOf(inline.text, {
    size: style.size,
    bold: style.bold === true || inline.style === 'bold',
    italics: style.italics === true || inline.style === 'italic',
  });
}

/** A paragraph of one style. */
export function textParagraph(
  text: string,
  style: TextStyle,
  layout: Omit<IParagraphOptions, 'children' | 'text'>,
): Paragraph {
  return new Paragraph({ ...layout, children: runsOf(text, style) });
}

/** An empty paragraph that keeps a place for text of that size. */
export function emptyParagraph(style: TextStyle): Paragraph {
  return new Paragraph({ run: fontRun(style) });
}
