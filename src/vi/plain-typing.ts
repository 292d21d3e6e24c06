import { halfWidth } from './half-width.ts';
import { remembered } from './remembered.ts';

/** What nobody sees: controls (but tab and line ends), zero-width marks, soft hyphens. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;
const BLANKS = /[^\S\n\r]+/gu;
const DASHES = /[‐‑‒–—―−]/gu;
const APOSTROPHES = /[‘’ʼ´`]/gu;

/**
 * The text as one would have typed it on a plain keyboard: NFC, full-width characters as ordinary ones, every blank (also a
 * non-breaking or thin one) as a blank, one kind of dash and of apostrophe, nothing unseen, trimmed. Line ends stay, because
 * two lines may be two answers.
 */
export function plainTyping(text: string): string {
  return rememberedTyping(text);
}

const rememberedTyping = remembered((text) =>
  halfWidth(text.toWellFormed().normalize('NFC').replace(UNSEEN, ''))
    .replace(BLANKS, ' ')
    .replace(DASHES, '-')
    .replace(APOSTROPHES, "'")
    .trim(),
);
