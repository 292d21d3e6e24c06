import type { FileChild } from 'docx';
import type { Block } from '../../../model/document.ts';
import type { Layout } from '../layout.ts';
import { addressees } from './addressees.ts';
import { chart } from './chart.ts';
import { letterhead } from './letterhead.ts';
import { heading, list, note, paragraph } from './running-text.ts';
import { signature } from './signature.ts';
import { table } from './table.ts';
import { appendixTitle, title } from './title.ts';

/** What the library draws for a block; one branch per kind, so that a new kind does not compile until it is drawn. */
export function drawBlock(block: Block, layout: Layout): readonly FileChild[] {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block, layout);
    case 'title':
      return title(block, layout);
    case 'addressees':
      return addressees(block, layout);
    case 'heading':
      return heading(block, layout);
    case 'paragraph':
      return paragraph(block, layout);
    case 'list':
      return list(block, layout);
    case 'table':
      return table(block, layout);
    case 'chart':
      return chart(block, layout);
    case 'note':
      return note(block, layout);
    case 'appendix-title':
      return appendixTitle(block, layout);
    case 'signature':
      return signature(block, layout);
  }
}
