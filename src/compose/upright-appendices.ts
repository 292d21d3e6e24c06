import type { Document } from '../model/document.ts';

/** The document with all its appendices upright, whatever the wording asked for: a commune may want no page turned (ADR 0016). */
export function uprightAppendices(document: Document): Document {
  return { ...document, sections: document.sections.map((section) => ({ ...section, orientation: 'portrait' })) };
}
