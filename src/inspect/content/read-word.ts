import { readLists } from '../look/numbering.ts';
import { readSettings, readStyles } from '../look/styles.ts';
import { readTheme } from '../look/theme.ts';
import type { WordPackage } from '../package/open-word.ts';
import { childOf, numberIn, pointsIn, switchIn, type XmlElement } from '../package/tree.ts';
import { piecesOf, type Piece, type Sources } from './paragraphs.ts';
import type { Margin, PageKind, Paragraph, Section, WordDocument } from './word-document.ts';

const MM_PER_POINT = 25.4 / 72;

function millimetres(text: string | undefined, otherwise: number): number {
  const points = pointsIn(text);
  return points === undefined ? otherwise : points * MM_PER_POINT;
}

/** What Word takes when a section says nothing: letter paper, margins of an inch. */
const LETTER = { width: 215.9, height: 279.4 };
const INCH = 25.4;

function pageOf(properties: XmlElement): Section['page'] {
  const size = childOf(properties, 'pgSz')?.attributes ?? {};
  const margins = childOf(properties, 'pgMar')?.attributes ?? {};
  const [width, height] = [millimetres(size['w'], LETTER.width), millimetres(size['h'], LETTER.height)];
  const side = (name: string): number => Math.abs(millimetres(margins[name], INCH));
  return {
    width,
    height,
    isLandscape: width > height,
    // The gutter is bound at the left.
    margins: {
      top: side('top'),
      bottom: side('bottom'),
      left: side('left') + millimetres(margins['gutter'], 0),
      right: side('right'),
    },
    header: millimetres(margins['header'], INCH / 2),
  };
}

type Margins = Readonly<Partial<Record<PageKind, Margin>>>;

function marginsOf(properties: XmlElement, name: string, parts: ReadonlyMap<string, Margin>, before: Margins): Margins {
  const own = properties.children.flatMap(({ name: element, attributes: { type, id } }) => {
    const margin = element === name ? parts.get(id ?? '') : undefined;
    return margin === undefined ? [] : [[type === 'first' || type === 'even' ? type : 'default', margin] as const];
  });
  // A section that names none goes on with those of the section before.
  return { ...before, ...Object.fromEntries(own) };
}

function sectionOf(
  properties: XmlElement,
  body: { readonly paragraphs: readonly Paragraph[]; readonly hasTables: boolean },
  parts: ReadonlyMap<string, Margin>,
  before: Section | undefined,
): Section {
  const numbers = childOf(properties, 'pgNumType')?.attributes ?? {};
  return {
    page: pageOf(properties),
    hasTitlePage: switchIn(childOf(properties, 'titlePg')) ?? false,
    firstNumber: numberIn(numbers['start']),
    numberFormat: numbers['fmt'] ?? 'decimal',
    headers: marginsOf(properties, 'headerReference', parts, before?.headers ?? {}),
    footers: marginsOf(properties, 'footerReference', parts, before?.footers ?? {}),
    ...body,
  };
}

const NO_PROPERTIES: XmlElement = { name: 'sectPr', attributes: {}, children: [], text: '' };

/** The room between the margins, for paragraphs that stand in no cell. */
function withRoom(paragraph: Paragraph, { width, margins }: Section['page']): Paragraph {
  if (paragraph.place.kind !== 'flow') return paragraph;
  return { ...paragraph, room: (width - margins.left - margins.right) / MM_PER_POINT };
}

function sectionsOf(pieces: readonly Piece[], parts: ReadonlyMap<string, Margin>): readonly Section[] {
  const sections: Section[] = [];
  let paragraphs: Paragraph[] = [];
  let hasTables = false;
  const close = (properties: XmlElement): void => {
    const page = pageOf(properties);
    const body = { paragraphs: paragraphs.map((paragraph) => withRoom(paragraph, page)), hasTables };
    sections.push(sectionOf(properties, body, parts, sections.at(-1)));
    [paragraphs, hasTables] = [[], false];
  };
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') paragraphs.push(piece.paragraph);
    else if (piece.kind === 'table') hasTables = true;
    else close(piece.properties);
  }
  if (paragraphs.length > 0 || sections.length === 0) close(NO_PROPERTIES);
  return sections;
}

function paragraphsIn(pieces: readonly Piece[]): readonly Paragraph[] {
  return pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.paragraph] : []));
}

/** Word's distance between tabs that nobody set, in points. */
const TAB_DISTANCE = 36;

/** Puts together what the parts of a document say: every value as it holds in the end. */
export function readWord({ document, styles, settings, theme, numbering, margins, notes }: WordPackage): WordDocument {
  const sources: Sources = { styles: readStyles(styles), theme: readTheme(theme), lists: readLists(numbering) };
  const parts = new Map(
    [...margins].map(([id, part]) => [id, { paragraphs: paragraphsIn(piecesOf(part, sources)) }] as const),
  );
  const { hasEvenHeaders, mirrorsMargins, tabDistance } = readSettings(settings);
  return {
    sections: sectionsOf(piecesOf(document, sources), parts),
    hasEvenHeaders,
    mirrorsMargins,
    tabDistance: pointsIn(tabDistance) ?? TAB_DISTANCE,
    notes: notes.flatMap((part) => paragraphsIn(piecesOf(part, sources))),
  };
}
