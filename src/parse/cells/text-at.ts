import { type CellRef, cellAddress, type Workbook } from '../../model/workbook.ts';
import { rawText } from './raw-text.ts';

/** What a person sees in the cell, with personal data masked; '' when it is blank or there is no such cell. */
export function textAt(workbook: Workbook, { sheet: name, address }: CellRef): string {
  const sheet = workbook.sheets.find((one) => one.name === name);
  for (const [row, cells] of sheet?.rows ?? []) {
    if (!address.endsWith(String(row + 1))) continue;
    for (const [column, cell] of cells) if (cellAddress(row, column) === address) return rawText(cell.value);
  }
  return '';
}
