import type { Document } from '../model/document.ts';

/** The document with all its appendices upright, whatever the wording asked for: a commune may want no page turned (ADR 0016). */
export function uprightAppendices({ title, sections }: Document): Document {
  return { title, sections: sections.map((section) => ({ ...section, orientation: 'portrait' })) };
}
