import type { UnitOutcome } from '../../../model/report.ts';
import { maskPersonalData } from '../../../vi/personal-data.ts';
import { setPrintRows } from '../sheet-setup.ts';
import type { SummaryBook } from './book.ts';
import { columnRange, onSheet } from './formulas.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { computed, day, figure, words, type SummaryCell } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

const COLUMNS = [
  { heading: 'STT', width: 5 },
  { heading: 'Mã', width: 8 },
  { heading: 'Đơn vị', width: 28 },
  { heading: 'Loại đơn vị', width: 14 },
  { heading: 'Tình trạng', width: 16 },
  { heading: 'Ngày nhận báo cáo', width: 12 },
  { heading: 'Số liệu tính đến ngày', width: 12 },
  { heading: 'Lỗi', width: 6 },
  { heading: 'Cảnh báo', width: 7 },
  { heading: 'Lưu ý', width: 6 },
  { heading: 'Nhiệm vụ được giao', width: 9 },
  { heading: 'Nhiệm vụ đã trả lời', width: 9 },
  { heading: 'Nhiệm vụ hoàn thành', width: 9 },
  { heading: 'Tệp đã nhận', width: 22 },
  { heading: 'Ghi chú', width: 18 },
] as const;

/** Where the unit types and the states stand, for the formulas of other sheets. */
export interface ReportingRanges {
  readonly types: string;
  readonly states: string;
}

function remarkOf({ isConflicting, receivedBy, acceptedLate }: UnitOutcome, conflicting: string): string {
  const remarks = [
    ...(isConflicting ? [conflicting] : []),
    ...(receivedBy === 'stated' ? ['Ngày ghi trên báo cáo'] : []),
    ...(acceptedLate === undefined ? [] : [`Chấp nhận nộp muộn: ${acceptedLate}`]),
  ];
  return remarks.join('; ');
}

function rowOf(
  { words: { nameOf, statuses, conflicting } }: SummaryBook,
  outcome: UnitOutcome,
): readonly SummaryCell[] {
  const { unit, unitType } = outcome;
  return [
    words(unit.id, LOOKS.mark),
    words(nameOf(unit)),
    words(unitType.name),
    words(statuses[outcome.status]),
    day(outcome.receivedOn),
    day(outcome.countedOn),
    figure(outcome.errorCount),
    figure(outcome.warningCount),
    figure(outcome.infoCount),
    figure(outcome.assignedTaskCount),
    figure(outcome.answeredTaskCount),
    figure(outcome.completedTaskCount),
    words(outcome.files.map(maskPersonalData).join('; ')),
    words(remarkOf(outcome, conflicting)),
  ];
}

/** Sums of the columns with counts, from H to M, over the units' rows. */
function totalRow({ model: { units } }: SummaryBook, first: number, last: number): readonly SummaryCell[] {
  const blank = words('', LOOKS.totalText);
  const sums = (
    [
      ['H', ({ errorCount }) => errorCount],
      ['I', ({ warningCount }) => warningCount],
      ['J', ({ infoCount }) => infoCount],
      ['K', ({ assignedTaskCount }) => assignedTaskCount],
      ['L', ({ answeredTaskCount }) => answeredTaskCount],
      ['M', ({ completedTaskCount }) => completedTaskCount],
    ] satisfies readonly (readonly [string, (outcome: UnitOutcome) => number])[]
  ).map(([column, countOf]) => {
    const sum = units.reduce((total, outcome) => total + countOf(outcome), 0);
    return computed(`SUM(${columnRange(column, first, last)})`, sum, LOOKS.totalFigure);
  });
  return [blank, blank, words('Cộng', LOOKS.totalText), blank, blank, blank, blank, ...sums, blank, blank];
}

/** A file of no known unit, which is no row of the register. */
function strayRow(file: string): readonly SummaryCell[] {
  const texts = new Map([
    ['Đơn vị', 'Chưa xác định'],
    ['Tình trạng', 'Tệp chưa xác định được đơn vị gửi'],
    ['Tệp đã nhận', maskPersonalData(file)],
  ]);
  return COLUMNS.map(({ heading }) => words(texts.get(heading) ?? ''));
}

/** The sheet with one row for each unit of the register, then the files of no known unit. */
export function addReportingSheet(book: SummaryBook): ReportingRanges {
  const { units, strays } = book.model;
  const page = addTablePage(book, {
    name: SHEETS.reporting,
    title: 'Tình hình báo cáo của từng đơn vị',
    notes: [
      'Ngày nhận theo sổ tiếp nhận; chưa ghi sổ thì là ngày ghi trên báo cáo. Ô ngày để trống là báo cáo không ghi ngày đọc được. Một phát hiện chung cho nhiều đơn vị được đếm ở từng đơn vị.',
    ],
    columns: COLUMNS,
  });
  const first = writeTableHead(page, page.next, 3);
  units.forEach((outcome, index) => {
    page.write(first + index, [figure(index + 1, LOOKS.mark), ...rowOf(book, outcome)]);
  });
  const last = Math.max(first, first + units.length - 1);
  endTable(page, { heading: page.next, last }, 'filter');
  page.write(last + 1, totalRow(book, first, last));
  strays.forEach(({ file }, index) => {
    page.write(last + 2 + index, strayRow(file));
  });
  setPrintRows(page.sheet, { last: last + 1 + strays.length, repeated: [page.next, page.next] });
  return {
    types: onSheet(SHEETS.reporting, columnRange('$D', first, last)),
    states: onSheet(SHEETS.reporting, columnRange('$E', first, last)),
  };
}
