import { RETURN_SHEET, RETURN_TITLE } from '../../model/correction.ts';
import { cellAt, type Sheet, type Workbook } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';

const TITLE = matchKey(RETURN_TITLE);

/** Whether it is the list that the commune put in front of a workbook when it went back to its unit; copies have a number. */
function isReturnSheet(sheet: Sheet): boolean {
  if (matchKey(sheet.name.replace(/\s*\(\d+\)$/u, '')) !== matchKey(RETURN_SHEET)) return false;
  const title = cellAt(sheet, 0, 0)?.value;
  return title?.kind === 'text' && matchKey(title.text).startsWith(TITLE);
}

/** The workbook as its unit filled it in: what the commune wrote into it to say what to mend is no part of the report. */
export function withoutReturnSheet(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.filter((sheet) => !isReturnSheet(sheet));
  return sheets.length === workbook.sheets.length ? workbook : { ...workbook, sheets };
}
