import { describe, expect, test } from 'vitest';
import { copiedFiles, reportsByUnit, soleSubmissions } from '../../src/model/arrivals.ts';
import { anArrival, anUnusableArrival, aRound, aUnit, blank, date, value } from '../support/builders.ts';

const [one, two] = ['TH01', 'TH02'].map((id) => aUnit({ id }));
const sent = (file: string, content: string, unit = one ?? aUnit()) =>
  anArrival({ unit, file, sha256: content.repeat(64) });

describe('reports of each unit', () => {
  const arrivals = [
    sent('d.xlsx', '2'),
    sent('c.xlsx', '1'),
    sent('b.xlsx', '1', two),
    anUnusableArrival('0.xlsx', one),
    sent('a.xlsx', '1'),
  ];

  test('originals and copies by name; the same bytes from two units are no copies', () => {
    const names = reportsByUnit(arrivals, aRound()).map(({ originals, copies }) => [
      originals.map(({ file }) => file),
      copies.map(({ copy, original }) => `${copy.file} of ${original.file}`),
    ]);
    expect(names).toEqual([
      [['a.xlsx', 'd.xlsx'], ['c.xlsx of a.xlsx']],
      [['b.xlsx'], []],
    ]);
    expect([...copiedFiles(arrivals, aRound())]).toEqual(['c.xlsx']);
  });

  test('a unit whose files contradict one another has no report of its own', () => {
    expect(soleSubmissions(arrivals, aRound()).map(({ file }) => file)).toEqual(['b.xlsx']);
    expect(soleSubmissions(arrivals.slice(1), aRound()).map(({ file }) => file)).toEqual(['a.xlsx', 'b.xlsx']);
  });
});

describe('which of several reports came last', () => {
  const round = aRound();
  const report = (
    file: string,
    { stated, received, entry = 1 }: { readonly stated?: string; readonly received?: string; readonly entry?: number },
  ) =>
    anArrival({
      file,
      sha256: file,
      reportedOn: stated === undefined ? blank() : value(date(stated)),
      ...(received === undefined ? {} : { receipt: { receivedOn: date(received), entry } }),
    });
  const sequence = (...arrivals: readonly ReturnType<typeof report>[]) =>
    reportsByUnit(arrivals, round).map(({ standing, replaced }) => [
      standing.map(({ file }) => file),
      replaced.map(({ file }) => file),
    ])[0];

  test.each([
    ['by the day of receipt', report('a', { received: '2025-11-07' }), report('b', { received: '2025-11-06' })],
    ['by the stated day', report('a', { stated: '2025-11-07' }), report('b', { stated: '2025-11-06' })],
    [
      'receipt before statement',
      report('a', { received: '2025-11-07', stated: '2025-11-01' }),
      report('b', { stated: '2025-11-06' }),
    ],
    ['on one day by entry', report('a', { received: '2025-11-07', entry: 2 }), report('b', { received: '2025-11-07' })],
    [
      'entered together, by the stated day',
      report('a', { received: '2025-11-07', stated: '2025-11-06' }),
      report('b', { received: '2025-11-07', stated: '2025-11-05' }),
    ],
  ])('%s', (_name, later, earlier) => {
    expect(sequence(later, earlier)).toEqual([['a'], ['b']]);
    expect(sequence(earlier, later)).toEqual([['a'], ['b']]);
  });

  test.each([
    ['one day', report('a', { stated: '2025-11-07' }), report('b', { stated: '2025-11-07' })],
    ['a day that nobody knows', report('a', { stated: '2025-11-07' }), report('b', {})],
    ['a day that has not come', report('a', { stated: '2025-11-07' }), report('b', { stated: '2052-11-07' })],
    ['a day before the round', report('a', { stated: '2025-11-07' }), report('b', { stated: '2015-11-07' })],
    ['entered together', report('a', { received: '2025-11-07' }), report('b', { received: '2025-11-07' })],
    ['one entered, one not', report('a', { received: '2025-11-07' }), report('b', { stated: '2025-11-07' })],
  ])('nothing says: %s', (_name, one, other) => {
    expect(sequence(one, other)).toEqual([['a', 'b'], []]);
  });

  test('the latest first; what an error keeps out does not compete', () => {
    const [first, second, third] = ['05', '06', '07'].map((day) => report(day, { stated: `2025-11-${day}` }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three reports');
    expect(sequence(first, second, third)).toEqual([['07'], ['06', '05']]);
    expect(sequence(first, second, { ...third, isRefused: true })).toEqual([['06'], ['05']]);
    expect(sequence({ ...third, isRefused: true })).toEqual([['07'], []]);
  });
});
