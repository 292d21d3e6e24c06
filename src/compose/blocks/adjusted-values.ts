import { countOf } from '../../model/adjust.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { marks, numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import { NO_VALUE, placeText } from '../wording.ts';

/** What the unit wrote: a number like the one beside it, anything else as it stands in the cell. */
function writtenText(raw: string): string {
  if (raw === '') return NO_VALUE;
  const masked = maskPersonalData(raw);
  const count = masked === raw ? countOf(raw) : undefined;
  return count === undefined ? masked : formatInteger(count);
}

/** The numbers that are others than the units' files say, with the reason. */
export const adjustedValues: GeneratedTable = {
  name: 'adjusted-values',
  compose: ({ adjusted }, names) => {
    const rows = adjusted.map(({ unit, indicator, cell: { value, raw, ref, adjustment } }) => [
      names.titled(unit),
      `${indicator.code} (${placeText({ kind: 'cell', ref })})`,
      writtenText(raw),
      formatInteger(value),
      `${adjustment.reason} (${adjustment.by}, ngày ${formatDate(adjustment.adjustedOn)})`,
    ]);
    const columns = [
      ROW_NUMBER,
      words('Đơn vị', 20),
      words('Chỉ tiêu, vị trí', 26),
      marks('Đơn vị ghi', 12),
      marks('Điều chỉnh thành', 14),
      words('Lý do', 28),
    ];
    return tableOf(columns, numberedRows(rows));
  },
};
