import type { Cell } from '../../model/workbook.ts';
import { rawText } from '../cells/raw-text.ts';
import { isCountUnit, isScaledHeading, isScaledUnit, type Scale } from '../cells/scaled-number.ts';
import { scaleAbove } from '../tables/scale-note.ts';
import { refIn } from './grid.ts';
import type { SummaryTable } from './locate.ts';

/** What the words around the numbers of a table say of how they are counted. */
export interface TableScales {
  /** Why the numbers of that place are in hundreds or thousands; undefined when nothing says so. */
  readonly at: (place: number) => Scale | undefined;
  /** Whether the line only says what is counted in each place (`người`, `hộ`, `lượt`). */
  readonly isUnitLine: (line: number) => boolean;
}

/** Whether all that stands where numbers should is the unit in which they are counted. */
function saysUnits({ columns }: SummaryTable, cells: ReadonlyMap<number, Cell>): boolean {
  const values = [...columns].flatMap(([place, found]) => {
    const cell = found.some(({ kind }) => kind === 'indicator') ? cells.get(place) : undefined;
    return cell === undefined ? [] : [cell.value];
  });
  return values.length > 0 && values.every((value) => value.kind === 'text' && isCountUnit(value.text));
}

/** The line above the table that says how it counts. */
function noteAbove({ grid, firstHeading, unitPlace }: SummaryTable, top: number): Scale | undefined {
  const { file, sheet, orientation } = grid;
  return orientation === 'rows' ? scaleAbove(file, sheet, firstHeading, top) : scaleAbove(file, sheet, unitPlace);
}

/** Looks at the headings, the line below them and the lines above; `top` is the first row in which such a line may stand. */
export function tableScales(table: SummaryTable, top: number): TableScales {
  const { grid, firstHeading, lastHeading, end, headings } = table;
  const note = noteAbove(table, top);
  const scales = new Map<number, Scale>();
  const unitLines = new Set<number>();
  for (const [place, { texts, line }] of headings) {
    const text = texts.find(isScaledHeading);
    if (text !== undefined) scales.set(place, { text, kind: 'heading', ref: refIn(grid, line ?? firstHeading, place) });
  }
  for (const [line, cells] of grid.lines) {
    if (line <= lastHeading || line >= end || !saysUnits(table, cells)) continue;
    unitLines.add(line);
    for (const [place, { value }] of cells) {
      const text = value.kind === 'text' ? value.text : rawText(value);
      if (isScaledUnit(text)) scales.set(place, { text, kind: 'unit', ref: refIn(grid, line, place) });
    }
  }
  return { at: (place) => scales.get(place) ?? note, isUnitLine: (line) => unitLines.has(line) };
}
