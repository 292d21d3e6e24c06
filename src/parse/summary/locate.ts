import type { Directive } from '../../model/directive.ts';
import type { CellRange, Sheet, Workbook } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { rawText } from '../cells/raw-text.ts';
import { isStampSheet } from '../form/stamp.ts';
import { grouped } from '../../model/grouped.ts';
import { columnMatcher, type Column, type ColumnMatcher } from './columns.ts';
import { gridOf, type Grid } from './grid.ts';

/** A table with a line for each unit (bảng tổng hợp nhiều đơn vị): what the units report stands side by side. */
export interface SummaryTable {
  readonly grid: Grid;
  /** The first and the last line of the headings. */
  readonly firstHeading: number;
  readonly lastHeading: number;
  /** The place of the unit's name in each line. */
  readonly unitPlace: number;
  readonly columns: ReadonlyMap<number, readonly Column[]>;
  /** Places that are not read, because it is not clear what they hold. */
  readonly unclear: readonly UnclearPlace[];
}

/** A column of unclear meaning: one of several under one heading, or one of several with the same meaning. */
export interface UnclearPlace {
  readonly line: number;
  readonly place: number;
  readonly heading: string;
  /** What it may hold: code of the number or task. */
  readonly code: string;
}

/** The id of the unit of the register that a text names, or undefined when it names none or several. */
export type UnitLookup = (text: string) => string | undefined;

/** A table begins near the top. */
const LINES_SEARCHED = 60;
const PLACES_SEARCHED = 300;
const MOST_HEADING_LINES = 3;
/** No commune has so many units: a longer list is one of persons, or a trap. */
const MOST_LINES = 500;
/** A name is short; sentences are not looked up. */
const LONGEST_NAME = 120;

interface Block {
  readonly lines: readonly number[];
  readonly columns: ReadonlyMap<number, readonly Column[]>;
  readonly unitPlace: number | undefined;
  readonly answerCount: number;
  readonly unclear: readonly UnclearPlace[];
}

/** The code of the number or task that a heading alone would mean. */
function codeOf(columns: readonly Column[]): string | undefined {
  const [first] = columns;
  if (first?.kind === 'indicator') return first.indicator.code;
  return first?.kind === 'task' ? first.task.id : undefined;
}

/** What a place holds, to tell two with the same meaning. */
function meaningOf(column: Column): string {
  return column.kind === 'task' ? `${askedBy(column)} ${column.column}` : askedBy(column);
}

/** The places without those that mean the same as another one, and these. */
function withoutRivals(
  columns: ReadonlyMap<number, readonly Column[]>,
  headings: ReadonlyMap<number, Headings>,
): { readonly columns: ReadonlyMap<number, readonly Column[]>; readonly rivals: readonly UnclearPlace[] } {
  const places = grouped([...columns], ([, found]) => found.map(meaningOf).join(' ').trim());
  const rivals = [...places].flatMap(([meaning, own]) => (meaning === '' || own.length === 1 ? [] : own));
  const unclear = rivals.map(([place, found]): UnclearPlace => {
    const { texts, line } = headings.get(place) ?? { texts: [], line: 0 };
    return { line: line ?? 0, place, heading: texts.join(' › '), code: codeOf(found) ?? '' };
  });
  const dropped = new Set(rivals.map(([place]) => place));
  return { columns: new Map([...columns].filter(([place]) => !dropped.has(place))), rivals: unclear };
}

/** What a column asks, as one string; '' for what is no number and no task. */
function askedBy(column: Column): string {
  switch (column.kind) {
    case 'indicator':
      return `indicator ${column.indicator.id}`;
    case 'task':
      return `task ${column.task.id}`;
    case 'field':
    case 'opinion':
    case 'unit':
      return '';
  }
}

/** The merged ranges that begin in each line, by the place where they begin. */
const mergesByLine = rememberedFor(({ merges }: Grid): ReadonlyMap<number, ReadonlyMap<number, CellRange>> => {
  const found = new Map<number, Map<number, CellRange>>();
  for (const merge of merges) {
    const own = found.get(merge.top);
    if (own === undefined) found.set(merge.top, new Map([[merge.left, merge]]));
    else if (!own.has(merge.left)) own.set(merge.left, merge);
  }
  return found;
});

/** The headings of one place, from the top, and the line of the last one. */
interface Headings {
  readonly texts: string[];
  /** The line in which the place has a heading of its own; undefined below a merged one that begins elsewhere. */
  line: number | undefined;
}

/**
 * The headings of each place in these lines. A merged heading stands over every place that it covers, but the last one must be
 * the place's own: a band over the whole table, or over several columns, is nobody's heading.
 */
function headingsIn(grid: Grid, block: readonly number[]): ReadonlyMap<number, Headings> {
  const found = new Map<number, Headings>();
  for (const line of block) {
    const merges = mergesByLine(grid).get(line);
    for (const [place, { value }] of grid.lines.get(line) ?? []) {
      if (value.kind !== 'text' || place >= PLACES_SEARCHED) continue;
      const merge = merges?.get(place);
      for (let covered = place; covered <= Math.min(merge?.right ?? place, PLACES_SEARCHED); covered++) {
        const headings = found.get(covered) ?? { texts: [], line: undefined };
        headings.texts.push(value.text);
        headings.line = merge === undefined || merge.right === place ? line : undefined;
        found.set(covered, headings);
      }
    }
  }
  return found;
}

function blockOf(grid: Grid, lines: readonly number[], match: ColumnMatcher): Block {
  const columns = new Map<number, readonly Column[]>();
  // A code and the title beside it are one number, and headings stand in one line: rows of a form ask one thing each.
  const asked = new Map<number, Set<string>>();
  const unclear: UnclearPlace[] = [];
  let unitPlace: number | undefined;
  const headings = headingsIn(grid, lines);
  for (const [place, { texts, line }] of headings) {
    const found = line === undefined ? [] : match(texts);
    if (line === undefined || found.length === 0) {
      const above = line === undefined ? texts : texts.slice(0, -1);
      const code = above.map((text) => codeOf(match([text]))).find((one) => one !== undefined);
      if (code !== undefined) unclear.push({ line: line ?? lines[0] ?? 0, place, heading: texts.join(' › '), code });
      continue;
    }
    columns.set(place, found);
    if (found.some(({ kind }) => kind === 'unit')) unitPlace ??= place;
    const words = found.map(askedBy).join(' ').trim();
    if (words !== '') asked.set(line, (asked.get(line) ?? new Set()).add(words));
  }
  const answerCount = Math.max(0, ...[...asked.values()].map(({ size }) => size));
  const clear = withoutRivals(columns, headings);
  return { lines, columns: clear.columns, unitPlace, answerCount, unclear: [...unclear, ...clear.rivals] };
}

/** A bare number may be anything, even where a unit is called by one. */
function isNameLike(text: string): boolean {
  return text.length <= LONGEST_NAME && /\p{L}/u.test(text);
}

/** The place where most lines name a unit of the register, and how many units are named there. */
function placeOfNames({ lines }: Grid, lookup: UnitLookup): readonly [place: number | undefined, count: number] {
  const counts = new Map<number, Set<string>>();
  for (const cells of [...lines.values()].slice(0, PLACES_SEARCHED)) {
    for (const [place, { value }] of cells) {
      if (value.kind !== 'text' || !isNameLike(value.text) || place >= PLACES_SEARCHED) continue;
      const unit = lookup(value.text);
      if (unit !== undefined) counts.set(place, (counts.get(place) ?? new Set()).add(unit));
    }
  }
  const best = [...counts].toSorted(([, a], [, b]) => b.size - a.size)[0];
  return [best?.[0], best?.[1].size ?? 0];
}

/** What stands below the headings where the unit's name should, line by line. */
function namesBelow({ lines }: Grid, block: Block, unitPlace: number): readonly string[] {
  const last = block.lines.at(-1) ?? 0;
  return [...lines].flatMap(([line, cells]) => {
    const value = line > last ? cells.get(unitPlace)?.value : undefined;
    return value === undefined ? [] : [rawText(value)];
  });
}

function bestBlock(grid: Grid, match: ColumnMatcher): Block | undefined {
  const first = [...grid.lines.keys()].slice(0, LINES_SEARCHED);
  const blocks = first.flatMap((_, index) =>
    Array.from({ length: MOST_HEADING_LINES }, (__, extra) => first.slice(index, index + extra + 1))
      .filter((lines, extra) => lines.length === extra + 1)
      .map((lines) => blockOf(grid, lines, match)),
  );
  const ranked = blocks
    .filter(({ answerCount }) => answerCount > 0)
    .toSorted((a, b) => {
      const named = Number(b.unitPlace !== undefined) - Number(a.unitPlace !== undefined);
      return (
        b.answerCount - a.answerCount || named || b.unclear.length - a.unclear.length || a.lines.length - b.lines.length
      );
    });
  return ranked[0];
}

/**
 * The table of that sheet with units in lines. Two numbers or tasks among the headings, beside one for names, tell it from
 * everything else; otherwise several units of the register must stand in it. Units side by side always need several names,
 * because the form's own table, turned by a quarter, has headings in its first line, too.
 */
function summaryIn(grid: Grid, match: ColumnMatcher, lookup: UnitLookup): SummaryTable | undefined {
  const block = bestBlock(grid, match);
  const last = block?.lines.at(-1);
  if (block === undefined || last === undefined) return undefined;
  const [registered, count] = placeOfNames(grid, lookup);
  const unitPlace = count >= 2 ? registered : block.unitPlace;
  if (unitPlace === undefined) return undefined;
  const names = namesBelow(grid, block, unitPlace);
  const lineCount = new Set(names).size;
  const isClear = grid.orientation === 'rows' && block.answerCount >= 2 && lineCount >= 1;
  if ((!isClear && count < 2) || names.length > MOST_LINES) return undefined;
  const columns = new Map([...block.columns].filter(([place]) => place !== unitPlace));
  // A heading merged over further lines is not followed by a unit there.
  const below = block.lines.map((line) => mergesByLine(grid).get(line)?.get(unitPlace)?.bottom ?? line);
  const lastHeading = Math.min(Math.max(last, ...below), last + MOST_HEADING_LINES);
  return { grid, firstHeading: block.lines[0] ?? last, lastHeading, unitPlace, columns, unclear: block.unclear };
}

/** The tables of the workbook with a line for each unit, at most one a sheet; rows go before columns. */
export function locateSummaries(workbook: Workbook, directive: Directive, lookup: UnitLookup): readonly SummaryTable[] {
  const match = columnMatcher(directive);
  const tableOf = (sheet: Sheet): readonly SummaryTable[] => {
    const inRows = summaryIn(gridOf(workbook.file, sheet, 'rows'), match, lookup);
    const found = inRows ?? summaryIn(gridOf(workbook.file, sheet, 'columns'), match, lookup);
    return found === undefined ? [] : [found];
  };
  return workbook.sheets.filter((sheet) => !isStampSheet(sheet)).flatMap(tableOf);
}
