import { describe, expect, test } from 'vitest';
import { copiedFiles, reportsByUnit, soleSubmissions } from '../../src/model/arrivals.ts';
import { anArrival, anUnusableArrival, aRound, aUnit } from '../support/builders.ts';

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
