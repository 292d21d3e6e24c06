import { isComplete } from '../../model/standing.ts';
import type { ReportModel, UnitOutcome } from '../../model/report.ts';
import type { Round } from '../../model/round.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { RECEIPT_WORDS } from '../../vi/receipt-words.ts';
import { csvText, type CsvCell } from './csv-text.ts';

/** A column: its heading, which docs/validate-json.md promises to keep, and what stands in it. */
interface Column {
  readonly heading: string;
  readonly cell: (outcome: UnitOutcome, round: Round) => CsvCell;
}

function yesNo(value: boolean): string {
  return value ? 'có' : 'không';
}

function receiptSource({ receivedBy }: UnitOutcome): string | undefined {
  if (receivedBy === undefined) return undefined;
  return receivedBy === 'ledger' ? 'sổ tiếp nhận' : 'ngày ghi trên báo cáo';
}

const COLUMNS: readonly Column[] = [
  { heading: 'Kỳ', cell: (_, { period }) => period.id },
  { heading: 'Ngày chốt', cell: (_, { asOf }) => asOf },
  { heading: 'Mã', cell: ({ unit }) => unit.id },
  { heading: 'Đơn vị', cell: ({ unit }) => unit.name },
  { heading: 'Loại', cell: ({ unitType }) => unitType.name },
  { heading: 'Phải báo cáo', cell: ({ unitType }) => yesNo(unitType.mustReport) },
  { heading: 'Tình trạng', cell: ({ status }) => RECEIPT_WORDS[status] },
  { heading: 'Ngày nhận', cell: ({ receivedOn }) => receivedOn },
  { heading: 'Căn cứ ngày nhận', cell: receiptSource },
  {
    heading: 'Lý do chấp nhận nộp muộn',
    cell: ({ acceptedLate }) => (acceptedLate === undefined ? undefined : maskPersonalData(acceptedLate)),
  },
  { heading: 'Được tính', cell: ({ isCounted }) => yesNo(isCounted) },
  { heading: 'Đầy đủ', cell: (outcome) => yesNo(isComplete(outcome)) },
  { heading: 'Nhiệm vụ được giao', cell: ({ assignedTaskCount }) => assignedTaskCount },
  { heading: 'Nhiệm vụ đã trả lời', cell: ({ answeredTaskCount }) => answeredTaskCount },
  { heading: 'Nhiệm vụ hoàn thành', cell: ({ completedTaskCount }) => completedTaskCount },
  { heading: 'Lỗi', cell: ({ errorCount }) => errorCount },
  { heading: 'Cảnh báo', cell: ({ warningCount }) => warningCount },
  { heading: 'Lưu ý', cell: ({ infoCount }) => infoCount },
  { heading: 'Tệp', cell: ({ files }) => files.map(maskPersonalData).join('; ') },
];

/** The units and what became of their reports as CSV, one row a unit in the register's order; days are `YYYY-MM-DD`. */
export function renderStatusCsv({ units, round }: ReportModel): string {
  const rows = units.map((outcome) => COLUMNS.map(({ cell }) => cell(outcome, round)));
  return csvText([COLUMNS.map(({ heading }) => heading), ...rows]);
}
