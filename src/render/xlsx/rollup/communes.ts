import type { CommuneOutcome, CommuneState } from '../../../model/rollup.ts';
import { maskPersonalData } from '../../../vi/personal-data.ts';
import { capitalize } from '../../../vi/text.ts';
import { columnRange, quoted } from '../summary/formulas.ts';
import { LOOKS } from '../summary/looks.ts';
import { day, figure, words, type SummaryCell } from '../summary/rows.ts';
import { endTable, writeTableHead } from '../summary/table-page.ts';
import { addRoundPage, cellOn, COMMUNE_COLUMNS, communeCells, type RoundBook } from './book.ts';

const STATES: Readonly<Record<CommuneState, string>> = {
  counted: 'Được tính',
  'left-out': 'Không tính',
  missing: 'Chưa nhận được',
};

const COLUMNS = [
  ...COMMUNE_COLUMNS,
  { heading: 'Tình trạng', width: 14 },
  { heading: 'Lý do không tính', width: 26 },
  { heading: 'Bản', width: 12 },
  { heading: 'Lỗi chưa xử lý', width: 9 },
  { heading: 'Ngày chốt số liệu', width: 12 },
  { heading: 'Văn bản giao nhiệm vụ', width: 26 },
  { heading: 'Tệp', width: 34 },
  { heading: 'SHA-256', width: 40 },
];

function sourceCells({ report, files }: CommuneOutcome): readonly SummaryCell[] {
  const names = files.map((file) => maskPersonalData(file)).join('\n');
  return [
    words(report === undefined ? '' : report.version === 'draft' ? 'Dự thảo' : 'Chính thức', LOOKS.mark),
    figure(report?.openErrorCount),
    day(report?.asOf),
    words(report === undefined ? '' : `${report.directive.id}, phiên bản ${report.directive.version}`),
    words(names),
    words(report?.source.sha256 ?? '', LOOKS.fine),
  ];
}

/** The sheet of what came from whom: every commune with its file, and why it does not count. */
export function addCommunesSheet(at: RoundBook, name: string): void {
  const { communes } = at.round;
  const page = addRoundPage(at, {
    name,
    title: 'Các xã và tệp số liệu đã nhận',
    notes: ['Số liệu chỉ lấy từ tệp bao-cao.json có mã SHA-256 ghi ở cột cuối.'],
    columns: COLUMNS,
  });
  const first = writeTableHead(page, page.next, 3);
  communes.forEach((outcome, index) => {
    page.write(first + index, [
      ...communeCells(outcome, index),
      words(STATES[outcome.state], LOOKS.mark),
      words(capitalize(outcome.reason)),
      ...sourceCells(outcome),
    ]);
  });
  const last = first + communes.length - 1;
  endTable(page, { heading: page.next, last }, 'filter');
  const states = cellOn(page, columnRange('$D', first, last));
  const counts = [
    ['Số xã', `ROWS(${states})`, communes.length],
    ...(['counted', 'left-out', 'missing'] as const).map(
      (state) =>
        [
          `Số xã: ${STATES[state].toLocaleLowerCase('vi')}`,
          `COUNTIF(${states},${quoted(STATES[state])})`,
          communes.filter((outcome) => outcome.state === state).length,
        ] as const,
    ),
  ] as const;
  // Who stands behind the figures comes before them.
  at.headlines.unshift(
    ...counts.map(([label, formula, result]) => ({
      label,
      formula,
      result,
      look: LOOKS.figure,
      sheet: page.sheet.name,
    })),
  );
}
