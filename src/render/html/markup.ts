import { maskPersonalData } from '../../vi/personal-data.ts';
import { linesOf } from '../clean-text.ts';

/** A finished piece of HTML. Only `markup` makes one, so that no text gets into a page unescaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in the gaps of a piece of HTML: texts and counts are escaped, finished pieces are not. */
export type Part = string | number | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, between tags and in attributes: clean, on one line, without what looks like personal data. */
function escaped(text: string): string {
  return maskPersonalData(linesOf(text).join(' ')).replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');
}

function written(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return 'markup' in part ? part.markup : part.map(({ markup: text }) => text).join('');
}

/** Template tag: the literal text is HTML, everything put into it is escaped unless it is a piece of HTML itself. */
export function markup(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = literals.map((literal, index) => literal + written(parts[index] ?? '')).join('');
  return { markup: text };
}

/** Nothing at all. */
export const NOTHING: Markup = { markup: '' };
