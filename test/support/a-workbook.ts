import type { Cell, CellRange, CellValue, Sheet, Workbook } from '../../src/model/workbook.ts';

/** What a test writes into a cell: a text, a number, nothing, or a cell value of its own. */
export type CellDraft = string | number | undefined | CellValue | Cell;

/** A number cell that shows a percentage. */
export function percentCell(share: number): CellValue {
  return { kind: 'number', number: share, isDate: false, isPercent: true };
}

/** A number cell that shows a day. */
export function dayCell(serial: number): CellValue {
  return { kind: 'number', number: serial, isDate: true, isPercent: false };
}

/** A cell whose value a program computed. */
export function formulaCell(value: CellValue): Cell {
  return { value, isFormula: true };
}

/** A formula that no program has computed. */
export const uncomputed: Cell = { value: { kind: 'uncomputed' }, isFormula: true };

/** A plain number cell. */
export function numberCell(number: number): CellValue {
  return { kind: 'number', number, isDate: false, isPercent: false };
}

/** The cell of a draft; undefined is blank. */
export function cellOf(draft: CellDraft): Cell | undefined {
  if (draft === undefined || draft === '') return undefined;
  if (typeof draft === 'string') return { value: { kind: 'text', text: draft }, isFormula: false };
  if (typeof draft === 'number') return { value: numberCell(draft), isFormula: false };
  return 'kind' in draft ? { value: draft, isFormula: false } : draft;
}

/** A sheet from plain rows; the first cell of the first row is A1. */
export function aSheet(
  name: string,
  rows: readonly (readonly CellDraft[])[],
  overrides: {
    readonly merges?: readonly CellRange[];
    readonly isHidden?: boolean;
    readonly hiddenRows?: readonly number[];
    readonly hiddenColumns?: readonly number[];
  } = {},
): Sheet {
  const filled = rows.map((row) =>
    row.flatMap((draft, column): (readonly [number, Cell])[] => {
      const cell = cellOf(draft);
      return cell === undefined ? [] : [[column, cell]];
    }),
  );
  return {
    name,
    isHidden: overrides.isHidden ?? false,
    hiddenRows: new Set(overrides.hiddenRows),
    hiddenColumns: new Set(overrides.hiddenColumns),
    rows: new Map(
      filled.flatMap((cells, row): (readonly [number, ReadonlyMap<number, Cell>])[] =>
        cells.length === 0 ? [] : [[row, new Map(cells)]],
      ),
    ),
    merges: overrides.merges ?? [],
  };
}

/** A workbook of those sheets. */
export function aWorkbook(sheets: readonly Sheet[], file = 'TH01.xlsx'): Workbook {
  return { file, sheets };
}
