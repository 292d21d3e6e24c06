import type { Cell, Sheet } from '../../model/workbook.ts';
import { refOf } from '../form/form-sheets.ts';
import { isScaledNote, type Scale } from '../cells/scaled-number.ts';

/** So many rows above a table may say how it counts; blank ones are not among them. */
const ROWS_ABOVE = 6;
const CELLS_IN_ROW = 60;

function textOf(cell: Cell | undefined): string {
  return cell?.value.kind === 'text' ? cell.value.text : '';
}

/** The line above the headings which says that a table counts in hundreds or thousands (`Đơn vị tính: trăm người`). */
export function scaleAbove(file: string, sheet: Sheet, headerRow: number, top = 0): Scale | undefined {
  const rows = [...sheet.rows].filter(([row]) => row < headerRow && row >= top).slice(-ROWS_ABOVE);
  for (const [row, cells] of rows.toReversed()) {
    const own = [...cells].slice(0, CELLS_IN_ROW);
    for (const [index, [column, cell]] of own.entries()) {
      const text = textOf(cell);
      const beside = textOf(own[index + 1]?.[1]);
      if (text === '' || !isScaledNote(text, beside)) continue;
      return {
        text: text.trimEnd().endsWith(':') ? `${text} ${beside}` : text,
        kind: 'note',
        ref: refOf(file, sheet, row, column),
      };
    }
  }
  return undefined;
}
