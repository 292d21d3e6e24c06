import type { ReportingPeriod } from '../../model/period.ts';
import { plainDate } from '../../model/plain-date.ts';
import type { CellRef, Sheet, Workbook } from '../../model/workbook.ts';
import { remembered } from '../../vi/remembered.ts';
import { readTypedDate } from '../../vi/typed-date.ts';
import { refOf } from '../form/form-sheets.ts';
import { addSign, NO_SIGNS, signOf, type NumberEvidence, type NumberSigns } from './number-evidence.ts';
import { isStampSheet } from '../form/stamp.ts';

/** What the rest of the file, the register and the round tell about one cell. */
export interface CellEvidence {
  readonly numbers: NumberEvidence;
  /** A cell with a date that can only be read month first; undefined when the file has none. */
  readonly monthFirst: CellRef | undefined;
  /** For suggestions and to tell a date that lost its format; undefined where no period is at stake. */
  readonly period: Pick<ReportingPeriod, 'from' | 'to'> | undefined;
}

/** What a file tells about its cells. */
export interface FileEvidence {
  /** About a cell of that column; without a column, about a field that stands beside its label. */
  readonly at: (sheet?: Sheet, column?: number) => CellEvidence;
}

/** Longer texts hold no single date; in characters. */
const LONGEST_DATE = 40;

/** `11/25/2025`: there is no month 25. */
const isMonthFirst = remembered((text) => {
  const typed = readTypedDate(text);
  if (typed.kind !== 'day' || !typed.isSwappable || typed.month <= 12) return false;
  return plainDate(typed.year, typed.day, typed.month) !== undefined;
});

interface Columns {
  readonly file: NumberSigns;
  readonly columns: ReadonlyMap<Sheet, ReadonlyMap<number, NumberSigns>>;
}

/** The texts of the workbook in order, the form's own hidden sheet excepted. */
function* textsOf(workbook: Workbook): Generator<{ sheet: Sheet; row: number; column: number; text: string }> {
  for (const sheet of workbook.sheets.filter((candidate) => !isStampSheet(candidate))) {
    for (const [row, cells] of sheet.rows) {
      for (const [column, { value }] of cells) {
        if (value.kind === 'text') yield { sheet, row, column, text: value.text };
      }
    }
  }
}

function numberSigns(workbook: Workbook, known: ReadonlySet<number>): Columns {
  const columns = new Map<Sheet, Map<number, NumberSigns>>();
  let file = NO_SIGNS;
  for (const { sheet, row, column, text } of textsOf(workbook)) {
    const sign = signOf(text, known);
    if (sign === undefined) continue;
    const ref = refOf(workbook.file, sheet, row, column);
    const ofSheet = columns.get(sheet) ?? new Map<number, NumberSigns>();
    columns.set(sheet, ofSheet.set(column, addSign(ofSheet.get(column) ?? NO_SIGNS, sign, ref)));
    if (!sign.isWeak) file = addSign(file, sign, ref);
  }
  return { file, columns };
}

function firstMonthFirst(workbook: Workbook): CellRef | undefined {
  for (const { sheet, row, column, text } of textsOf(workbook)) {
    if (text.length <= LONGEST_DATE && isMonthFirst(text)) return refOf(workbook.file, sheet, row, column);
  }
  return undefined;
}

/**
 * Looks through all texts of the file for how numbers and dates are written in it. `known` is what the register says of the
 * unit (adults, households); `period` is that of the round.
 */
export function fileEvidence(
  workbook: Workbook,
  { known, period }: { readonly known: readonly number[]; readonly period: CellEvidence['period'] },
): FileEvidence {
  const knownCounts = new Set(known);
  const { file, columns } = numberSigns(workbook, knownCounts);
  const monthFirst = firstMonthFirst(workbook);
  const ofColumn = (sheet: Sheet | undefined, column: number | undefined): NumberSigns | undefined =>
    sheet === undefined || column === undefined ? undefined : columns.get(sheet)?.get(column);
  return {
    at: (sheet, column) => ({
      numbers: { column: ofColumn(sheet, column) ?? NO_SIGNS, file, known: knownCounts },
      monthFirst,
      period,
    }),
  };
}
