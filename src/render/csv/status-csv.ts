import { isComplete } from '../../model/standing.ts';
import { unitChanges, type UnitChange } from '../../model/coverage-trend.ts';
import { previousRound } from '../../model/history.ts';
import type { Coverage, ReportModel, UnitOutcome } from '../../model/report.ts';
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

/** The columns of a share beside that of the round before; none where no earlier round is known. */
function changeColumns(coverage: Coverage, model: ReportModel): readonly Column[] {
  const changes = new Map(unitChanges(coverage, model).map((change) => [change.unit, change]));
  const previous = previousRound(model.round.history)?.period.id;
  if (previous === undefined) return [];
  const [part, whole] = [coverage.numerator.code, coverage.denominator.code];
  const of = (heading: string, cell: (change: UnitChange) => CsvCell): Column => ({
    heading,
    cell: ({ unit }) => {
      const change = changes.get(unit.id);
      return change === undefined ? undefined : cell(change);
    },
  });
  return [
    of(part, ({ now }) => now?.numerator),
    of(whole, ({ now }) => now?.denominator),
    of(`${part} kỳ trước`, ({ before }) => before?.numerator),
    of(`${whole} kỳ trước`, ({ before }) => before?.denominator),
    of(`Thay đổi của ${part}/${whole} (điểm phần trăm)`, ({ hundredths }) =>
      hundredths === undefined ? undefined : hundredths / 100,
    ),
  ];
}

/**
 * The units and what became of their reports as CSV, one row a unit in the register's order; days are `YYYY-MM-DD`. Where an earlier
 * round is known the columns of the shares and of their changes follow.
 */
export function renderStatusCsv(model: ReportModel): string {
  const { units, round, coverages } = model;
  const columns = [...COLUMNS, ...coverages.flatMap((coverage) => changeColumns(coverage, model))];
  const rows = units.map((outcome) => columns.map(({ cell }) => cell(outcome, round)));
  return csvText([columns.map(({ heading }) => heading), ...rows]);
}
