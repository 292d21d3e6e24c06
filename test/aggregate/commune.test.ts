import { expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { communeArrivals, communeDiagnostics, communeRound } from './a-commune.ts';
import { only } from './findings.ts';

const model = aggregate(communeArrivals, communeDiagnostics, communeRound);

test('every unit of the register has its status', () => {
  expect(model.units.map(({ unit, status, isCounted }) => [unit.id, status, isCounted])).toEqual([
    ['TH01', 'on-time', true],
    ['TH02', 'late', true], // 10/11 is not before 10/11
    ['TH03', 'on-time', true],
    ['TH04', 'unusable', false],
    ['TH05', 'on-time', false], // the earlier of its two reports came on 06/11
    ['TH06', 'missing', false], // seen on 12/11
    ['TR01', 'undated', true],
    ['TR02', 'missing', false],
    ['DN01', 'on-time', true],
  ]);
  expect(model.units.map(({ reportedOn }) => reportedOn)).toEqual([
    '2025-11-05',
    '2025-11-10',
    '2025-11-05',
    undefined,
    '2025-11-06',
    undefined,
    undefined,
    undefined,
    '2025-11-05',
  ]);
  expect(model.strays.map(({ file }) => file)).toEqual(['anh-chup.xlsx']);
});

test('the rates leave out the company, and an unusable file is no report', () => {
  // villages: 6 owe; TH01, TH02, TH03, TH05 reported; TH02 of them late. Schools: 2 owe, 1 reported, without a date.
  expect(model.rates.map((row) => [row.unitType?.id, row.expected, row.received, row.onTime])).toEqual([
    ['village', 6, 4, 3],
    ['school', 2, 1, 0],
  ]);
  expect(model.overallRate).toEqual({
    unitType: undefined,
    expected: 8,
    received: 5,
    onTime: 3,
    rate: { numerator: 5, denominator: 8 },
    rateOnTime: { numerator: 3, denominator: 8 },
  });
});

test('the coverage is the ratio of the sums over the villages that count', () => {
  const coverage = only(model.coverages);
  // TH01 and TH02: (700 + 305) of (1190 + 810) = 1005 of 2000 = 50,25 % > 50 %
  expect(coverage.ratio).toEqual({ numerator: 1005, denominator: 2000 });
  expect([coverage.verdict, coverage.shortfall]).toEqual(['met', 0]);
  expect([coverage.countedUnitCount, coverage.expectedUnitCount]).toEqual([2, 6]);
  // not counted, adults by the register: 500 + 600 + 400 + 300 = 1800; all adults 2000 + 1800 = 3800
  expect(coverage.bounds).toEqual({
    lowest: { numerator: 1005, denominator: 3800 }, // 26,4 %
    highest: { numerator: 2805, denominator: 3800 }, // 73,8 %
    canChangeVerdict: true,
  });
  expect(coverage.unbounded).toEqual([]);
});

test('each village has its own row', () => {
  const { rows } = only(model.coverages);
  expect(
    rows.map(({ unit, state, numerator, denominator, isMet, shortfall }) => [
      unit.id,
      state,
      numerator?.value,
      denominator?.value,
      isMet,
      shortfall,
    ]),
  ).toEqual([
    ['TH01', 'counted', 700, 1190, true, 0],
    ['TH02', 'counted', 305, 810, false, 101], // 810 / 2 = 405, more than: 406 − 305
    ['TH03', 'left-out', undefined, 505, false, undefined],
    ['TH04', 'not-reported', undefined, undefined, false, undefined],
    ['TH05', 'left-out', undefined, undefined, false, undefined],
    ['TH06', 'not-reported', undefined, undefined, false, undefined],
  ]);
  expect(rows[0]?.numerator?.ref).toEqual({ file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D6' });
});

test('the totals say how many units they come from', () => {
  expect(
    model.totals.map(({ id, value, countedUnitCount, expectedUnitCount }) => [
      id,
      value,
      countedUnitCount,
      expectedUnitCount,
    ]),
  ).toEqual([
    ['adults/village', 2505, 3, 6], // 1190 + 810 + 505: TH03's adults count although its holders do not
    ['signature-holders/village', 1005, 2, 6], // 700 + 305
    ['signature-new/village', 360, 3, 6], // 120 each
    ['people-guided/village', 40, 2, 6], // 0 (TH01) + 40 (TH03); the dash of TH02 is no number
    ['households-visited/village', 750, 3, 6], // 250 each
    ['online-service-turns/village', 240, 3, 6], // 80 each
    ['cashless-turns/village', 120, 3, 6], // 40 each
    ['news-items/school', 7, 1, 2],
  ]);
});

test('the compliance of each clause is counted over the units it binds', () => {
  expect(
    model.compliance.flatMap(({ group, units, tasks }) =>
      tasks.map(({ task, states, counts }) => [
        group.clause,
        task.id,
        units.map(({ id }) => states.get(id)),
        Object.values(counts).reduce((sum, count) => sum + count, 0),
      ]),
    ),
  ).toEqual([
    ['II.3', 'II.3-1', ['completed', 'completed', 'completed', 'not-reported', 'left-out', 'not-reported'], 6],
    ['II.3', 'II.3-2', ['completed', 'not-started', 'completed', 'not-reported', 'left-out', 'not-reported'], 6],
    ['II.5', 'II.5-1', ['in-progress', 'not-reported'], 2],
  ]);
  expect(
    model.units.map(({ assignedTaskCount, answeredTaskCount, completedTaskCount }) =>
      [assignedTaskCount, answeredTaskCount, completedTaskCount].join(' '),
    ),
  ).toEqual(['2 2 2', '2 2 1', '2 2 2', '2 0 0', '2 0 0', '2 0 0', '1 1 0', '1 0 0', '0 0 0']);
});

test('what is left out is listed by unit; a missing unit has nothing to leave out', () => {
  expect(model.leftOut.map(({ unit, diagnostic }) => [unit?.id, diagnostic.location.kind])).toEqual([
    ['TH03', 'cell'],
    ['TH04', 'file'],
    ['TH05', 'file'],
    ['TH05', 'file'],
  ]);
  expect(model.units.map(({ errorCount }) => errorCount)).toEqual([0, 0, 1, 1, 2, 1, 0, 0, 0]);
});

test('telephone numbers do not get into the opinions', () => {
  expect(model.opinions.map(({ unit, text }) => [unit.id, text.value, text.raw])).toEqual([
    ['TH02', 'Liên hệ •••• để biết thêm', 'Liên hệ •••• để biết thêm'],
  ]);
});
