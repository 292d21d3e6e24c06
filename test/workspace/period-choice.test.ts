import { describe, expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../../src/model/plain-date.ts';
import { currentRound, roundOfPeriod } from '../../src/workspace/period-choice.ts';
import { parseSettings, type RoundSettings } from '../../src/workspace/settings.ts';

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

function rounds(...ids: readonly (readonly [string, string, string])[]): readonly RoundSettings[] {
  const entries = ids.map(
    ([id, from, due]) => `  - {id: ${id}, directive: d, from: ${from}, to: 2026-12-31, due: ${due}}`,
  );
  return parseSettings(`rounds:\n${entries.join('\n')}\n`, 'tkcds.yaml').value?.rounds ?? [];
}

const THREE = rounds(
  ['2025-11', '2025-11-01', '{on: 2025-12-05}'],
  ['2025-10', '2025-10-01', '{before: 2025-11-10}'],
  ['2025-12', '2025-12-01', '{on: 2026-01-05}'],
);

describe('the round meant when none is named', () => {
  test.each([
    ['2025-10-01', '2025-10'],
    ['2025-11-01', '2025-10'], // November has begun, October’s reports are still coming in
    ['2025-11-09', '2025-10'],
    ['2025-11-10', '2025-11'],
    ['2025-12-05', '2025-11'],
    ['2025-12-06', '2025-12'],
    ['2027-01-01', '2025-12'], // nothing is open: the one that began last
    ['2025-09-30', '2025-10'], // nothing has begun: the first to come
  ])('on %s it is %s', (asOf, expected) => {
    expect(currentRound(THREE, day(asOf))?.period.id).toBe(expected);
  });

  test('of two that are due together it is the one listed first', () => {
    const both = rounds(
      ['chien-dich', '2025-10-01', '{on: 2025-11-09}'],
      ['thang-10', '2025-10-01', '{before: 2025-11-10}'],
    );
    expect(currentRound(both, day('2025-10-15'))?.period.id).toBe('chien-dich');
    expect(currentRound(both, day('2026-10-15'))?.period.id).toBe('chien-dich');
  });

  test('is none when there is none', () => {
    expect(currentRound([], day('2025-10-15'))).toBeUndefined();
  });
});

describe('a named round', () => {
  test('is found', () => {
    expect(roundOfPeriod(THREE, '2025-12').period.from).toBe('2025-12-01');
  });

  test('is suggested when mistyped', () => {
    expect(() => roundOfPeriod(THREE, '2025-1')).toThrow(
      'Không có kỳ báo cáo “2025-1” (có phải ý bạn là “2025-11”?); các kỳ trong tkcds.yaml: 2025-11, 2025-10, 2025-12',
    );
  });
});
