import ExcelJS from 'exceljs';
import type { UnitType } from '../model/directive.ts';
import type { Unit } from '../model/unit.ts';
import { finish } from './xlsx/finish.ts';
import { addRegisterGuide } from './xlsx/sheets/register-guide.ts';
import { addMergersSheet } from './xlsx/sheets/register-mergers.ts';
import { addUnitsSheet } from './xlsx/sheets/register.ts';
import { midnight } from './xlsx/validations.ts';

/** The date in the file's properties: the register belongs to no period, and nothing here reads the clock. */
const FILE_DAY = '2025-01-01';

/**
 * The unit register (danh sách đơn vị) as an .xlsx for the clerk: the units given, none as a rule, a blank sheet for units that
 * were merged, and one that explains the columns. Free to edit; the types are chosen from the directive's.
 */
export function renderRegister(unitTypes: readonly UnitType[], units: readonly Unit[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  addUnitsSheet(workbook, units, unitTypes);
  addMergersSheet(workbook);
  addRegisterGuide(
    workbook,
    unitTypes.map(({ name }) => name),
  );
  return finish(workbook, midnight(FILE_DAY), 'free');
}
