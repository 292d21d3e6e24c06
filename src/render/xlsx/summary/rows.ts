import type { CellValue, Style, Worksheet } from 'exceljs';
import type { PlainDate } from '../../../model/plain-date.ts';
import { heightOf, type Piece } from '../row-height.ts';
import { DEFAULT_SIZE } from '../styles.ts';
import { midnight } from '../validations.ts';
import type { LinkPlaces, PlacedLink } from './book.ts';
import { cellText, looksLikeFormula } from './cell-text.ts';
import { INSIDE, type Link } from './links.ts';
import { guarded, LOOKS } from './looks.ts';

/** What a cell of the summary is to hold. A text never becomes a formula, whatever it begins with. */
export interface SummaryCell {
  /** Undefined leaves the cell blank. */
  readonly value: string | number | Computed | undefined;
  readonly look: Partial<Style>;
  readonly link?: Link | undefined;
  /** How many columns the cell takes; one when not said. */
  readonly columns?: number;
}

/** A formula of the program's own, with the result that the report states. */
interface Computed {
  readonly formula: string;
  readonly result: string | number;
}

/** A text, from wherever it comes. */
export function words(text: string, look: Partial<Style> = LOOKS.text): SummaryCell {
  return { value: text, look };
}

/** A whole number; undefined is a blank, which sums pass over. */
export function figure(value: number | undefined, look: Partial<Style> = LOOKS.figure): SummaryCell {
  return { value, look };
}

const MS_PER_DAY = 86_400_000;
const DAY_ZERO = midnight('1899-12-30').getTime();

/** A day as spreadsheets count days; undefined is a blank. */
export function day(date: PlainDate | undefined): SummaryCell {
  const serial = date === undefined ? undefined : (midnight(date).getTime() - DAY_ZERO) / MS_PER_DAY;
  return { value: serial, look: LOOKS.day };
}

/** A cell that computes. */
export function computed(text: string, result: string | number, look: Partial<Style> = LOOKS.figure): SummaryCell {
  return { value: { formula: text, result }, look };
}

/** The most links a spreadsheet takes on one sheet. */
const MOST_LINKS = 60_000;

function textOf(value: SummaryCell['value']): string {
  if (typeof value === 'string') return cellText(value);
  return typeof value === 'object' && typeof value.result === 'string' ? value.result : '';
}

function pieceOf(text: string, { font, alignment }: Partial<Style>): Piece {
  const face = font?.bold === true ? 'bold' : 'regular';
  return { text, size: font?.size ?? DEFAULT_SIZE, face, indent: (alignment?.indent ?? 0) * 10 };
}

function valueFor({ value, link }: SummaryCell, text: string): CellValue {
  if (typeof value === 'object') return { ...value, date1904: false };
  if (typeof value !== 'string') return value ?? null;
  if (text === '') return null;
  return link === undefined ? text : { text, hyperlink: link.target ?? INSIDE };
}

/** Writes rows onto one sheet, each as high as its fullest cell needs. */
export type WriteRow = (row: number, cells: readonly SummaryCell[]) => void;

/** The writer of that sheet's rows. The same words stand in thousands of cells: their heights are measured once. */
export function rowWriter(sheet: Worksheet, links: LinkPlaces): WriteRow {
  const heights = new Map<string, number>();
  const places = new Map<string, PlacedLink>();
  let linkCount = 0;
  links.set(sheet, places);
  const widthOf = (from: number, columns: number): number => {
    let width = 0;
    for (let column = from; column < from + columns; column++) width += sheet.getColumn(column).width ?? 0;
    return width;
  };
  const heightFor = (text: string, look: Partial<Style>, width: number): number => {
    const piece = pieceOf(text, look);
    const key = `${piece.size} ${piece.face} ${piece.indent} ${width} ${text}`;
    const height = heights.get(key) ?? heightOf([piece], width);
    heights.set(key, height);
    return height;
  };
  const writeCell = (row: number, column: number, plan: SummaryCell, text: string): void => {
    const { columns = 1, link } = plan;
    const look = typeof plan.value === 'string' && looksLikeFormula(text) ? guarded(plan.look) : plan.look;
    if (columns > 1) sheet.mergeCells(row, column, row, column + columns - 1);
    const isLinked = link !== undefined && text !== '' && linkCount < MOST_LINKS;
    const cell = sheet.getCell(row, column);
    cell.value = valueFor(isLinked ? plan : { ...plan, link: undefined }, text);
    if (isLinked) linkCount += 1;
    if (isLinked && link.place !== undefined) places.set(cell.address, { target: link.target, place: link.place });
    for (let offset = 0; offset < columns; offset++) sheet.getCell(row, column + offset).style = look;
  };
  return (row, cells) => {
    let column = 1;
    let height = 0;
    for (const plan of cells) {
      const { columns = 1, look } = plan;
      const text = textOf(plan.value);
      writeCell(row, column, plan, text);
      height = Math.max(height, heightFor(text, look, widthOf(column, columns)));
      column += columns;
    }
    sheet.getRow(row).height = height;
  };
}
