import { isException } from '../context-reporting.ts';
import { marks, numberedRows, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import { CONFLICTING, fileText, NO_VALUE, RECEIPT_STATUSES, receivedText } from '../wording.ts';

/** Units that are late, missing, undated or whose files cannot be used, then files of no known unit. */
export const unitExceptions: GeneratedTable = {
  name: 'unit-exceptions',
  compose: ({ units, strays, accepted }, names) => {
    const missing = new Map(
      accepted.flatMap(({ diagnostic: { location }, reason }) =>
        location.kind === 'unit' ? [[location.unit, reason] as const] : [],
      ),
    );
    const rows = units.filter(isException).map((outcome) => {
      const { unit, unitType, status, acceptedLate, files } = outcome;
      const reason = missing.get(unit.id) ?? acceptedLate;
      const why = reason === undefined ? '' : `. Xã chấp nhận: ${reason}`;
      const state = `${outcome.isConflicting ? CONFLICTING : RECEIPT_STATUSES[status]}${why}`;
      return [
        names.titled(unit),
        unitType.name,
        state,
        receivedText(outcome) ?? NO_VALUE,
        files.length === 0 ? NO_VALUE : files.map(fileText).join('; '),
      ];
    });
    const unknown = strays.map(({ file }) => [
      'Chưa xác định',
      NO_VALUE,
      'Tệp chưa xác định được đơn vị gửi',
      NO_VALUE,
      fileText(file),
    ]);
    const columns = [
      ROW_NUMBER,
      words('Đơn vị', 26),
      words('Loại đơn vị', 16),
      words('Tình trạng', 22),
      marks('Ngày nhận báo cáo', 16),
      words('Tệp đã nhận', 26),
    ];
    return tableOf(columns, numberedRows([...rows, ...unknown]));
  },
};
