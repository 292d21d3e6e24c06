import type { Outcome } from '../../src/model/diagnostic.ts';
import { valueOf } from '../../src/model/located.ts';
import type { Arrival } from '../../src/model/submission.ts';
import type { Sheet } from '../../src/model/workbook.ts';
import { parseSubmissions } from '../../src/parse/submissions.ts';
import { aWorkbook, dayCell, type CellDraft } from './a-workbook.ts';
import { smallCommuneRound } from './small-commune.ts';

/** The small commune’s round: three villages of it report in one file. */
export const round = smallCommuneRound();
/** 05/11/2025 and 31/10/2025 as serials. */
export const REPORTED = dayCell(45_966);
export const COUNTED = dayCell(45_961);

/** The reports in a file with these sheets. */
export function parse(sheets: readonly Sheet[], units = round.units): Outcome<readonly Arrival[]> {
  const workbook = aWorkbook(sheets, 'tong-hop.xlsx');
  return parseSubmissions(workbook, { file: 'tong-hop.xlsx', sha256: 'ab'.repeat(32), size: 1 }, { ...round, units });
}

/** Unit, its numbers and statuses, its dates: what a report comes to. */
export function figures({ value }: Outcome<readonly Arrival[]>): unknown {
  return value.map(({ unit, submission }) => [
    unit?.id,
    Object.fromEntries(
      (submission?.indicators ?? []).flatMap(({ indicator, value: answer }) =>
        answer.kind === 'value' ? [[indicator, answer.value]] : [],
      ),
    ),
    (submission?.tasks ?? []).map(({ task, status }) => `${task} ${valueOf(status) ?? status.kind}`),
    submission === undefined ? [] : [valueOf(submission.reportedOn), valueOf(submission.countedOn)],
  ]);
}

/** Each finding with its place and its unit. */
export function findings({ diagnostics }: Outcome<readonly Arrival[]>): readonly string[] {
  return diagnostics.map(({ rule, location, facts }) => {
    const place = location.kind === 'cell' ? `${location.ref.sheet}!${location.ref.address}` : location.kind;
    return `${rule} ${place} ${String(facts['unit'] ?? '')}`.trim();
  });
}

const DAYS = ['2025-11-05', '2025-10-31'];
/** A table with a line for each village, and what it comes to. */
export const HEADINGS = [
  'STT',
  'Tên đơn vị',
  'Ngày báo cáo',
  'Số liệu tính đến ngày',
  'CT01',
  'CT02',
  'II.3-1',
  'II.3-2',
];
export const LINES: readonly (readonly CellDraft[])[] = [
  [1, 'Thôn Thượng', REPORTED, COUNTED, 1200, 720, 'Đã hoàn thành', 'Đã hoàn thành'],
  [2, 'Thôn Trung', REPORTED, COUNTED, 850, 510, 'Đã hoàn thành', 'Đang thực hiện'],
  [3, 'Thôn Hạ', REPORTED, COUNTED, 640, 384, 'Đã hoàn thành', 'Chưa thực hiện'],
];
export const FIGURES = [
  ['TH01', { adults: 1200, 'signature-holders': 720 }, ['II.3-1 completed', 'II.3-2 completed'], DAYS],
  ['TH02', { adults: 850, 'signature-holders': 510 }, ['II.3-1 completed', 'II.3-2 in-progress'], DAYS],
  ['TH03', { adults: 640, 'signature-holders': 384 }, ['II.3-1 completed', 'II.3-2 not-started'], DAYS],
];

/** The rows of a sheet. */
export type Rows = readonly (readonly CellDraft[])[];
/** What reading a file of several units gave. */
export type Parsed = ReturnType<typeof parse>;

/** The three villages with their adults and holders. */
export const SHORT: Rows = [
  ['Thôn Thượng', 1200, 720],
  ['Thôn Trung', 850, 510],
  ['Thôn Hạ', 640, 384],
];
export const [UPPER = [], MIDDLE = [], LOWER = []] = SHORT;

/** Unit and numbers of each report; a number that is left out as `-`. */
export function counts({ value }: Parsed): readonly string[] {
  return value.map(({ unit, submission }) => {
    const numbers = (submission?.indicators ?? []).map(({ value: answer }) => valueOf(answer) ?? '-');
    return [unit?.id ?? '?', ...numbers].join(' ');
  });
}

/** What `SHORT` comes to. */
export const ALL = ['TH01 1200 720', 'TH02 850 510', 'TH03 640 384'];

/** The findings but those that say that these tables have no tasks. */
export function notable(outcome: Parsed): readonly string[] {
  return findings(outcome).filter((line) => !line.startsWith('sheet-missing'));
}

/** The message of the first finding of that kind. */
export function message({ diagnostics }: Parsed, rule: string): string {
  return diagnostics.find((found) => found.rule === rule)?.message ?? '';
}
