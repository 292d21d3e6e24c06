import { cellAddress, type CellValue, type Sheet } from '../../src/model/workbook.ts';

/** A value as short text: `412`, `45966 ngày`, `0.5 %`, `"chữ"`, `true`, `#REF!`, `chưa tính`. */
export function printValue(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text);
    case 'number':
      return `${Number(value.number.toFixed(4))}${value.isDate ? ' ngày' : ''}${value.isPercent ? ' %' : ''}`;
    case 'boolean':
      return String(value.boolean);
    case 'error':
      return value.code;
    case 'uncomputed':
      return 'chưa tính';
  }
}

/** The sheet's cells in order, one line each: `B2 = 824`, where `=` marks a formula and `(.VnTime)` an old font. */
export function printSheet(sheet: Sheet): readonly string[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].map(([column, { value, isFormula, legacyFont }]) => {
      const font = legacyFont === undefined ? '' : ` (${legacyFont})`;
      return `${cellAddress(row, column)} ${isFormula ? '= ' : ''}${printValue(value)}${font}`;
    }),
  );
}
