import type { Sheet } from '../model/workbook.ts';

/** Two sheets of one name would be one to whoever looks for it: then all keep the names they have in the file. */
export function withDistinctNames(sheets: readonly Sheet[], originals: readonly Sheet[]): readonly Sheet[] {
  if (new Set(sheets.map(({ name }) => name)).size === sheets.length) return sheets;
  return sheets.map((sheet, index) => ({ ...sheet, name: originals[index]?.name ?? sheet.name }));
}
