import { AlignmentType, type FileChild, HeadingLevel, type IParagraphOptions, Paragraph } from 'docx';
import type { Block } from '../../../model/document.ts';
import { oneLine } from '../../clean-text.ts';
import { upperCase } from '../../decree-text.ts';
import { commentedInlines } from '../comments.ts';
import { bodySpacing, type Layout } from '../layout.ts';
import { twipsOfMillimetres, twipsOfPoints } from '../lengths.ts';
import { runsOf, textParagraph } from '../text.ts';

/** A paragraph of running text (C10): justified, first line set in. */
function bodyParagraph({ profile }: Layout, keepNext: boolean): Omit<IParagraphOptions, 'children' | 'text'> {
  return {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twipsOfMillimetres(profile.firstLine) },
    spacing: bodySpacing(profile),
    keepNext,
  };
}

/** A Mục (`I. …`, upper case) or a Khoản with a title; never the last line of a page. */
export function heading(block: Extract<Block, { kind: 'heading' }>, layout: Layout): readonly FileChild[] {
  const level = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  const text = block.level === 1 ? upperCase(block.text) : oneLine(block.text);
  return [
    textParagraph(
      text,
      { size: layout.profile.heading, bold: true },
      { ...bodyParagraph(layout, true), heading: level },
    ),
  ];
}

export function paragraph(block: Extract<Block, { kind: 'paragraph' }>, layout: Layout): readonly FileChild[] {
  const children = commentedInlines(block.inlines, { size: layout.profile.body }, layout.comments);
  return [new Paragraph({ ...bodyParagraph(layout, layout.keepNext), children })];
}

/** Dashed lines. The dash is text, not a list number: the decree's own samples write it so, and it survives copying. */
export function list(block: Extract<Block, { kind: 'list' }>, layout: Layout): readonly FileChild[] {
  const style = { size: layout.profile.body };
  return block.entries.map((inlines, index) => {
    const keepNext = layout.keepNext && index === block.entries.length - 1;
    return new Paragraph({
      ...bodyParagraph(layout, keepNext),
      children: [...runsOf('- ', style), ...commentedInlines(inlines, style, layout.comments)],
    });
  });
}

/** A remark under a table: small and italic. */
export function note(
  block: Extract<Block, { kind: 'note' }>,
  { profile, keepNext, comments }: Layout,
): readonly FileChild[] {
  const children = commentedInlines(block.inlines, { size: profile.note, italics: true }, comments);
  const spacing = { before: 0, after: twipsOfPoints(profile.paragraphGap) };
  return [new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing, keepNext, children })];
}
