import { describe, expect, test } from 'vitest';
import { appliedAdjustments, withAdjustments } from '../../src/model/adjust.ts';
import type { Adjustment } from '../../src/model/adjustment.ts';
import type { Answer } from '../../src/model/located.ts';
import { indicatorAnswer, type Arrival } from '../../src/model/submission.ts';
import { anArrival, aRound, blank, date, invalid, noCell, value } from '../support/builders.ts';

const adjustment = (overrides: Partial<Adjustment> = {}): Adjustment => ({
  unit: 'TH01',
  indicator: 'cashless-turns',
  was: '40',
  value: 1000,
  reason: 'Gõ thiếu hai chữ số',
  by: 'Trưởng thôn',
  adjustedOn: date('2025-11-11'),
  ...overrides,
});
const written = (number: number, raw: string): Answer<number> => {
  const answer = value(number);
  return answer.kind === 'value' ? { ...answer, raw } : answer;
};
const adjusted = (arrivals: readonly Arrival[], ...adjustments: readonly Adjustment[]) =>
  withAdjustments(arrivals, aRound({ adjustments }));
const numberIn = (arrival: Arrival | undefined, indicator: string) => {
  const answer = arrival?.submission === undefined ? undefined : indicatorAnswer(arrival.submission, indicator)?.value;
  return answer?.kind === 'value' ? [answer.value, answer.raw] : answer?.kind;
};

describe('an adjusted number', () => {
  test('takes the place of the unit’s, which stays as its text; the form’s sums follow', () => {
    const [arrival] = adjusted([anArrival()], adjustment());
    expect(numberIn(arrival, 'cashless-turns')).toEqual([1000, '40']);
    expect(numberIn(arrival, 'support-turns')).toEqual([1080, '120']);
    expect([...appliedAdjustments(arrival === undefined ? [] : [arrival])]).toHaveLength(1);
  });

  test('a sum that the unit typed is its own claim and stays', () => {
    const typed = anArrival();
    const { submission } = typed;
    if (submission === undefined) throw new Error('a submission');
    const indicators = submission.indicators.map((one) =>
      one.indicator === 'support-turns' ? { ...one, isTyped: true } : one,
    );
    const [arrival] = adjusted([{ ...typed, submission: { ...submission, indicators } }], adjustment());
    expect(numberIn(arrival, 'support-turns')).toEqual([120, '120']);
  });

  test.each([
    ['a blank', blank(), ''],
    ['what nobody could read', invalid('bốn chục'), 'bốn chục'],
  ])('stands for %s too', (_name, answer, was) => {
    const [arrival] = adjusted([anArrival({ counts: { 'cashless-turns': answer } })], adjustment({ was }));
    expect(numberIn(arrival, 'cashless-turns')).toEqual([1000, was]);
  });

  test.each([
    ['1150', '1.150'],
    ['1.150', '1150'],
    ['40', '40'],
  ])('that stood there as %s stands there still as %s', (was, raw) => {
    const answer = written(Number(raw.replace('.', '')), raw);
    const [arrival] = adjusted([anArrival({ counts: { 'cashless-turns': answer } })], adjustment({ was }));
    expect(numberIn(arrival, 'cashless-turns')).toEqual([1000, raw]);
  });

  test.each<[string, readonly Arrival[], Partial<Adjustment>]>([
    ['nobody could read the number', [anArrival({ counts: { 'cashless-turns': invalid('1.150') } })], { was: '1150' }],
    [
      'the number is that of another scale',
      [anArrival({ counts: { 'cashless-turns': written(1000, '1') } })],
      { was: '1000' },
    ],
    ['another text stands there', [anArrival({ counts: { 'cashless-turns': 41 } })], {}],
    ['there is no such cell', [anArrival({ counts: { 'cashless-turns': noCell } })], { was: '' }],
    ['there is no such row', [anArrival({ without: ['cashless-turns'] })], {}],
    ['it is another unit’s', [anArrival()], { unit: 'TH02' }],
    ['two reports contradict one another', [anArrival(), anArrival({ file: 'b.xlsx' })], {}],
  ])('does nothing when %s', (_name, arrivals, overrides) => {
    const result = adjusted(arrivals, adjustment(overrides));
    expect(result).toEqual(arrivals);
    expect(appliedAdjustments(result).size).toBe(0);
  });

  test('is for the report that counts, not for the one before it', () => {
    const [first, second] = [
      anArrival(),
      anArrival({ file: 'b.xlsx', reportedOn: value(date('2025-11-08')), counts: { 'people-guided': 301 } }),
    ];
    const [before, after] = adjusted([first, second], adjustment());
    expect(numberIn(before, 'cashless-turns')).toEqual([40, '40']);
    expect(numberIn(after, 'cashless-turns')).toEqual([1000, '40']);
  });
});
