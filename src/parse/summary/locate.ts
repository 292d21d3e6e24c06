import type { Directive } from '../../model/directive.ts';
import type { Cell, CellRef, Sheet, Workbook } from '../../model/workbook.ts';
import { isStampSheet } from '../form/stamp.ts';
import { sheetWords } from '../sheet-words.ts';
import { headingBlocks, MOST_HEADING_LINES, withoutRivals, type Block, type UnclearPlace } from './blocks.ts';
import { columnMatcher } from './column-matcher.ts';
import { askedBy, type Column, type ColumnMatcher } from './columns.ts';
import { gridOf, placeOfRef, type Grid } from './grid.ts';
import { lastLineOf, PLACES_SEARCHED, type Headings } from './headings.ts';
import { sidesOf, type Side } from './segments.ts';
import { isNameLike, limitedLookup, type UnitLookup } from './unit-lookup.ts';

/** A table with a line for each unit (bảng tổng hợp nhiều đơn vị): what the units report stands side by side. */
export interface SummaryTable {
  readonly grid: Grid;
  /** The first and the last line of the headings. */
  readonly firstHeading: number;
  readonly lastHeading: number;
  /** The line before which it ends; Infinity when nothing follows. */
  readonly end: number;
  /** The places between which it lies, both inclusive; another table may stand beside it. */
  readonly from: number;
  readonly to: number;
  /** The place of the unit's name in each line. */
  readonly unitPlace: number;
  readonly columns: ReadonlyMap<number, readonly Column[]>;
  readonly headings: ReadonlyMap<number, Headings>;
  /** Places that are not read, because it is not clear what they hold. */
  readonly unclear: readonly UnclearPlace[];
}

/** Further down no table begins: a first one further up, another one below at most so many lines and texts. */
const LINES_SEARCHED = 60;
const FURTHER_LINES_SEARCHED = 600;
const TEXTS_SEARCHED = 15_000;
/** No commune has so many units: a longer list is one of persons, or a trap. */
const MOST_LINES = 500;
const MOST_FILLED_LINES = 1_000;
/** More tables than that, nobody puts on one sheet. */
const MOST_TABLES = 20;

/** The part of a grid that one line of headings is over. */
interface Stretch {
  readonly grid: Grid;
  readonly block: Block;
  readonly lastHeading: number;
  readonly end: number;
}

function* linesBelow({ grid, lastHeading, end }: Stretch): Generator<ReadonlyMap<number, Cell>> {
  for (const [line, cells] of grid.lines) if (line > lastHeading && line < end) yield cells;
}

/** The units of the register that are named in each place. */
function namesByPlace(stretch: Stretch, lookup: UnitLookup): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  let count = 0;
  for (const cells of linesBelow(stretch)) {
    if (count++ >= PLACES_SEARCHED) break;
    for (const [place, { value }] of cells) {
      if (value.kind !== 'text' || !isNameLike(value.text) || place >= PLACES_SEARCHED) continue;
      const unit = lookup(value.text);
      if (unit !== undefined) found.set(place, (found.get(place) ?? new Set()).add(unit));
    }
  }
  return found;
}

/** How many lines below the headings have a name, and how many a name or something under a heading. */
function countLines(
  stretch: Stretch,
  unitPlace: number,
  columns: Side['columns'],
): { readonly named: number; readonly filled: number } {
  const places = [unitPlace, ...columns.keys()];
  let [named, filled] = [0, 0];
  for (const cells of linesBelow(stretch)) {
    if (cells.has(unitPlace)) named += 1;
    if (places.some((place) => cells.has(place))) filled += 1;
  }
  return { named, filled };
}

function isUnitColumn(columns: readonly Column[] | undefined): boolean {
  return columns?.some(({ kind }) => kind === 'unit') ?? false;
}

/** How many numbers and tasks these columns ask. */
function answerCountOf(columns: Side['columns']): number {
  const asked = [...columns.values()].map((found) => found.map(askedBy).join(' ').trim());
  return new Set(asked.filter((words) => words !== '')).size;
}

/**
 * One of the tables under a line of headings. Two numbers or tasks among the headings, beside one for names, tell it from
 * everything else; otherwise several units of the register must stand in it, or one under a heading for names. Units side by side
 * always need several names, because the form's own table, turned by a quarter, has headings in its first line, too.
 */
function tableOn(
  stretch: Stretch,
  { columns: all, from, to }: Side,
  names: ReadonlyMap<number, ReadonlySet<string>>,
): SummaryTable | undefined {
  const { grid, block, lastHeading, end } = stretch;
  const heading = [...all.keys()].find((place) => isUnitColumn(all.get(place)));
  const registered = [...names]
    .filter(([place]) => place >= from && place <= to && (!all.has(place) || isUnitColumn(all.get(place))))
    .toSorted(([, a], [, b]) => b.size - a.size)[0];
  const count = registered?.[1].size ?? 0;
  const unitPlace = count >= 2 ? registered?.[0] : heading;
  if (unitPlace === undefined) return undefined;
  const { named, filled } = countLines(stretch, unitPlace, all);
  const answers = answerCountOf(all);
  const isNamed = answers >= 2 || (names.get(unitPlace)?.size ?? 0) > 0;
  const isClear = grid.orientation === 'rows' && named > 0 && isNamed;
  if (answers === 0 || (!isClear && count < 2) || named > MOST_LINES || filled > MOST_FILLED_LINES) return undefined;
  const { columns, rivals } = withoutRivals(all, block.headings);
  const isWithin = ({ place }: UnclearPlace): boolean => place >= from && place <= to;
  return {
    grid,
    firstHeading: block.lines[0] ?? lastHeading,
    lastHeading,
    end,
    ...{ from, to, unitPlace },
    columns: new Map([...columns].filter(([place, found]) => place !== unitPlace && !isUnitColumn(found))),
    headings: block.headings,
    unclear: [...block.unclear.filter(isWithin), ...rivals],
  };
}

/** The last line of the headings; one that is merged over further lines is not followed by a unit there. */
function lastHeadingOf(grid: Grid, { lines, columns, unitPlace }: Block): number {
  const last = lines.at(-1) ?? 0;
  const places = unitPlace === undefined ? [...columns.keys()] : [unitPlace];
  const below = lines.flatMap((line) => places.map((place) => lastLineOf(grid, line, place)));
  return Math.min(Math.max(last, ...below), last + MOST_HEADING_LINES);
}

/** Whether the second headings only say again what the first do, as titles beside their codes. */
function isRepetition(grid: Grid, lines: readonly number[], first: Block, second: Block): boolean {
  const between = lines.slice(lines.indexOf(first.lines.at(-1) ?? 0) + 1, lines.indexOf(second.lines[0] ?? 0));
  const isApart = between.some((line) =>
    [...first.columns.keys()].some((place) => (grid.lines.get(line)?.get(place)?.value.kind ?? 'text') !== 'text'),
  );
  if (isApart) return false;
  return [...second.columns].every(([place, found]) => {
    const words = found.map(askedBy).join(' ').trim();
    return words === '' || words === first.columns.get(place)?.map(askedBy).join(' ').trim();
  });
}

/** The upper lines, as far as they are looked through for headings. */
function linesSearched(grid: Grid): readonly number[] {
  const lines: number[] = [];
  let texts = 0;
  for (const [line, cells] of grid.lines) {
    for (const { value } of cells.values()) if (value.kind === 'text') texts += 1;
    if (lines.length === FURTHER_LINES_SEARCHED || texts > TEXTS_SEARCHED) break;
    lines.push(line);
  }
  return lines;
}

/** The headings of the grid, each with the lines below it. */
function stretchesOf(grid: Grid, match: ColumnMatcher): readonly Stretch[] {
  const lines = linesSearched(grid);
  const latest = lines[LINES_SEARCHED] ?? Infinity;
  const blocks = headingBlocks(grid, lines, match);
  if ((blocks[0]?.lines[0] ?? Infinity) >= latest) return [];
  const found: Stretch[] = [];
  for (const block of blocks) {
    const before = found.at(-1);
    const lastHeading = lastHeadingOf(grid, block);
    if (before !== undefined && isRepetition(grid, lines, before.block, block)) {
      found[found.length - 1] = { ...before, lastHeading };
      continue;
    }
    if (before !== undefined) found[found.length - 1] = { ...before, end: block.lines[0] ?? lastHeading };
    found.push({ grid, block, lastHeading, end: Infinity });
  }
  return found.slice(0, MOST_TABLES);
}

/** Whether the “headings” stand in the line of a unit, as codes do in a list of one number a line. */
function isAmongUnits({ grid, block }: Stretch, { unitPlace }: SummaryTable, lookup: UnitLookup): boolean {
  return block.lines.some((line) => {
    const value = grid.lines.get(line)?.get(unitPlace)?.value;
    return value?.kind === 'text' && isNameLike(value.text) && lookup(value.text) !== undefined;
  });
}

function tablesIn(grid: Grid, match: ColumnMatcher, lookup: UnitLookup): readonly SummaryTable[] {
  return stretchesOf(grid, match).flatMap((stretch) => {
    const { columns } = stretch.block;
    const names = namesByPlace(stretch, lookup);
    const named = [...names].filter(([place, units]) => units.size >= 2 && !columns.has(place));
    const headed = [...columns].filter(([, found]) => isUnitColumn(found));
    const unitPlaces = new Set([...named, ...headed].map(([place]) => place));
    return sidesOf(columns, unitPlaces)
      .slice(0, MOST_TABLES)
      .flatMap((side) => tableOn(stretch, side, names) ?? [])
      .filter((table) => !isAmongUnits(stretch, table, lookup));
  });
}

/** Whether the words for such a table stand on the sheet at all; see `tableOn`. */
function canHoldTable(sheet: Sheet, directive: Directive, lookup: UnitLookup): boolean {
  const words = sheetWords(sheet, directive, lookup);
  return words === undefined || (words.asks && (words.headsUnits || words.units.size >= 2));
}

/** The tables of the workbook with a line for each unit, sheet by sheet; rows go before columns. */
export function locateSummaries(workbook: Workbook, directive: Directive, lookup: UnitLookup): readonly SummaryTable[] {
  const match = columnMatcher(directive);
  const tablesOn = (sheet: Sheet): readonly SummaryTable[] => {
    const limited = limitedLookup(lookup);
    const inRows = tablesIn(gridOf(workbook.file, sheet, 'rows'), match, limited);
    return inRows.length > 0 ? inRows : tablesIn(gridOf(workbook.file, sheet, 'columns'), match, limited);
  };
  return workbook.sheets
    .filter((sheet) => !isStampSheet(sheet) && canHoldTable(sheet, directive, lookup))
    .flatMap(tablesOn);
}

/** Whether the cell lies below the headings of the table. */
export function isBelowHeadings({ grid, lastHeading, end, from, to }: SummaryTable, ref: CellRef): boolean {
  const found = placeOfRef(grid, ref);
  return (
    found !== undefined && found.line > lastHeading && found.line < end && found.place >= from && found.place <= to
  );
}
