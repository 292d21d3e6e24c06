import type { Workbook } from 'exceljs';
import type { FormPrefill } from '../../../model/prefill.ts';
import type { Round } from '../../../model/round.ts';
import type { Unit } from '../../../model/unit.ts';
import { writeLines, writeRow } from '../cells.ts';
import { footOf, writeSheetHead } from '../sheet-head.ts';
import { addPage, lock, setPrintRows } from '../sheet-setup.ts';
import { STYLES } from '../styles.ts';

const WIDTHS = [22, 40, 20];
/** Room for about fourteen lines, typed or by hand; two of them fill most of a page. */
const OPINION_HEIGHT = 230;

/** The sheet for free text: the label in column A, the input from column B on, the guidance above them. */
export async function addOpinionsSheet(
  workbook: Workbook,
  round: Round,
  unit: Unit,
  prefill: FormPrefill,
): Promise<void> {
  const { form } = round.directive;
  const { name } = form.sheets.opinions;
  const foot = footOf(round, unit);
  const sheet = addPage(workbook, { name, orientation: 'portrait', widths: WIDTHS, foot });
  const howTo =
    'Chỉ nhập vào các ô nền vàng nhạt; không có nội dung thì để trống. Nhấn Alt+Enter để xuống dòng trong ô.';
  let row = writeSheetHead(sheet, round, unit, { name, columns: WIDTHS.length, howTo: [howTo] });
  for (const { id, label, guidance } of form.opinions) {
    if (guidance !== '') row = writeLines(sheet, row, WIDTHS.length, [{ text: guidance, look: 'remark' }]);
    const text = prefill.opinions.get(id) ?? '';
    const input = { text, style: STYLES.inputText, columns: WIDTHS.length - 1 };
    writeRow(sheet, row, [{ text: label, style: STYLES.label }, input], OPINION_HEIGHT);
    row += 1;
  }
  setPrintRows(sheet, { last: row - 1 });
  await lock(sheet);
}
