import type { Link } from './links.ts';
import { LOOKS } from './looks.ts';
import { words, type SummaryCell } from './rows.ts';

/** A cell that leads somewhere, or just its text where no safe link can be made. */
export function linked(text: string, link: Link | undefined, kind: 'text' | 'mark'): SummaryCell {
  const isMark = kind === 'mark';
  if (link === undefined) return words(text, isMark ? LOOKS.mark : LOOKS.text);
  return { ...words(text, isMark ? LOOKS.linkMark : LOOKS.link), link };
}
