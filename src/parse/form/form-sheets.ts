import type { Form, FormSheetId } from '../../model/directive.ts';
import type { CellRef, Sheet, Workbook } from '../../model/workbook.ts';
import { cellAddress } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';
import { isStampSheet } from './stamp.ts';

/** The sheet with that name or alias. */
export function namedSheet(workbook: Workbook, names: readonly string[]): Sheet | undefined {
  const keys = new Set(names.map(matchKey));
  return workbook.sheets.find((sheet) => !isStampSheet(sheet) && keys.has(matchKey(sheet.name)));
}

/** The names a sheet of the form goes by, the form's own first. */
export function namesOf(form: Form, id: FormSheetId): readonly string[] {
  const { name, aliases } = form.sheets[id];
  return [name, ...aliases];
}

/** All sheets but the form's own hidden one, the most likely first: the named one, then the visible, then the hidden ones. */
export function likelySheets(workbook: Workbook, names: readonly string[]): readonly Sheet[] {
  const named = namedSheet(workbook, names);
  const others = workbook.sheets.filter((sheet) => sheet !== named && !isStampSheet(sheet));
  const visible = others.filter(({ isHidden }) => !isHidden);
  const hidden = others.filter(({ isHidden }) => isHidden);
  return [...(named === undefined ? [] : [named]), ...visible, ...hidden];
}

/** The address of a cell of that file, zero-based row and column. */
export function refOf(file: string, sheet: Sheet, row: number, column: number): CellRef {
  return { file, sheet: sheet.name, address: cellAddress(row, column) };
}
