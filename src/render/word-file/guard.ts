import type { Section } from '../../model/document.ts';

/** A private character that stands on both sides of every brace of what is filled in, until the file is packed. */
const GUARD = '\ue010';

/**
 * The library fills tag after tag and would take for a tag what an earlier one has put there. No text of a unit becomes one: its
 * braces never stand beside each other, or beside those of the template, as long as the library looks.
 */
export function guarded(text: string): string {
  return withoutGuards(text).replace(/[{}]/gu, `${GUARD}$&${GUARD}`);
}

function guardedAll(value: unknown): unknown {
  if (typeof value === 'string') return guarded(value);
  if (Array.isArray(value)) return value.map(guardedAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guardedAll(inner)]));
}

/** The same for every text of these blocks. */
export function guardedBlocks(blocks: Section['blocks']): Section['blocks'] {
  return guardedAll(blocks) as Section['blocks']; // of the same shape, only its texts differ, and words of the model have no braces
}

/** The text as it is to be read. */
export function withoutGuards(text: string): string {
  return text.replaceAll(GUARD, '');
}
