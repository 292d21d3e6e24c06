import { numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import { placeText } from '../wording.ts';

/** Everything that an error keeps out of the figures, with its place and the reason. */
export const leftOutValues: GeneratedTable = {
  name: 'left-out-values',
  compose: ({ leftOut }, names) => {
    const rows = leftOut
      .filter(({ diagnostic }) => diagnostic.location.kind !== 'unit')
      .map(({ unit, diagnostic }) => [
        unit === undefined ? 'Chưa xác định' : names.titled(unit),
        placeText(diagnostic.location),
        diagnostic.message,
      ]);
    return tableOf([ROW_NUMBER, words('Đơn vị', 22), words('Vị trí', 30), words('Lý do', 42)], numberedRows(rows));
  },
};
