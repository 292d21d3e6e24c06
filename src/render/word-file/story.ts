import { readXml, type XmlAttributes } from '../../opc/xml.ts';
import { drawingReader, type StoryDrawing } from './story-drawings.ts';
import { sectionReader, type SectionSize } from './story-sections.ts';

/** A part of a Word file that holds text: the body, a header, a footer, notes. */
export interface Story {
  readonly paragraphs: readonly StoryParagraph[];
  readonly drawings: readonly StoryDrawing[];
  /** In the order of the text; none in headers, footers and notes. */
  readonly sections: readonly SectionSize[];
}

/** A paragraph as the library that fills the file sees it. */
export interface StoryParagraph {
  /** The text of its runs; what tracked changes have taken away is none of it, nor are line breaks and tabs. */
  readonly text: string;
  /** Counts the paragraphs with text of its part from 1; an empty one has the number of the one before. */
  readonly number: number;
  /** The row of a table it stands in, the innermost; undefined outside of tables. */
  readonly cell: StoryCell | undefined;
  readonly isInBox: boolean;
  readonly hasDrawing: boolean;
  /** Index into the sections. */
  readonly section: number;
}

/** Both from 1 within the part; `id` counts all rows of the part. */
export interface StoryCell {
  readonly table: number;
  readonly row: number;
  readonly id: number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Frame {
  readonly name: string;
  readonly paragraph: Mutable<StoryParagraph> | undefined;
  /** Of a table: its number, and how many rows it has had. */
  readonly table: { readonly number: number; rows: number } | undefined;
  readonly cell: StoryCell | undefined;
}

const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'urn:schemas-microsoft-com:vml',
]);

/** The second copy of a text box for old programs, how things were before a tracked change, text of DrawingML. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Fallback', 'pPrChange', 'sectPrChange', 'rPrChange', 'txBody']);

/** Where the library looks for runs within a paragraph. */
const RUN_HOLDERS: ReadonlySet<string> = new Set([
  'hyperlink',
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'fldSimple',
  'dir',
  'bdo',
]);

/** The paragraph that a `w:t` within these frames is text of. */
function paragraphOfText(frames: readonly Frame[]): Mutable<StoryParagraph> | undefined {
  if (frames.at(-1)?.name !== 'r') return undefined;
  for (let at = frames.length - 2; at >= 0; at--) {
    const frame = frames[at];
    if (frame?.name === 'p') return frame.paragraph;
    if (frame === undefined || !RUN_HOLDERS.has(frame.name)) return undefined;
  }
  return undefined;
}

interface Counts {
  tables: number;
  rows: number;
}

function frameOf(name: string, frames: readonly Frame[], counts: Counts, section: number): Frame {
  const above = frames.at(-1);
  const base = { name, paragraph: above?.paragraph, table: above?.table, cell: above?.cell };
  switch (name) {
    case 'tbl':
      return { ...base, table: { number: ++counts.tables, rows: 0 } };
    case 'tr':
      if (base.table === undefined) return base;
      return { ...base, cell: { table: base.table.number, row: ++base.table.rows, id: ++counts.rows } };
    case 'p':
      return {
        ...base,
        paragraph: {
          text: '',
          number: 0,
          cell: base.cell,
          isInBox: frames.some((frame) => frame.name === 'txbxContent'),
          hasDrawing: false,
          section,
        },
      };
    default:
      return base;
  }
}

/** Reads such a part; undefined when it is not well-formed. Never throws. */
export function readStory(part: Uint8Array, root: string): Story | undefined {
  const frames: Frame[] = [];
  const paragraphs: StoryParagraph[] = [];
  const counts: Counts = { tables: 0, rows: 0 };
  const sections = sectionReader();
  const drawings = drawingReader();
  let target: Mutable<StoryParagraph> | undefined;
  let numbered = 0;
  const open = (name: string, attributes: XmlAttributes, parent: string): boolean => {
    if (LEFT_OUT.has(name)) return false;
    const paragraph = frames.at(-1)?.paragraph;
    if (name === 't') target = paragraphOfText(frames);
    if ((name === 'drawing' || name === 'pict') && paragraph !== undefined) paragraph.hasDrawing = true;
    sections.open(name, attributes);
    drawings.open(name, attributes, parent, numbered);
    frames.push(frameOf(name, frames, counts, sections.current()));
    return true;
  };
  const close = (name: string): void => {
    const paragraph = frames.pop()?.paragraph;
    target = undefined;
    drawings.close(name);
    sections.close(name);
    if (name !== 'p' || paragraph === undefined) return;
    if (paragraph.text.trim() !== '') numbered += 1;
    paragraphs.push({ ...paragraph, number: numbered });
  };
  const text = (piece: string): void => {
    if (target !== undefined) target.text += piece;
  };
  const isWellFormed = readXml(part, NAMESPACES, { root, open, text, close });
  return isWellFormed ? { paragraphs, drawings: drawings.all(), sections: sections.all() } : undefined;
}
