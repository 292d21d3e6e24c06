import { fileText, NO_VALUE, CONFLICTING, RECEIPT_STATUSES } from '../wording.ts';
import { unitsToRemind as owing } from '../context-reporting.ts';
import { numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';

/** The units that owe a usable report, and what has come from them. */
export const unitsToRemind: GeneratedTable = {
  name: 'units-to-remind',
  compose: (model, names) => {
    const rows = owing(model).map(({ unit, unitType, status, files, isConflicting }) => [
      names.titled(unit),
      unitType.name,
      isConflicting ? CONFLICTING : RECEIPT_STATUSES[status],
      files.length === 0 ? NO_VALUE : files.map(fileText).join('; '),
    ]);
    const columns = [
      ROW_NUMBER,
      words('Đơn vị', 32),
      words('Loại đơn vị', 20),
      words('Tình trạng', 24),
      words('Tệp đã nhận', 24),
    ];
    return tableOf(columns, numberedRows(rows));
  },
};
