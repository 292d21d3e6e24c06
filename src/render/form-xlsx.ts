import ExcelJS from 'exceljs';
import { type FormPrefill, NO_PREFILL } from '../model/prefill.ts';
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
 * The reporting form (biểu mẫu báo cáo) of one unit as an .xlsx: its own tasks and indicators only, nothing filled in but its name
 * and what `prefill` says, everything locked but the input cells. A sheet that would be empty is left out. Same input, same bytes.
 */
export async function renderForm(round: Round, unit: Unit, prefill: FormPrefill = NO_PREFILL): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await addGeneralSheet(workbook, round, unit, prefill);
  await addTasksSheet(workbook, round, unit, prefill);
  await addIndicatorsSheet(workbook, round, unit, prefill);
  await addOpinionsSheet(workbook, round, unit, prefill);
  await addStamp(workbook, round, unit);
  return finish(workbook, midnight(round.period.from), 'locked');
}
