import type { Workbook } from '../../src/model/workbook.ts';
import { aFilledForm, STAMP, TASK_HEADER } from './a-filled-form.ts';

/** What a file says of whose report it is. */
export interface Clues {
  readonly file?: string;
  readonly name?: string;
  readonly stamp?: Readonly<Record<string, string>> | null;
}

/** A blank form that says no more of its unit than these clues. */
export function aFormOf({ file = 'baocao.xlsx', name = '', stamp = null }: Clues): Workbook {
  return aFilledForm({ file, stamp, general: [['Tên đơn vị', name]], tasks: [TASK_HEADER] });
}

/** The sample form's hidden marks with others in their place. */
export function stamped(marks: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...STAMP, ...marks };
}

/** The cell of the unit's name in such a form. */
export const NAME_CELL = 'Thông tin chung!B1';
