import type { Block } from '../../model/document.ts';
import { cleanText } from '../clean-text.ts';

function endsWithColon(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    cleanText(block.inlines.map(({ text }) => text).join(''))
      .trimEnd()
      .endsWith(':')
  );
}

/**
 * Whether a block must stay on the page of the next one: before the signatures (they never stand alone on a page), a table before
 * the first remark under it (further remarks may go on over the page), and a sentence that announces a list or table. Headings always do, wherever they stand.
 */
export function keepsWithNext(block: Block, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.kind === 'signature') return true;
  if (next.kind === 'note') return block.kind !== 'note';
  return (next.kind === 'list' || next.kind === 'table') && endsWithColon(block);
}
