import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { Indicator, IndicatorColumnId } from '../../../model/directive.ts';
import { indicatorsOf } from '../../../model/directive.ts';
import type { FormPrefill, IndicatorPrefill } from '../../../model/prefill.ts';
import type { Round } from '../../../model/round.ts';
import type { Unit } from '../../../model/unit.ts';
import { countSign } from '../../../vi/count-words.ts';
import { type CellPlan, cleanText, writeRow } from '../cells.ts';
import { indicatorGuidance } from '../guidance.ts';
import { indicatorFormula, type NumberCells } from '../indicator-formulas.ts';
import { previousValues, type PreviousValues } from '../previous-values.ts';
import { columnGuidance, footOf, writeSheetHead, writeHeadings } from '../sheet-head.ts';
import { addPage, lock, setPrintRows } from '../sheet-setup.ts';
import { CONFLICT_FILL, STYLES } from '../styles.ts';
import { UNCHANGED_WORDS, wholeNumber, wholeNumberOrUnchanged } from '../validations.ts';

/** The columns of the directive's form, and the one that the program adds when it knows the round before. */
type ColumnId = IndicatorColumnId | 'previous';

const WIDTHS: Readonly<Record<IndicatorColumnId, number>> = { code: 7, title: 46, counts: 9, value: 9, note: 11 };
/** With the numbers of the round before; “giữ nguyên” fits into the cell for the number. */
const WIDTHS_WITH_PREVIOUS: Readonly<Record<ColumnId, number>> = {
  code: 7,
  title: 35,
  counts: 8,
  previous: 10,
  value: 11,
  note: 11,
};
/** Room for a number by hand. */
const INDICATOR_HEIGHT = 24;

function numberStyle(style: CellPlan['style'], { computed }: Indicator): CellPlan['style'] {
  return { ...style, numFmt: computed?.kind === 'percent' ? '0.0%' : '#,##0' };
}

function planOf(column: ColumnId, indicator: Indicator, guidance: string, note: string): CellPlan {
  switch (column) {
    case 'previous':
      return { style: numberStyle(STYLES.previous, indicator) };
    case 'code':
      return { text: indicator.code, style: STYLES.code };
    case 'title':
      return { text: indicator.title, guidance, style: STYLES.text };
    case 'counts':
      return { text: countSign(indicator.counts), style: STYLES.counts };
    case 'value':
      if (indicator.computed === undefined) return { style: STYLES.inputCount };
      return { style: numberStyle(STYLES.computed, indicator) };
    case 'note':
      return note === '' ? { style: STYLES.inputText } : { text: note, style: STYLES.inputText };
  }
}

/** What the column of the round before is for, and how to say that a number is still the same. */
function howToKeep(previous: PreviousValues | undefined, asked: readonly Indicator[]): readonly string[] {
  if (previous === undefined) return [];
  const column = `Cột “${previous.heading}” chỉ để đối chiếu, không phải số của kỳ này.`;
  return [
    asked.some(previous.mayKeep)
      ? `${column} Ô nào hướng dẫn “${UNCHANGED_WORDS}” thì được ghi chữ đó thay cho con số.`
      : column,
  ];
}

function howTo({ form, relations }: Round['directive'], asked: readonly Indicator[]): readonly string[] {
  const isAsked = (indicator: string): boolean => asked.some(({ id }) => id === indicator);
  const hasConflicts = relations.parts.some(({ part, whole }) => isAsked(part) && isAsked(whole));
  const inputs = 'Chỉ nhập vào các ô nền vàng nhạt.';
  return [
    hasConflicts ? `${inputs} Ô chuyển nền đỏ nhạt là số chưa hợp lý, cần xem lại.` : inputs,
    ...columnGuidance(form.indicatorColumns),
  ];
}

/** A part that is greater than its whole turns red while it is being typed. */
function markConflicts(sheet: Worksheet, { relations }: Round['directive'], cellOf: NumberCells): void {
  relations.parts.forEach(({ part, whole }, index) => {
    const [small, great] = [cellOf(part)?.address, cellOf(whole)?.address];
    if (small === undefined || great === undefined) return;
    const formulae = [`AND(COUNT(${small},${great})=2,${small}>${great})`];
    sheet.addConditionalFormatting({
      ref: small,
      rules: [{ type: 'expression', priority: index + 1, formulae, style: { fill: CONFLICT_FILL } }],
    });
  });
}

/** A column of the sheet with its heading. */
interface SheetColumn {
  readonly id: ColumnId;
  readonly heading: string;
}

/** The directive's columns; the numbers of the round before stand left of where the new ones go. */
function columnsOf({ form }: Round['directive'], previous: PreviousValues | undefined): readonly SheetColumn[] {
  return form.indicatorColumns.flatMap(({ id, heading }): readonly SheetColumn[] => [
    ...(id === 'value' && previous !== undefined ? [{ id: 'previous' as const, heading: previous.heading }] : []),
    { id, heading },
  ]);
}

/** What the rows of the sheet share. */
interface IndicatorTable {
  readonly sheet: Worksheet;
  readonly columns: readonly SheetColumn[];
  readonly asked: readonly Indicator[];
  readonly numberOf: NumberCells;
  readonly previous: PreviousValues | undefined;
}

function writeIndicator(
  { sheet, columns, asked, numberOf, previous }: IndicatorTable,
  row: number,
  indicator: Indicator,
  {
    round,
    unit,
    filled,
  }: { readonly round: Round; readonly unit: Unit; readonly filled: IndicatorPrefill | undefined },
): void {
  const guidance = indicatorGuidance(indicator, asked, round.directive, unit, previous);
  const plans = columns.map(({ id }) => planOf(id, indicator, guidance, filled?.note ?? ''));
  writeRow(sheet, row, plans, INDICATOR_HEIGHT);
  const cellOf = (column: ColumnId): Cell => sheet.getCell(row, columns.findIndex(({ id }) => id === column) + 1);
  const before = previous?.valueOf(indicator);
  if (before !== undefined) cellOf('previous').value = before;
  const cell = cellOf('value');
  const formula = indicatorFormula(indicator, numberOf);
  if (formula !== undefined) cell.value = { formula, result: '', date1904: false };
  if (indicator.computed !== undefined) return;
  cell.dataValidation = previous?.mayKeep(indicator) === true ? wholeNumberOrUnchanged(cell.address) : wholeNumber();
  if (filled?.value !== undefined) cell.value = filled.words === '' ? filled.value : cleanText(filled.words);
}

/** The sheet with one row for each number the unit is asked for. None when it is asked for none. */
export async function addIndicatorsSheet(
  workbook: Workbook,
  round: Round,
  unit: Unit,
  prefill: FormPrefill,
): Promise<void> {
  const { directive } = round;
  const asked = indicatorsOf(directive, unit.type);
  if (asked.length === 0) return;
  const { name } = directive.form.sheets.indicators;
  const previous = previousValues(round, unit);
  const columns = columnsOf(directive, previous);
  const widths: Readonly<Record<ColumnId, number>> =
    previous === undefined ? { ...WIDTHS, previous: 0 } : WIDTHS_WITH_PREVIOUS;
  const sheet = addPage(workbook, {
    name,
    orientation: 'portrait',
    widths: columns.map(({ id }) => widths[id]),
    foot: footOf(round, unit),
  });
  const headingRow = writeSheetHead(sheet, round, unit, {
    name,
    columns: columns.length,
    howTo: [...howToKeep(previous, asked), ...howTo(directive, asked)],
  });
  writeHeadings(sheet, headingRow, columns);
  const first = headingRow + 1;
  const addressIn = (column: ColumnId, row: number): string =>
    sheet.getCell(row, columns.findIndex(({ id }) => id === column) + 1).address;
  const numberOf: NumberCells = (indicator) => {
    const [row, found] = [
      first + asked.findIndex(({ id }) => id === indicator),
      asked.find(({ id }) => id === indicator),
    ];
    if (found === undefined) return undefined;
    const kept = previous?.mayKeep(found) === true ? addressIn('previous', row) : undefined;
    return { address: addressIn('value', row), kept };
  };
  const table = { sheet, columns, asked, numberOf, previous };
  asked.forEach((indicator, index) => {
    writeIndicator(table, first + index, indicator, { round, unit, filled: prefill.indicators.get(indicator.id) });
  });
  markConflicts(sheet, directive, numberOf);
  setPrintRows(sheet, { last: first + asked.length - 1, repeated: [headingRow, headingRow] });
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false, zoomScale: 100 }];
  await lock(sheet);
}
