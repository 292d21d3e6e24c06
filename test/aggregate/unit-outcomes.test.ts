import { describe, expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Due } from '../../src/model/period.ts';
import type { UnitOutcome } from '../../src/model/report.ts';
import type { Round } from '../../src/model/round.ts';
import type { Arrival } from '../../src/model/submission.ts';
import { blank, date, invalid, value } from '../support/answers.ts';
import { anArrival, anUnusableArrival, aRound, aSubmission, aUnit } from '../support/builders.ts';
import { aFinding, conflictErrors, errorAt, fileError, only, outcomeOf } from './findings.ts';

const before: Due = { kind: 'before', date: date('2025-11-10') };
const on: Due = { kind: 'on', date: date('2025-11-10') };

function roundWith(due: Due, asOf: string, type = 'village'): Round {
  const round = aRound();
  return { ...round, period: { ...round.period, due }, asOf: date(asOf), units: [aUnit({ type })] };
}

function outcome(
  arrivals: readonly Arrival[],
  diagnostics: readonly Diagnostic[] = [],
  round: Round = aRound(),
): UnitOutcome {
  return outcomeOf(aggregate(arrivals, diagnostics, round), 'TH01');
}

const reported = (day: string, file = 'TH01.xlsx') => anArrival({ file, reportedOn: value(date(day)) });

describe('the deadline', () => {
  test.each([
    ['before: the day itself is late', before, '2025-11-10', 'late'],
    ['before: the day before is on time', before, '2025-11-09', 'on-time'],
    ['on: the day itself is on time', on, '2025-11-10', 'on-time'],
    ['on: the next day is late', on, '2025-11-11', 'late'],
  ])('%s', (_name, due, day, status) => {
    expect(outcome([reported(day)], [], roundWith(due, '2025-11-12'))).toMatchObject({ status, reportedOn: day });
  });

  test.each([
    ['the last day has not passed', before, '2025-11-09', 'village', 'not-due'],
    ['the deadline has passed', before, '2025-11-10', 'village', 'missing'],
    ['the inclusive last day has not passed', on, '2025-11-10', 'village', 'not-due'],
    ['the inclusive deadline has passed', on, '2025-11-11', 'village', 'missing'],
    ['nothing is expected of a company', before, '2025-11-12', 'company', 'not-expected'],
    ['nor of a type that the directive does not know', before, '2025-11-12', 'library', 'not-expected'],
  ])('nothing came, %s', (_name, due, asOf, type, status) => {
    const { isCounted, files, ...rest } = outcome([], [], roundWith(due, asOf, type));
    expect(rest).toMatchObject({ status, reportedOn: undefined, countedOn: undefined });
    expect([isCounted, files]).toEqual([false, []]);
  });
});

test('late figures count', () => {
  const model = aggregate([reported('2025-12-01')], [], aRound());
  expect(only(model.units)).toMatchObject({ status: 'late', isCounted: true });
  expect(only(model.coverages).ratio).toEqual({ numerator: 640, denominator: 1200 });
});

describe('a report without a usable date is undated and counts', () => {
  const clean = aSubmission();
  test.each([
    ['blank', anArrival({ reportedOn: blank() }), []],
    ['unreadable', anArrival({ reportedOn: invalid('hôm qua') }), []],
    ['left out by an error', anArrival(), [errorAt(clean.reportedOn.ref)]],
  ])('%s', (_name, arrival, diagnostics) => {
    expect(outcome([arrival], diagnostics)).toMatchObject({
      status: 'undated',
      isCounted: true,
      reportedOn: undefined,
    });
  });
});

test('the count date is the stated one, unless an error keeps it out', () => {
  const { countedOn } = aSubmission();
  expect(outcome([anArrival()]).countedOn).toBe('2025-10-31');
  expect(outcome([anArrival()], [errorAt(countedOn.ref)]).countedOn).toBeUndefined();
});

test('both dates keep what stands in their cells', () => {
  const asTyped = (day: string, raw: string) => ({ ...value(date(day)), raw });
  const dates = {
    reportedOn: asTyped('2025-11-05', '5/11/25'),
    countedOn: asTyped('2025-10-31', 'ngày 31 tháng 10 năm 2025'),
  };
  expect(outcome([anArrival(dates)])).toMatchObject({
    reportedOnRaw: '5/11/25',
    countedOnRaw: 'ngày 31 tháng 10 năm 2025',
  });
});

describe('several files of one unit', () => {
  const a = reported('2025-11-11', 'a.xlsx');
  const b = reported('2025-11-05', 'b.xlsx');
  const copyOfA = anArrival({ file: 'c.xlsx', sha256: a.source.sha256, reportedOn: value(date('2025-11-11')) });

  test('identical copies count once', () => {
    const model = aggregate([copyOfA, a], [], aRound());
    expect(only(model.units)).toMatchObject({ status: 'late', isCounted: true, files: ['a.xlsx', 'c.xlsx'] });
    expect(only(model.units).isConflicting).toBe(false);
    expect(only(model.coverages).ratio).toEqual({ numerator: 640, denominator: 1200 });
    expect(only(model.totals.filter(({ id }) => id === 'adults/village')).parts).toMatchObject([
      { cell: { ref: { file: 'a.xlsx' } } },
    ]);
  });

  test.each([
    ['flagged by a rule', conflictErrors('a.xlsx', 'b.xlsx')],
    ['the rule is turned off', []],
  ])('different files of one day: nothing counts (%s)', (_name, diagnostics) => {
    const model = aggregate([reported('2025-11-05', 'a.xlsx'), b], diagnostics, aRound());
    expect(only(model.units)).toMatchObject({ status: 'on-time', reportedOn: '2025-11-05', isCounted: false });
    expect(only(model.units).isConflicting).toBe(true);
    expect(only(model.units).countedOn).toBeUndefined();
    expect(only(model.coverages)).toMatchObject({ verdict: 'no-data', countedUnitCount: 0 });
    expect(model.totals.map(({ value: sum, countedUnitCount }) => [sum, countedUnitCount])).toContainEqual([0, 0]);
    expect(model.rates[0]).toMatchObject({ expected: 1, received: 1, onTime: 1 });
  });

  test('of different files the later counts, the first decides whether the unit was in time', () => {
    const model = aggregate([a, b], [], aRound());
    expect(only(model.units)).toMatchObject({
      status: 'on-time',
      receivedOn: '2025-11-05',
      receivedBy: 'stated',
      reportedOn: '2025-11-11',
      isCounted: true,
      isConflicting: false,
    });
    const [adults] = model.totals.filter(({ id }) => id === 'adults/village');
    expect(adults?.parts).toMatchObject([{ cell: { ref: { file: 'a.xlsx' } } }]);
  });

  test('the receipt ledger goes before what the report says of itself', () => {
    const entered = (file: string, day: string, stated: string, entry = 1) =>
      anArrival({ file, reportedOn: value(date(stated)), receipt: { receivedOn: date(day), entry } });
    expect(outcome([entered('a.xlsx', '2025-11-10', '2025-11-05')])).toMatchObject({
      status: 'late',
      receivedOn: '2025-11-10',
      receivedBy: 'ledger',
    });
    const both = [entered('a.xlsx', '2025-11-08', '2025-11-07'), entered('b.xlsx', '2025-11-08', '2025-11-05', 2)];
    expect(outcome(both)).toMatchObject({ isCounted: true, reportedOn: '2025-11-05' });
    const stated = anArrival({ file: '0.xlsx', reportedOn: value(date('2025-11-08')) });
    expect(outcome([stated, ...both])).toMatchObject({ receivedOn: '2025-11-08', receivedBy: 'ledger' });
  });

  test('accepted lateness is a remark on the status, not a day', () => {
    const round = aRound({ acceptedLate: [{ unit: 'TH01', reason: 'Bão lũ' }] });
    expect(only(aggregate([a], [], round).units)).toMatchObject({ status: 'late', acceptedLate: 'Bão lũ' });
    expect(only(aggregate([b], [], round).units)).toMatchObject({ status: 'on-time', acceptedLate: undefined });
    expect(aggregate([a], [], round).overallRate).toMatchObject({ received: 1, onTime: 0 });
  });

  test('different files without any date are undated', () => {
    const undated = ['a.xlsx', 'b.xlsx'].map((file) => anArrival({ file, reportedOn: blank() }));
    expect(outcome(undated, conflictErrors('a.xlsx', 'b.xlsx'))).toMatchObject({ status: 'undated', isCounted: false });
  });

  test('of an unusable and a usable file the usable one counts', () => {
    const unreadable = anUnusableArrival('0.xlsx', aUnit());
    expect(outcome([unreadable, b], [fileError('0.xlsx')])).toMatchObject({ status: 'on-time', isCounted: true });
    expect(outcome([a, b], [fileError('a.xlsx')])).toMatchObject({ reportedOn: '2025-11-05', isCounted: true });
  });

  test('a file that is wrong by itself is no report, even beside another one', () => {
    expect(outcome([a, b], [fileError('a.xlsx'), fileError('b.xlsx')])).toMatchObject({
      status: 'unusable',
      reportedOn: undefined,
    });
    expect(outcome([a, b], [fileError('a.xlsx'), ...conflictErrors('a.xlsx', 'b.xlsx')])).toMatchObject({
      status: 'on-time',
      isCounted: false,
    });
  });

  test('an error that points at a file of another unit is no conflict', () => {
    const strange = aFinding(
      'error',
      { kind: 'file', file: 'a.xlsx' },
      {
        related: [
          { location: { kind: 'file', file: 'a.xlsx' }, note: 'Tệp này' },
          { location: { kind: 'file', file: 'TH02.xlsx' }, note: 'Tệp của thôn khác' },
          { location: { kind: 'unit', unit: 'TH02', name: 'Thôn Tây' }, note: 'Thôn khác' },
        ],
      },
    );
    expect(outcome([a], [strange])).toMatchObject({ status: 'unusable', isCounted: false });
  });
});

test('an error at a sheet leaves the rest of the report in', () => {
  const missing = aFinding('error', { kind: 'sheet', file: 'TH01.xlsx', sheet: 'Nhiệm vụ' });
  expect(outcome([anArrival()], [missing])).toMatchObject({ isCounted: true, errorCount: 1, completedTaskCount: 2 });
});

test('findings are counted by severity, those of its files and those of the unit itself', () => {
  const diagnostics = [
    aFinding('error', { kind: 'sheet', file: 'TH01.xlsx', sheet: 'Nhiệm vụ' }),
    aFinding('warning', { kind: 'file', file: 'TH01.xlsx' }),
    aFinding('warning', { kind: 'unit', unit: 'TH01', name: 'Thôn Đông' }),
    aFinding('info', { kind: 'cell', ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D5' } }),
    aFinding('warning', { kind: 'unit', unit: 'TH02', name: 'Thôn Tây' }),
    aFinding('warning', { kind: 'file', file: 'TH02.xlsx' }),
    aFinding('warning', { kind: 'data', file: 'TH01.xlsx', path: '', line: 1, column: 1 }),
  ];
  expect(outcome([anArrival()], diagnostics)).toMatchObject({ errorCount: 1, warningCount: 2, infoCount: 1 });
});

describe('rates', () => {
  test('a report from a company is shown, but never in the rates', () => {
    const company = aUnit({ id: 'DN01', type: 'company' });
    const model = aggregate([anArrival({ unit: company })], [], aRound({ units: [aUnit(), company] }));
    expect(outcomeOf(model, 'DN01').status).toBe('on-time');
    expect(model.overallRate).toMatchObject({ expected: 1, received: 0, onTime: 0 });
    expect(model.rates.map(({ unitType }) => unitType?.id)).toEqual(['village', 'school']);
  });

  test('a type without units keeps its row', () => {
    expect(aggregate([], [], aRound()).rates[1]).toMatchObject({ expected: 0, rate: { numerator: 0, denominator: 0 } });
  });
});

test('files of no unit, or of a unit that the register does not have, are strays', () => {
  const stranger = anArrival({ unit: aUnit({ id: 'TH99' }) });
  const model = aggregate([stranger, anUnusableArrival('anh.xlsx')], [], aRound());
  expect(model.strays.map(({ file }) => file)).toEqual(['TH99.xlsx', 'anh.xlsx']);
  expect(only(model.units).status).toBe('missing');
  expect(model.totals.every(({ value: sum }) => sum === 0)).toBe(true);
});
