import ExcelJS from 'exceljs';
import type { Round } from '../model/round.ts';
import type { Unit } from '../model/unit.ts';
import { finish } from './xlsx/finish.ts';
import { addGeneralSheet } from './xlsx/sheets/general.ts';
import { addIndicatorsSheet } from './xlsx/sheets/indicators.ts';
import { addOpinionsSheet } from './xlsx/sheets/opinions.ts';
import { addTasksSheet } from './xlsx/sheets/tasks.ts';
import { addStamp } from './xlsx/stamp.ts';
import { midnight } from './xlsx/validations.ts';

/**
 * The blank reporting form (biểu mẫu báo cáo) of one unit as an .xlsx: its own tasks and indicators only, nothing filled in but
 * its name, everything locked but the input cells. A sheet that would be empty is left out. Same round and unit, same bytes.
 */
export async function renderForm(round: Round, unit: Unit): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await addGeneralSheet(workbook, round, unit);
  await addTasksSheet(workbook, round, unit);
  await addIndicatorsSheet(workbook, round, unit);
  await addOpinionsSheet(workbook, round, unit);
  await addStamp(workbook, round, unit);
  return finish(workbook, midnight(round.period.from), 'locked');
}
