import type { Target } from '../../../model/ratio.ts';

/** Shown by a formula where there is no value, as in the report; never 0. Sums pass over it. */
export const NO_VALUE = '–';

/** What the check of a target says. */
export const VERDICTS = { met: 'Đạt', 'not-met': 'Chưa đạt', 'no-data': 'Chưa có số liệu' } as const;

/** A text of the program's own inside a formula; nothing that a unit wrote ever gets there. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Cells of one column, both rows included: `D8:D29`. `$` before the parts that stay when the formula is copied. */
export function columnRange(column: string, first: number, last: number): string {
  return `${column}$${first}:${column}$${last}`;
}

/** The same on another sheet. */
export function onSheet(sheet: string, reference: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${reference}`;
}

/** The sum of the numbers there, or the dash when there is none. */
export function sumOrNone(range: string): string {
  return `IF(COUNT(${range})=0,${quoted(NO_VALUE)},SUM(${range}))`;
}

/** Cells that a target is checked on. */
export interface TargetCells {
  readonly numerator: string;
  readonly denominator: string;
  /** Holds the target in whole percent. */
  readonly percent: string;
}

function whenCounted({ numerator, denominator }: TargetCells, formula: string, otherwise: string): string {
  const both = `COUNT(${numerator},${denominator})=2`;
  return `IF(${both},IF(${denominator}>0,${formula},${quoted(otherwise)}),${quoted(otherwise)})`;
}

/** The share itself; a denominator of 0 or none gives the dash, never an error. */
export function shareFormula(cells: TargetCells): string {
  return whenCounted(cells, `${cells.numerator}/${cells.denominator}`, NO_VALUE);
}

/** Whether the target is met, by whole numbers: no rounded percentage decides. */
export function verdictFormula(cells: TargetCells, { comparison }: Target, otherwise: string): string {
  const sign = comparison === 'more-than' ? '>' : '>=';
  const isMet = `${cells.numerator}*100${sign}${cells.denominator}*${cells.percent}`;
  return whenCounted(cells, `IF(${isMet},${quoted(VERDICTS.met)},${quoted(VERDICTS['not-met'])})`, otherwise);
}

/** How many more it takes to meet the target; 0 when it is met. */
export function shortfallFormula(cells: TargetCells, { comparison }: Target): string {
  const product = `${cells.denominator}*${cells.percent}`;
  const needed = comparison === 'more-than' ? `INT(${product}/100)+1` : `INT((${product}+99)/100)`;
  return whenCounted(cells, `MAX(0,${needed}-${cells.numerator})`, NO_VALUE);
}
