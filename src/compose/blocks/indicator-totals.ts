import type { TableRow } from '../../model/document.ts';
import type { ReportModel, Total } from '../../model/report.ts';
import { countSign } from '../../vi/count-words.ts';
import { formatInteger } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { cellRemarks, remarkOnSum } from '../findings-at.ts';
import {
  figures,
  marks,
  noteOf,
  plainRow,
  ROW_NUMBER,
  tableOf,
  words,
  type GeneratedTable,
} from '../generated-table.ts';
import { ownTotals } from '../totals.ts';
import { NO_VALUE } from '../wording.ts';

/** The column of the sum. */
const SUM = 3;

function rowOf(total: Total, index: number, model: ReportModel): TableRow {
  const { title, counts, value, countedUnitCount, expectedUnitCount, parts } = total;
  const row = plainRow([
    String(index + 1),
    title,
    countSign(counts),
    countedUnitCount === 0 ? NO_VALUE : formatInteger(value),
    `${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)}`,
  ]);
  const found = remarkOnSum(
    model,
    parts.map(({ cell }) => cell.ref),
  );
  return { ...row, ...cellRemarks(new Map([[SUM, found]])) };
}

/** The sum of each indicator over one unit type, with the number of units it comes from; never over several types. */
export const indicatorTotals: GeneratedTable = {
  name: 'indicator-totals',
  compose: (model) => {
    const totals = ownTotals(model);
    const types = new Map(totals.map(({ unitType }) => [unitType.id, unitType]));
    const rows = [...types.values()].flatMap((type) => {
      const own = totals.filter(({ unitType }) => unitType.id === type.id);
      const band: TableRow = { cells: [capitalize(type.plural)], emphasis: 'band' };
      return [band, ...own.map((total, index) => rowOf(total, index, model))];
    });
    const columns = [
      ROW_NUMBER,
      words('Chỉ tiêu', 46),
      marks('Đơn vị tính', 14),
      figures('Tổng số', 14),
      marks('Số đơn vị có số liệu', 20),
    ];
    const dash = `Ghi chú: Dấu “${NO_VALUE}” nghĩa là chưa có đơn vị nào có số liệu, không phải bằng 0.`;
    const hasDash = rows.some(({ cells }) => cells.includes(NO_VALUE));
    return [...tableOf(columns, rows), ...(hasDash ? [noteOf(dash)] : [])];
  },
};
