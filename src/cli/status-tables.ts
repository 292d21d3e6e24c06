import { isComplete, standingsOf, type Standing } from '../model/standing.ts';
import type { ReportingRate, ReportModel, UnitOutcome } from '../model/report.ts';
import { formatDate } from '../vi/date.ts';
import { formatDaysLeft, formatDue } from '../vi/due.ts';
import { formatInteger, formatPercent } from '../vi/number.ts';
import { RECEIPT_WORDS } from '../vi/receipt-words.ts';
import { capitalize } from '../vi/text.ts';
import type { Paint } from './paint.ts';
import { changeTable } from './status-changes.ts';
import { textTable } from './table.ts';

function statusWord({ status, files, isConflicting, acceptedLate }: UnitOutcome): string {
  if (acceptedLate !== undefined) return `${RECEIPT_WORDS[status]} (được chấp nhận)`;
  return isConflicting ? `${RECEIPT_WORDS[status]} (${files.length} tệp, chưa tính)` : RECEIPT_WORDS[status];
}

/** Marked when only the report itself says when it came. */
function receivedWords({ receivedOn, receivedBy }: UnitOutcome): string {
  if (receivedOn === undefined) return '';
  return receivedBy === 'ledger' ? formatDate(receivedOn) : `${formatDate(receivedOn)} *`;
}

/** Nothing for a unit that has sent nothing: its status says so. */
function completeWord(outcome: UnitOutcome): string {
  if (outcome.files.length === 0) return '';
  return isComplete(outcome) ? 'đủ' : 'chưa';
}

function unitLines({ units }: ReportModel): readonly string[] {
  return textTable(
    [
      { heading: 'Mã', align: 'left' },
      { heading: 'Đơn vị', align: 'left' },
      { heading: 'Loại', align: 'left' },
      { heading: 'Tình trạng', align: 'left' },
      { heading: 'Ngày nhận', align: 'left' },
      { heading: 'Đầy đủ', align: 'left' },
      { heading: 'Lỗi', align: 'right' },
      { heading: 'Cảnh báo', align: 'right' },
    ],
    units.map((outcome) => [
      outcome.unit.id,
      outcome.unit.name,
      outcome.unitType.name,
      statusWord(outcome),
      receivedWords(outcome),
      completeWord(outcome),
      formatInteger(outcome.errorCount),
      formatInteger(outcome.warningCount),
    ]),
  );
}

function typeWord({ unitType }: ReportingRate): string {
  return unitType === undefined ? 'Cộng' : capitalize(unitType.plural);
}

const TYPE_HEADINGS = [
  'Đã nộp',
  'Nộp muộn',
  'Không rõ ngày',
  'Chưa nộp',
  'Chưa sử dụng được',
  'Đầy đủ',
  'Lỗi',
  'Cảnh báo',
];

function standingCells(standing: Standing): readonly string[] {
  const { rate, late, undated, missing, unusable, complete, errorCount, warningCount } = standing;
  const counts = [rate.received, late, undated, missing, unusable, complete, errorCount, warningCount];
  return [typeWord(rate), ...counts.map(formatInteger)];
}

function standingLines(model: ReportModel): readonly string[] {
  const { byUnitType, overall } = standingsOf(model);
  const numbers = TYPE_HEADINGS.map((heading) => ({ heading, align: 'right' as const }));
  return textTable(
    [{ heading: 'Loại đơn vị', align: 'left' }, ...numbers],
    [...byUnitType, overall].map(standingCells),
  );
}

function rateCells(reportingRate: ReportingRate): readonly string[] {
  const { expected, received, onTime, rate, rateOnTime } = reportingRate;
  return [
    typeWord(reportingRate),
    formatInteger(expected),
    formatInteger(received),
    formatInteger(onTime),
    formatPercent(rate),
    formatPercent(rateOnTime),
  ];
}

function rateLines({ rates, overallRate }: ReportModel): readonly string[] {
  return textTable(
    [
      { heading: 'Loại đơn vị', align: 'left' },
      { heading: 'Phải nộp', align: 'right' },
      { heading: 'Đã nộp', align: 'right' },
      { heading: 'Đúng hạn', align: 'right' },
      { heading: 'Tỷ lệ nộp', align: 'right' },
      { heading: 'Tỷ lệ đúng hạn', align: 'right' },
    ],
    [...rates, overallRate].map(rateCells),
  );
}

/** The state of the round for the terminal: deadline, units, unit types, the five reporting rates. */
export function statusLines(model: ReportModel, paint: Paint): readonly string[] {
  const { period, asOf } = model.round;
  const stated = model.units.some(({ receivedBy }) => receivedBy === 'stated');
  return [
    paint.strong('Tình hình nộp báo cáo'),
    `Hạn nộp: ${formatDue(period.due)}; ${formatDaysLeft(period.due, asOf)}`,
    '',
    ...unitLines(model),
    ...(stated ? ['* ngày ghi trên báo cáo, chưa ghi sổ tiếp nhận'] : []),
    '',
    paint.strong('Theo loại đơn vị phải báo cáo'),
    ...standingLines(model),
    '',
    paint.strong('Tỷ lệ nộp báo cáo'),
    ...rateLines(model),
    ...model.coverages.flatMap((coverage) => changeTable(coverage, model, paint)),
  ];
}
