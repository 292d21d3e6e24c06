import type { Workbook } from 'exceljs';
import type { Round } from '../../model/round.ts';
import { STAMP_SHEET } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import { cleanText } from './cells.ts';

/** Raised when the form's layout changes so much that older forms need to be read differently. */
const SCHEMA = '1';

/** Writes the marks by which a filled-in form is recognised: which directive, period and unit. All of them text. */
export async function addStamp(workbook: Workbook, { directive, period }: Round, unit: Unit): Promise<void> {
  // Shown by no menu of a spreadsheet program.
  const sheet = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  const marks: readonly (readonly [string, string])[] = [
    ['schema', SCHEMA],
    ['directive', directive.id],
    ['version', String(directive.version)],
    ['period', period.id],
    ['from', period.from],
    ['to', period.to],
    ['due', `${period.due.kind} ${period.due.date}`],
    ['unit', unit.id],
    ['unit-name', unit.name],
    ['unit-type', unit.type],
  ];
  marks.forEach(([key, text], index) => {
    sheet.getCell(index + 1, 1).value = key;
    const cell = sheet.getCell(index + 1, 2);
    cell.value = cleanText(text);
    cell.numFmt = '@';
  });
  await sheet.protect('', {});
}
