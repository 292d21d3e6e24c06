import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Round } from '../../src/model/round.ts';
import type { Arrival } from '../../src/model/submission.ts';
import { aRef, blank, dash, date, invalid, located, value } from '../support/answers.ts';
import { anArrival, anUnusableArrival, aRound, aUnit } from '../support/builders.ts';
import { cellError, conflictErrors } from './findings.ts';

function village(id: string, name: string, adults: number) {
  return aUnit({ id, name, adults: located(adults, aRef('G4', 'Đơn vị', 'don-vi.xlsx')) });
}

const units = [
  village('TH01', 'Thôn Một', 1200),
  village('TH02', 'Thôn Hai', 800),
  village('TH03', 'Thôn Ba', 500),
  village('TH04', 'Thôn Bốn', 600),
  village('TH05', 'Thôn Năm', 400),
  village('TH06', 'Thôn Sáu', 300),
  aUnit({ id: 'TR01', name: 'Trường Một', type: 'school', adults: undefined }),
  aUnit({ id: 'TR02', name: 'Trường Hai', type: 'school', adults: undefined }),
  aUnit({ id: 'DN01', name: 'Công ty Một', type: 'company', adults: undefined }),
] as const;
const [one, two, three, four, five, , schoolOne, , company] = units;

/** A round with one village of each fate, worked out by hand in commune.test.ts. */
export const communeRound: Round = aRound({ units });

/**
 * TH01 on time, all there. TH02 late, with a difficulty. TH03: the holders' cell (D6) has an error. TH04: its file cannot be
 * read. TH05: two different files. TH06: nothing. TR01: no readable date, one task under way. TR02: nothing. DN01: a
 * report that nobody asked for.
 */
export const communeArrivals: readonly Arrival[] = [
  anArrival({ unit: one, counts: { adults: 1190, 'signature-holders': 700, 'people-guided': 0 } }),
  anArrival({
    unit: two,
    reportedOn: value(date('2025-11-10')),
    counts: { adults: 810, 'signature-holders': 305, 'people-guided': dash() },
    answers: { 'II.3-2': { status: value('not-started') } },
    opinions: [
      {
        opinion: 'difficulties',
        text: located('Liên hệ 0905 123 456 để biết thêm', aRef('B4', 'Khó khăn, đề xuất', 'TH02.xlsx')),
      },
    ],
  }),
  anArrival({ unit: three, counts: { adults: 505, 'signature-holders': 5050, 'people-guided': 40 } }),
  anUnusableArrival('TH04.xlsx', four),
  anArrival({ unit: five, file: 'TH05-a.xlsx', reportedOn: value(date('2025-11-11')) }),
  anArrival({ unit: five, file: 'TH05-b.xlsx', reportedOn: value(date('2025-11-06')) }),
  anArrival({
    unit: schoolOne,
    reportedOn: invalid('đầu tháng 11'),
    counts: { 'news-items': 7 },
    answers: { 'II.5-1': { status: value('in-progress'), evidence: blank() } },
  }),
  anArrival({ unit: company }),
  anUnusableArrival('anh-chup.xlsx'),
];

/** The findings on these files. */
export const communeDiagnostics: readonly Diagnostic[] = [
  cellError('TH03.xlsx', 'Chỉ tiêu', 'D6'),
  {
    rule: 'file-unreadable',
    severity: 'error',
    message: 'Không mở được tệp',
    hint: 'Đề nghị đơn vị gửi lại',
    location: { kind: 'file', file: 'TH04.xlsx' },
    related: [],
    facts: { bytes: 512, arrived: 1 },
  },
  ...conflictErrors('TH05-a.xlsx', 'TH05-b.xlsx'),
  {
    rule: 'unit-missing',
    severity: 'error',
    message: 'Thôn Sáu chưa nộp báo cáo',
    hint: 'Nhắc đơn vị nộp báo cáo',
    location: { kind: 'unit', unit: 'TH06', name: 'Thôn Sáu' },
    related: [],
    facts: {},
  },
];
