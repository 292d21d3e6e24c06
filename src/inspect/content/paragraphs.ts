import { numberingOf, type Lists, type Numbering } from '../look/numbering.ts';
import { readParagraphProperties, readRunProperties, type ParagraphProperties } from '../look/properties.ts';
import { lookOfParagraph, lookOfRun, type Heritage } from '../look/resolve.ts';
import { over, type Styles } from '../look/styles.ts';
import type { Theme } from '../look/theme.ts';
import { childOf, type XmlElement } from '../package/tree.ts';
import { boxesIn } from './drawings.ts';
import { contentOf } from './runs.ts';
import { frameOf, heritageOfCell, middleOfCell, named, roomOfCell, spanOfCell, type TableHeritage } from './tables.ts';
import type { Paragraph, Place, Run } from './word-document.ts';

/** What the paragraphs of a document share. */
export interface Sources {
  readonly styles: Styles;
  readonly theme: Theme;
  readonly lists: Lists;
}

/** What comes along in a part: paragraphs, tables as a whole, and where a section ends. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'section'; readonly properties: XmlElement }
  | { readonly kind: 'table' };

interface Around {
  readonly place: Place;
  readonly table: TableHeritage;
  readonly room: number | undefined;
}

const NO_TABLE: TableHeritage = { run: { toggles: {} }, paragraph: {} };

/** A box holds no room that the file alone tells. */
const FLOW = { place: { kind: 'flow' }, table: NO_TABLE, room: undefined } as const;

interface Walk extends Sources {
  readonly numbers: Numbering;
  tables: number;
  boxes: number;
  /** Paragraphs with text so far. */
  counted: number;
}

interface Listed {
  readonly isDirect: boolean;
  readonly paragraph: ParagraphProperties;
  readonly run: Run | undefined;
}

const NOT_LISTED: Listed = { isDirect: false, paragraph: {}, run: undefined };

function listedBy(direct: ParagraphProperties, mark: XmlElement | undefined, heritage: Heritage, walk: Walk): Listed {
  const list = { ...heritage.paragraphStyle.paragraph.list, ...direct.list };
  if (list.id === undefined || list.id === 0) return NOT_LISTED;
  const index = list.level ?? 0;
  const level = walk.numbers.level(list.id, index);
  if (level === undefined) return NOT_LISTED;
  const text = walk.numbers.mark(list.id, index);
  const look = lookOfRun(over(level.run, readRunProperties(mark)), heritage);
  const run = text === '' || level.format === 'none' ? undefined : { text: `${text} `, look, field: undefined };
  return { isDirect: direct.list !== undefined, paragraph: level.paragraph, run };
}

function* readParagraph(element: XmlElement, around: Around, walk: Walk): Generator<Piece> {
  const properties = childOf(element, 'pPr');
  const direct = readParagraphProperties(properties);
  const paragraphStyle = walk.styles.style('paragraph', direct.style);
  const heritage: Heritage = { styles: walk.styles, theme: walk.theme, table: around.table, paragraphStyle };
  const listed = listedBy(direct, childOf(properties, 'rPr'), heritage, walk);
  const content = contentOf(element, (run) => lookOfRun(readRunProperties(run), heritage));
  const hasText = content.runs.some(({ text }) => text.trim() !== '');
  if (hasText) walk.counted += 1;
  const look = lookOfParagraph(direct, heritage, listed);
  const runs = hasText && listed.run !== undefined ? [listed.run, ...content.runs] : content.runs;
  const paragraph = {
    number: walk.counted,
    mark: hasText ? (listed.run?.text.trim() ?? '') : '',
    runs,
    look,
    place: around.place,
    room: around.room,
    drawings: content.drawings,
    breaksPage: content.breaksPage || look.breaksPage,
  };
  yield { kind: 'paragraph', paragraph };
  for (const box of content.drawn.flatMap((drawn) => [...boxesIn(drawn)])) {
    yield* readBlocks(box, { ...FLOW, place: { kind: 'box', box: walk.boxes++ } }, walk);
  }
  const section = childOf(properties, 'sectPr');
  if (section !== undefined) yield { kind: 'section', properties: section };
}

function* readTable(table: XmlElement, walk: Walk): Generator<Piece> {
  const index = walk.tables++;
  yield { kind: 'table' };
  const frame = frameOf(table, walk.styles);
  const rows = [...named(table, 'tr')];
  for (const [row, element] of rows.entries()) {
    const cells = [...named(element, 'tc')];
    let column = 0;
    for (const [position, cell] of cells.entries()) {
      const counts = { row, rows: rows.length, column: position, columns: cells.length };
      const taken = { column, span: spanOfCell(cell), cells: cells.length };
      const middle = middleOfCell(frame, taken);
      const place = { kind: 'cell', table: index, row, column: position, columns: cells.length, middle } as const;
      const room = roomOfCell(frame, cell, taken);
      yield* readBlocks(cell, { place, table: heritageOfCell(frame, counts), room }, walk);
      column += taken.span;
    }
  }
}

function* readBlocks(parent: XmlElement, around: Around, walk: Walk): Generator<Piece> {
  for (const element of parent.children) {
    switch (element.name) {
      case 'p':
        yield* readParagraph(element, around, walk);
        break;
      case 'tbl':
        yield* readTable(element, walk);
        break;
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
      case 'ins':
      case 'moveTo':
      case 'body':
      case 'footnote':
      case 'endnote':
        yield* readBlocks(element, around, walk);
        break;
      case 'sectPr':
        yield { kind: 'section', properties: element };
        break;
      default: // nothing that holds text
    }
  }
}

/** What a part holds, in the order of the file; text boxes come behind the paragraph they hang on. */
export function piecesOf(part: XmlElement, sources: Sources): readonly Piece[] {
  const walk: Walk = { ...sources, numbers: numberingOf(sources.lists), tables: 0, boxes: 0, counted: 0 };
  return [...readBlocks(part, FLOW, walk)];
}
