import { describe, expect, test } from 'vitest';
import { isComplete, standingsOf } from '../../src/model/standing.ts';
import { anUnusableArrival, date, invalid, value } from '../support/builders.ts';
import {
  aModel,
  department,
  office,
  report,
  schoolOne,
  schoolTwo,
  signatures,
  villageOne,
  villageThree,
  villageTwo,
} from '../compose/support/model.ts';
import { cellError } from '../aggregate/findings.ts';

describe('a round with one of each fate', () => {
  const model = aModel({
    arrivals: [
      signatures(villageOne, 1000, 505),
      signatures(villageTwo, 800, 300, { reportedOn: value(date('2025-11-10')) }),
      signatures(villageThree, 600, 6000),
      anUnusableArrival('TR01.xlsx', schoolOne),
      report(schoolTwo, { reportedOn: invalid('đầu tháng') }),
      report(office, { answers: {} }),
    ],
    diagnostics: [cellError('TH03.xlsx', 'Chỉ tiêu', 'D6')],
  });

  test('every unit that must report is counted once', () => {
    for (const { rate, late, undated, missing, unusable } of [
      ...standingsOf(model).byUnitType,
      standingsOf(model).overall,
    ]) {
      expect(rate.onTime + late + undated).toBe(rate.received);
      expect(rate.received + missing + unusable).toBe(rate.expected);
    }
  });

  test('late, undated, missing and unusable are told apart', () => {
    const { late, undated, missing, unusable, errorCount } = standingsOf(model).overall;
    expect({ late, undated, missing, unusable, errorCount }).toEqual({
      late: 1,
      undated: 1,
      missing: 1,
      unusable: 1,
      errorCount: 1,
    });
  });

  test('complete: counted, every task answered, no error – late or not', () => {
    const complete = model.units.filter(isComplete).map(({ unit }) => unit.id);
    expect(complete).toContain(villageTwo.id);
    for (const unit of [villageThree, schoolOne, department]) expect(complete).not.toContain(unit.id);
    expect(standingsOf(model).overall.complete).toBe(complete.length);
  });
});

test('a task that is not answered leaves the report incomplete', () => {
  const { units } = aModel();
  const [first] = units;
  if (first === undefined) throw new Error('no unit');
  expect(isComplete(first)).toBe(true);
  expect(isComplete({ ...first, answeredTaskCount: first.assignedTaskCount - 1 })).toBe(false);
  expect(isComplete({ ...first, errorCount: 1 })).toBe(false);
  expect(isComplete({ ...first, isCounted: false })).toBe(false);
});
