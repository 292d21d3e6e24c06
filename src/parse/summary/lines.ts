import type { Cell } from '../../model/workbook.ts';
import { matchKey, normalizeText } from '../../vi/text.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { isOrdinal } from '../tables/ordinals.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import type { LineCell } from './answers.ts';
import { refIn } from './grid.ts';
import type { SummaryTable } from './locate.ts';

/** A line below the headings that says something. */
export interface Line {
  readonly line: number;
  /** What stands where the unit's name should; '' when blank. */
  readonly name: string;
  readonly cells: readonly LineCell[];
  /** What else stands in the line: a code, the former commune, remarks. */
  readonly others: readonly string[];
  /** `total`: adds up what stands above. `unit`: one unit's numbers, or what passes for them. */
  readonly kind: 'total' | 'unit';
}

/** A name of a unit or commune is shorter; of remarks a few are enough. */
const LONGEST_NAME = 80;
const MOST_OTHERS = 4;

const TOTAL = /^(?:tổng|cộng|tc|toàn (?:xã|phường|thị trấn|huyện|tỉnh))(?:\s|$)/u;

function nameAt(cells: ReadonlyMap<number, Cell>, place: number): string {
  const cell = cells.get(place);
  return cell === undefined ? '' : normalizeText(rawText(cell.value));
}

/** Texts that may help to tell which unit is meant. */
function othersIn(cells: ReadonlyMap<number, Cell>, { unitPlace, columns }: SummaryTable): readonly string[] {
  const texts = [...cells].flatMap(([place, { value }]) =>
    place !== unitPlace && !columns.has(place) && value.kind === 'text' ? [normalizeText(rawText(value))] : [],
  );
  return texts.filter(({ length }) => length > 0 && length <= LONGEST_NAME).slice(0, MOST_OTHERS);
}

/** Whether one of the line's first texts says that the line adds up others. */
function isTotal(cells: ReadonlyMap<number, Cell>): boolean {
  return [...cells.values()].slice(0, 3).some(({ value }) => value.kind === 'text' && TOTAL.test(matchKey(value.text)));
}

/** `(1) (2) (3)` or `A B 1 2` under the headings: numbers of columns, not of anybody. */
function isNumbering(cells: ReadonlyMap<number, Cell>): boolean {
  const texts = [...cells.values()].map(({ value }) => rawText(value));
  return texts.length >= 2 && texts.every((text) => isOrdinal(text)) && texts.some((text) => /\d/u.test(text));
}

function isColumnNumbering(cells: ReadonlyMap<number, Cell>, unitPlace: number): boolean {
  const name = cells.get(unitPlace);
  return name !== undefined && isOrdinal(rawText(name.value)) && isNumbering(cells);
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

/**
 * The lines that hold answers, in order. Blank lines, bands, lines of numbers under the headings, notes and signatures are
 * none: a line without any answer says nothing, and a unit that is only listed has not reported.
 */
export function linesOf(table: SummaryTable, evidence: FileEvidence): readonly Line[] {
  const { grid, lastHeading, unitPlace, columns } = table;
  const lines: Line[] = [];
  for (const [line, cells] of grid.lines) {
    if (line <= lastHeading || isColumnNumbering(cells, unitPlace)) continue;
    const own = [...columns].map(([place, found]): LineCell => {
      const column = grid.orientation === 'rows' ? place : line;
      return {
        columns: found,
        cell: cells.get(place),
        ref: refIn(grid, line, place),
        evidence: evidence.at(grid.sheet, column),
      };
    });
    const answers = own.filter(({ columns: meanings }) =>
      meanings.some(({ kind }) => kind === 'indicator' || kind === 'task' || kind === 'opinion'),
    );
    if (!answers.some(({ cell }) => isFilled(cell))) continue;
    lines.push({
      line,
      name: nameAt(cells, unitPlace),
      cells: own,
      others: othersIn(cells, table),
      kind: isTotal(cells) ? 'total' : 'unit',
    });
  }
  return lines;
}
