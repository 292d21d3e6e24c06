import type { XmlAttributes } from '../../opc/xml.ts';

/** A picture, shape or chart in the text of a part. */
export interface StoryDrawing {
  /** Its description and its title (alt text). */
  readonly altTexts: readonly string[];
  /** The id of the relation to its chart; undefined when it is none. */
  readonly chart: string | undefined;
  /** The number of the last paragraph with text before it. */
  readonly paragraph: number;
}

/** Takes the drawings of a part from its elements as they come along. */
export interface DrawingReader {
  readonly open: (name: string, attributes: XmlAttributes, parent: string, paragraph: number) => void;
  readonly close: (name: string) => void;
  readonly all: () => readonly StoryDrawing[];
}

/** Elements that are a drawing, and what of theirs holds the alt text. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['inline', 'docPr'],
  ['anchor', 'docPr'],
  ['graphicFrame', 'cNvPr'],
]);

interface OpenDrawing {
  readonly name: string;
  altTexts: readonly string[];
  chart: string | undefined;
  readonly paragraph: number;
}

/** No drawing yet. */
export function drawingReader(): DrawingReader {
  const open: OpenDrawing[] = [];
  const found: StoryDrawing[] = [];
  return {
    open: (name, attributes, parent, paragraph) => {
      if (PROPERTIES.has(name)) open.push({ name, altTexts: [], chart: undefined, paragraph });
      const current = open.at(-1);
      if (current === undefined) return;
      if (name === PROPERTIES.get(parent)) {
        const { descr, title } = attributes;
        current.altTexts = [descr, title].filter((text) => text !== undefined);
      }
      if (name === 'chart') current.chart = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    },
    close: (name) => {
      if (open.at(-1)?.name !== name) return;
      const { altTexts, chart, paragraph } = open.pop() ?? { altTexts: [], chart: undefined, paragraph: 0 };
      found.push({ altTexts, chart, paragraph });
    },
    all: () => found,
  };
}
