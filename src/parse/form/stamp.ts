import { STAMP_SHEET, type FormStamp } from '../../model/submission.ts';
import { cellAt, type Sheet, type Workbook } from '../../model/workbook.ts';
import { rawText } from '../cells/raw-text.ts';

/** Whether the sheet is the form's own and holds nothing that a unit wrote. */
export function isStampSheet({ name }: Sheet): boolean {
  return name.toLowerCase() === STAMP_SHEET;
}

/** The hidden marks of a generated form, or undefined when the sheet is gone or says nothing of directive and unit. */
export function readStamp(workbook: Workbook): FormStamp | undefined {
  const sheet = workbook.sheets.find(isStampSheet);
  if (sheet === undefined) return undefined;
  const marks = new Map<string, string>();
  for (const row of sheet.rows.keys()) {
    const [key, value] = [cellAt(sheet, row, 0), cellAt(sheet, row, 1)];
    if (key !== undefined && value !== undefined) marks.set(rawText(key.value), rawText(value.value));
  }
  const mark = (key: string): string => marks.get(key) ?? '';
  if (mark('directive') === '' && mark('unit') === '') return undefined;
  return {
    directive: mark('directive'),
    version: mark('version'),
    period: mark('period'),
    from: mark('from'),
    to: mark('to'),
    due: mark('due'),
    unit: mark('unit'),
    unitName: mark('unit-name'),
    unitType: mark('unit-type'),
  };
}
