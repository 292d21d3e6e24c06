import type { XmlAttributes } from '../../opc/xml.ts';

/** The paper of a section and its margins, in twips. */
export interface SectionSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}

/** A4 with the margins Word gives by itself, for what a section does not say. */
const USUAL: SectionSize = { width: 11_906, height: 16_838, left: 1440, right: 1440 };

function lengthIn(attributes: XmlAttributes, name: string): number | undefined {
  const text = Object.entries(attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name)?.[1];
  return text !== undefined && /^\d{1,5}$/u.test(text) ? Number(text) : undefined;
}

/** Takes the sections of a body from its elements as they come along. */
export interface SectionReader {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  /** The index of the section that the text is in. */
  readonly current: () => number;
  readonly all: () => readonly SectionSize[];
}

/** No section yet. */
export function sectionReader(): SectionReader {
  const found: SectionSize[] = [];
  let size = USUAL;
  return {
    open: (name, attributes) => {
      if (name === 'sectPr') size = USUAL;
      if (name === 'pgSz') {
        const [width, height] = [lengthIn(attributes, 'w'), lengthIn(attributes, 'h')];
        size = { ...size, width: width ?? size.width, height: height ?? size.height };
      }
      if (name === 'pgMar') {
        const [left, right] = [lengthIn(attributes, 'left'), lengthIn(attributes, 'right')];
        size = { ...size, left: left ?? size.left, right: right ?? size.right };
      }
    },
    close: (name) => {
      if (name === 'sectPr') found.push(size);
    },
    current: () => found.length,
    all: () => (found.length === 0 ? [USUAL] : found),
  };
}
