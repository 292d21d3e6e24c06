import type { Form, IndicatorColumnId } from '../../model/directive.ts';
import type { Cell } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { matchKey, normalizeText } from '../../vi/text.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import { headingMatcher } from '../tables/heading-match.ts';
import { isColumnNumbers, isTotalLabel } from '../tables/other-rows.ts';
import { isOrdinal } from '../tables/ordinals.ts';
import type { LineCell } from './answers.ts';
import { isAnswerColumn } from './columns.ts';
import { refIn } from './grid.ts';
import type { GroupReader } from './groups.ts';
import { mergedFrom, PLACES_SEARCHED } from './headings.ts';
import type { SummaryTable } from './locate.ts';
import type { TableScales } from './scales.ts';

/** A line below the headings that says something. */
export interface Line {
  readonly line: number;
  /** What stands where the unit's name should; '' when blank. */
  readonly name: string;
  readonly cells: readonly LineCell[];
  /** What else stands in the line: a code, the former commune, remarks. */
  readonly others: readonly string[];
  /** The former commune that a line further up names for all lines below it; '' when none does. */
  readonly group: string;
  /** `total`: adds up what stands above. `group`: adds up what stands below. `unit`: one unit's numbers, or what passes for them. */
  readonly kind: 'group' | 'total' | 'unit';
}

/** A name of a unit or commune is shorter; of remarks a few are enough. */
const LONGEST_NAME = 80;
const MOST_OTHERS = 4;
/** Lines above the headings that may name the former commune of all units. */
const LINES_ABOVE = 3;

/** `Toàn xã`, `Cả xã`, `Tổng xã …`: the whole of which the units are parts. */
const WHOLE = /^(?:(?:tổng|cộng|tổng cộng) )?(?:toàn|cả|tổng|cộng) (?:xã|phường|thị trấn|đặc khu)(?: .*)?$/u;

type Cells = ReadonlyMap<number, Cell>;

function textAt(cells: Cells, place: number): string {
  const cell = cells.get(place);
  return cell === undefined ? '' : normalizeText(rawText(cell.value));
}

function within(cells: Cells, { from, to }: SummaryTable): Cells {
  if (from === 0 && to === Infinity) return cells;
  return new Map([...cells].filter(([place]) => place >= from && place <= to));
}

function textsIn(cells: Cells): readonly string[] {
  return [...cells.values()].flatMap(({ value }) => (value.kind === 'text' ? [normalizeText(rawText(value))] : []));
}

/** The places in which the table holds anything, in order. */
function placesOf(table: SummaryTable): readonly number[] {
  const { grid, lastHeading, end } = table;
  const places = new Set<number>();
  for (const [line, cells] of grid.lines) {
    if (line <= lastHeading || line >= end) continue;
    for (const place of within(cells, table).keys()) if (place < PLACES_SEARCHED) places.add(place);
  }
  return [...places].sort((a, b) => a - b);
}

/** Texts that may help to tell which unit is meant, also those of cells merged over the line from further up. */
function othersIn(line: number, cells: Cells, table: SummaryTable, places: readonly number[]): readonly string[] {
  const { grid, unitPlace, columns, lastHeading } = table;
  const texts = places.flatMap((place) => {
    if (place === unitPlace || columns.has(place)) return [];
    const top = cells.has(place) ? line : mergedFrom(grid, line, place);
    const value = top === undefined || top <= lastHeading ? undefined : grid.lines.get(top)?.get(place)?.value;
    return value?.kind === 'text' ? [normalizeText(rawText(value))] : [];
  });
  return texts.filter(({ length }) => length > 0 && length <= LONGEST_NAME).slice(0, MOST_OTHERS);
}

function isTotalText(text: string): boolean {
  return isTotalLabel(text) || (text.length <= LONGEST_NAME && WHOLE.test(matchKey(text)));
}

/** `(1) (2) (3)` or `A B 1 2` under the headings: numbers of columns, not of anybody. */
function isColumnNumbering(cells: Cells, { grid, unitPlace }: SummaryTable, line: number): boolean {
  if (!isOrdinal(textAt(cells, unitPlace))) return false;
  return isColumnNumbers({ rows: new Map([[line, cells]]) }, line, 2) && grid.orientation === 'rows';
}

/** Whether anything in the line can be meant as a number; below the last unit, the rest is notes and signatures. */
export function hasAnswerLike({ cells }: Line): boolean {
  return cells.some(
    ({ cell, columns }) =>
      columns.some(({ kind }) => kind === 'indicator' || kind === 'task') &&
      cell !== undefined &&
      (cell.value.kind !== 'text' || /\d/u.test(cell.value.text)),
  );
}

/** Columns of the form that describe a number: beside units that stand side by side they are nobody's. */
const DESCRIBING: ReadonlySet<IndicatorColumnId> = new Set(['code', 'title', 'counts', 'note']);

/** Whether that is the heading of codes, titles, units of counting or remarks. */
const describes = rememberedFor(({ indicatorColumns }: Form) => {
  const match = headingMatcher(indicatorColumns.filter(({ id }) => DESCRIBING.has(id)));
  return (text: string): boolean => match(text) !== undefined;
});

/** What is needed to tell the lines of a table. */
interface Reading {
  readonly table: SummaryTable;
  readonly evidence: FileEvidence;
  readonly scales: TableScales;
  readonly groups: GroupReader;
  readonly form: Form;
}

function cellsOf(line: number, cells: Cells, { table, evidence, scales }: Reading): readonly LineCell[] {
  const { grid, columns } = table;
  return [...columns].map(([place, found]): LineCell => {
    const [row, column] = grid.orientation === 'rows' ? [line, place] : [place, line];
    return {
      columns: found,
      cell: cells.get(place),
      ...{ row, column },
      ref: refIn(grid, line, place),
      evidence: evidence.at(grid.sheet, column),
      scale: scales.at(place),
    };
  });
}

/** The group that a line without answers names. */
function groupIn(texts: readonly string[], groups: GroupReader): string | undefined {
  const named = texts.filter((text) => !isOrdinal(text));
  if (named.length !== 1) return undefined;
  const group = groups.read(named[0] ?? '');
  return group === undefined ? undefined : group.kind === 'place' ? group.words : '';
}

/** The former commune that stands by itself above the headings. */
function groupAbove({ grid, firstHeading }: SummaryTable, groups: GroupReader): string {
  const above = [...grid.lines].filter(([line]) => line < firstHeading).slice(-LINES_ABOVE);
  return above.flatMap(([, cells]) => groupIn(textsIn(cells), groups) ?? []).findLast((words) => words !== '') ?? '';
}

/**
 * The lines that hold answers, in order. Blank lines, bands, lines of numbers or units of counting under the headings, notes and
 * signatures are none: a line without any answer says nothing, and a unit that is only listed has not reported.
 */
export function linesOf(reading: Reading): readonly Line[] {
  const { table, scales, groups, form } = reading;
  const { grid, lastHeading, end, unitPlace } = table;
  const places = placesOf(table);
  const lines: Line[] = [];
  let group = groupAbove(table, groups);
  for (const [line, all] of grid.lines) {
    if (line <= lastHeading || line >= end) continue;
    const cells = within(all, table);
    if (scales.isUnitLine(line) || isColumnNumbering(cells, table, line)) continue;
    const own = cellsOf(line, cells, reading);
    if (!own.some(({ columns, cell }) => columns.some(isAnswerColumn) && isFilled(cell))) {
      group = groupIn(textsIn(cells), groups) ?? group;
      continue;
    }
    const texts = textsIn(cells).slice(0, 3);
    const name = textAt(cells, unitPlace);
    if (describes(form)(name)) continue;
    const title = (name === '' ? texts : [name]).find((text) => !isOrdinal(text) && groups.isTitle(text));
    const kind = texts.some(isTotalText) ? 'total' : title === undefined ? 'unit' : 'group';
    if (kind === 'group' && title !== undefined) group = groupIn([title], groups) ?? '';
    const others = othersIn(line, cells, table, places);
    lines.push({ line, name, cells: own, others, group, kind });
  }
  return lines;
}
