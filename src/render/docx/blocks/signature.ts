import { AlignmentType, type FileChild, type Paragraph } from 'docx';
import type { Block } from '../../../model/document.ts';
import { oneLine } from '../../clean-text.ts';
import { listEntries, RECIPIENTS_LABEL, upperCase } from '../../decree-text.ts';
import type { Layout } from '../layout.ts';
import { layoutColumns, layoutTable } from '../layout-table.ts';
import { emptyParagraph, textParagraph, type TextStyle } from '../text.ts';

type Signature = Extract<Block, { kind: 'signature' }>;

/** From the last line of the text down to the signatures. */
const GAP = 120;

/** A gap between the columns, so that a long recipient does not touch the post. */
const COLUMN_GAP = 200;

function recipients(block: Signature, { profile }: Layout): readonly Paragraph[] {
  const label: TextStyle = { size: profile.recipientsLabel, bold: true, italics: true };
  const entry = { spacing: { before: 0, after: 0 }, indent: { right: COLUMN_GAP } };
  return [
    textParagraph(RECIPIENTS_LABEL, label, { spacing: { before: GAP, after: 0 } }),
    ...listEntries(block.recipients).map((text) => textParagraph(`- ${text}`, { size: profile.recipients }, entry)),
  ];
}

function signer(block: Signature, { profile }: Layout): readonly Paragraph[] {
  const authority = { size: profile.authority, bold: true };
  const lines = block.authority.map(upperCase).filter((line) => line !== '');
  return [
    ...lines.map((text, index) =>
      textParagraph(text, authority, {
        alignment: AlignmentType.CENTER,
        spacing: { before: index === 0 ? GAP : 0, after: 0 },
      }),
    ),
    ...Array.from({ length: profile.signatureLines }, () => emptyParagraph({ size: profile.signer })),
    textParagraph(
      oneLine(block.name),
      { size: profile.signer, bold: true },
      {
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 0 },
      },
    ),
  ];
}

/**
 * Who gets copies (C15, C16) beside who signs (C12, C13). One row that no page end cuts; the paragraphs before it are kept with it
 * (`keep.ts`), so it never stands alone on a page.
 */
export function signature(block: Signature, layout: Layout): readonly FileChild[] {
  return [layoutTable([{ left: recipients(block, layout), right: signer(block, layout) }], layoutColumns(layout))];
}
