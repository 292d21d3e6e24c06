import type { ParagraphProperties, RunProperties } from '../look/properties.ts';
import { over, type Style, type Styles } from '../look/styles.ts';
import { childOf, numberIn, pointsIn, valueOf, type XmlElement } from '../package/tree.ts';

/** What a cell of a table adds to what its text inherits. */
export interface TableHeritage {
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

/** Rows of a table, also those in content controls and tracked insertions. */
export function* named(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    else if (['sdt', 'sdtContent', 'ins', 'customXml', 'moveTo'].includes(child.name)) yield* named(child, name);
  }
}

/** What a table says of all its cells. */
export interface TableFrame {
  readonly style: Style;
  readonly properties: XmlElement | undefined;
  /** The left edges of its columns, and the right edge of the last one, in points. */
  readonly edges: readonly number[];
}

/** Reads what a table says of all its cells; its rows may be many, so that this is done once. */
export function frameOf(table: XmlElement, styles: Styles): TableFrame {
  const properties = childOf(table, 'tblPr');
  const edges = [0];
  for (const { attributes } of childOf(table, 'tblGrid')?.children ?? [])
    edges.push((edges.at(-1) ?? 0) + Math.abs(pointsIn(attributes['w']) ?? 0));
  return { style: styles.style('table', valueOf(properties, 'tblStyle')), properties, edges };
}

/** Which of its special rows and columns a table wants to look special. */
function wants({ properties }: TableFrame, name: string, bit: number): boolean {
  const look = childOf(properties, 'tblLook')?.attributes;
  if (look === undefined) return false;
  const said = look[name];
  if (said !== undefined) return /^(?:1|true|on)$/u.test(said);
  return (Number.parseInt(look['val'] ?? '0', 16) & bit) !== 0;
}

/** What the table's style says of a cell of that row and column. */
export function heritageOfCell(
  table: TableFrame,
  cell: { readonly row: number; readonly rows: number; readonly column: number; readonly columns: number },
): TableHeritage {
  const { style } = table;
  const conditions = [
    ['wholeTable', true],
    ['firstCol', cell.column === 0 && wants(table, 'firstColumn', 0x80)],
    ['lastCol', cell.column === cell.columns - 1 && wants(table, 'lastColumn', 0x100)],
    ['firstRow', cell.row === 0 && wants(table, 'firstRow', 0x20)],
    ['lastRow', cell.row === cell.rows - 1 && wants(table, 'lastRow', 0x40)],
  ] as const;
  let heritage: TableHeritage = { run: style.run, paragraph: style.paragraph };
  for (const [name, holds] of conditions) {
    const condition = holds ? style.conditions.get(name) : undefined;
    if (condition === undefined) continue;
    heritage = {
      run: over(condition.run, heritage.run),
      paragraph: { ...heritage.paragraph, ...condition.paragraph },
    };
  }
  return heritage;
}

/** What Word leaves free left and right in a cell when nothing is said, in points. */
const CELL_MARGIN = 5.4;

function marginOf(sources: readonly (XmlElement | undefined)[], sides: readonly string[]): number {
  for (const source of sources) {
    for (const side of sides) {
      const width = pointsIn(valueOf(source, side, 'w'));
      if (width !== undefined) return width;
    }
  }
  return CELL_MARGIN;
}

/** A cell among the columns of its table. */
export interface CellSpan {
  /** The first column it takes, counted from 0, and how many. */
  readonly column: number;
  readonly span: number;
  /** Cells of its row. */
  readonly cells: number;
}

/** How many columns of its table a cell takes. */
export function spanOfCell(cell: XmlElement): number {
  return Math.max(1, Math.trunc(numberIn(valueOf(childOf(cell, 'tcPr'), 'gridSpan')) ?? 1));
}

function edgeAt(edges: readonly number[], index: number): number {
  return edges[Math.min(index, edges.length - 1)] ?? 0;
}

/** Where the middle of a cell lies across its table: 0 at the left edge, 1 at the right one. */
export function middleOfCell({ edges }: TableFrame, { column, span, cells }: CellSpan): number {
  const whole = edgeAt(edges, edges.length);
  if (whole === 0) return (column + 0.5) / cells;
  return (edgeAt(edges, column) + edgeAt(edges, column + span)) / 2 / whole;
}

/** The room for text across a cell, in points; undefined when its width is not written. */
export function roomOfCell(table: TableFrame, cell: XmlElement, { column, span }: CellSpan): number | undefined {
  const { edges, style } = table;
  const properties = childOf(cell, 'tcPr');
  const gridWidth = edgeAt(edges, column + span) - edgeAt(edges, column);
  const own = childOf(properties, 'tcW')?.attributes;
  const width = own?.['type'] === 'dxa' ? pointsIn(own['w']) : undefined;
  const whole = width === undefined || width === 0 ? gridWidth : width;
  if (whole === 0) return undefined;
  const sources = [
    childOf(properties, 'tcMar'),
    childOf(table.properties, 'tblCellMar'),
    childOf(style.tableProperties, 'tblCellMar'),
  ];
  return whole - marginOf(sources, ['left', 'start']) - marginOf(sources, ['right', 'end']);
}
