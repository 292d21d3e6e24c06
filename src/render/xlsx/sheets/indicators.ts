import type { Workbook, Worksheet } from 'exceljs';
import type { Indicator, IndicatorColumnId } from '../../../model/directive.ts';
import { indicatorsOf } from '../../../model/directive.ts';
import type { FormPrefill } from '../../../model/prefill.ts';
import type { Round } from '../../../model/round.ts';
import type { Unit } from '../../../model/unit.ts';
import { countSign } from '../../../vi/count-words.ts';
import { type CellPlan, writeRow } from '../cells.ts';
import { indicatorGuidance } from '../guidance.ts';
import { columnGuidance, footOf, writeSheetHead, writeHeadings } from '../sheet-head.ts';
import { addPage, lock, setPrintRows } from '../sheet-setup.ts';
import { CONFLICT_FILL, STYLES } from '../styles.ts';
import { wholeNumber } from '../validations.ts';

const WIDTHS: Readonly<Record<IndicatorColumnId, number>> = { code: 7, title: 46, counts: 9, value: 9, note: 11 };
/** Room for a number by hand. */
const INDICATOR_HEIGHT = 24;

type AddressOf = (indicator: string) => string | undefined;

/** The formula of a computed indicator; it shows nothing until the numbers it needs are there, never an error value. */
function formulaOf({ computed }: Indicator, addressOf: AddressOf): string | undefined {
  switch (computed?.kind) {
    case undefined:
      return undefined;
    case 'percent': {
      const numerator = addressOf(computed.numerator);
      const denominator = addressOf(computed.denominator);
      if (numerator === undefined || denominator === undefined) return undefined;
      return `IF(AND(N(${denominator})>0,COUNT(${numerator})=1),${numerator}/${denominator},"")`;
    }
    case 'sum': {
      const cells = computed.of.flatMap((id) => addressOf(id) ?? []).join(',');
      return cells === '' ? undefined : `IF(COUNT(${cells})=0,"",SUM(${cells}))`;
    }
  }
}

function planOf(column: IndicatorColumnId, indicator: Indicator, guidance: string, note: string): CellPlan {
  switch (column) {
    case 'code':
      return { text: indicator.code, style: STYLES.code };
    case 'title':
      return { text: indicator.title, guidance, style: STYLES.text };
    case 'counts':
      return { text: countSign(indicator.counts), style: STYLES.counts };
    case 'value':
      if (indicator.computed === undefined) return { style: STYLES.inputCount };
      return { style: { ...STYLES.computed, numFmt: indicator.computed.kind === 'percent' ? '0.0%' : '#,##0' } };
    case 'note':
      return note === '' ? { style: STYLES.inputText } : { text: note, style: STYLES.inputText };
  }
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
function markConflicts(sheet: Worksheet, { relations }: Round['directive'], addressOf: AddressOf): void {
  relations.parts.forEach(({ part, whole }, index) => {
    const [small, great] = [addressOf(part), addressOf(whole)];
    if (small === undefined || great === undefined) return;
    const formulae = [`AND(COUNT(${small},${great})=2,${small}>${great})`];
    sheet.addConditionalFormatting({
      ref: small,
      rules: [{ type: 'expression', priority: index + 1, formulae, style: { fill: CONFLICT_FILL } }],
    });
  });
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
  const { sheets, indicatorColumns } = directive.form;
  const sheet = addPage(workbook, {
    name: sheets.indicators.name,
    orientation: 'portrait',
    widths: indicatorColumns.map(({ id }) => WIDTHS[id]),
    foot: footOf(round, unit),
  });
  const { name } = sheets.indicators;
  const headingRow = writeSheetHead(sheet, round, unit, {
    name,
    columns: indicatorColumns.length,
    howTo: howTo(directive, asked),
  });
  writeHeadings(sheet, headingRow, indicatorColumns);
  const first = headingRow + 1;
  const valueColumn = indicatorColumns.findIndex(({ id }) => id === 'value') + 1;
  const addressOf: AddressOf = (indicator) => {
    const index = asked.findIndex(({ id }) => id === indicator);
    return index === -1 ? undefined : sheet.getCell(first + index, valueColumn).address;
  };
  asked.forEach((indicator, index) => {
    const guidance = indicatorGuidance(indicator, asked, directive, unit);
    const row = first + index;
    const filled = prefill.indicators.get(indicator.id);
    writeRow(
      sheet,
      row,
      indicatorColumns.map(({ id }) => planOf(id, indicator, guidance, filled?.note ?? '')),
      INDICATOR_HEIGHT,
    );
    const cell = sheet.getCell(row, valueColumn);
    const formula = formulaOf(indicator, addressOf);
    if (formula !== undefined) cell.value = { formula, result: '', date1904: false };
    if (indicator.computed === undefined) {
      cell.dataValidation = wholeNumber();
      if (filled?.value !== undefined) cell.value = filled.value;
    }
  });
  markConflicts(sheet, directive, addressOf);
  setPrintRows(sheet, { last: first + asked.length - 1, repeated: [headingRow, headingRow] });
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false, zoomScale: 100 }];
  await lock(sheet);
}
