import type { Diagnostic } from '../../model/diagnostic.ts';
import { numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import { placeText } from '../wording.ts';

/** Everything that an error keeps out of the figures, with its place and the reason. */
export const leftOutValues: GeneratedTable = {
  name: 'left-out-values',
  compose: ({ leftOut, accepted }, names) => {
    const reasons = new Map(accepted.map(({ diagnostic, reason }) => [diagnostic, reason]));
    const reasonOf = (diagnostic: Diagnostic): string => {
      const reason = reasons.get(diagnostic);
      return reason === undefined ? diagnostic.message : `${diagnostic.message}. Xã chấp nhận: ${reason}`;
    };
    const rows = leftOut
      .filter(({ diagnostic }) => diagnostic.location.kind !== 'unit')
      .map(({ unit, diagnostic }) => [
        unit === undefined ? 'Chưa xác định' : names.titled(unit),
        placeText(diagnostic.location),
        reasonOf(diagnostic),
      ]);
    return tableOf([ROW_NUMBER, words('Đơn vị', 22), words('Vị trí', 30), words('Lý do', 42)], numberedRows(rows));
  },
};
