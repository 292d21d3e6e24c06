import { numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import { leftOutRows } from '../left-out-rows.ts';

/** Everything that an error keeps out of the figures, with its place and the reason. */
export const leftOutValues: GeneratedTable = {
  name: 'left-out-values',
  compose: (model, names) => {
    const rows = leftOutRows(model, names).map(({ title, place, reason }) => [title, place, reason]);
    return tableOf([ROW_NUMBER, words('Đơn vị', 22), words('Vị trí', 30), words('Lý do', 42)], numberedRows(rows));
  },
};
