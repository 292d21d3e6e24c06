import { describe, expect, test } from 'vitest';
import type { UnitRegister } from '../../src/model/register.ts';
import type { Unit, UnitMerger } from '../../src/model/unit.ts';
import { followUnits, type RecordedRound, type RecordedUnit } from '../../src/workspace/history/follow-units.ts';
import { day } from '../support/small-commune.ts';

const REF = { file: 'don-vi.xlsx', sheet: 'Sáp nhập', address: 'A2' };

function unit(id: string, name: string): Unit {
  const blank = { formerCommune: '', aliases: [], adults: undefined, adultsSource: '', adultsAsOf: undefined };
  return { ...blank, id, name, type: 'village', households: undefined };
}

function merger(name: string, into: string, from = '2025-07-01', formerCommune = ''): UnitMerger {
  return { name, formerCommune, into, from: day(from), ref: REF };
}

function recorded(
  units: readonly (readonly [string, string, Readonly<Record<string, number>>, string?])[],
): RecordedRound {
  const cell = { file: 'nop/2025-06/a.xlsx', sheet: 'Chỉ tiêu', address: 'D9' };
  return {
    from: day('2025-06-01'),
    units: units.map(([id, name, , formerCommune = '']): RecordedUnit => ({ id, name, formerCommune })),
    counts: new Map(
      units.map(([id, , counts]) => [
        id,
        new Map(Object.entries(counts).map(([key, value]) => [key, { value, cells: [cell] }])),
      ]),
    ),
  };
}

function followed(
  round: RecordedRound,
  register: UnitRegister,
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const numbers = [...followUnits(round, register)].map(([id, counts]) => [
    id,
    Object.fromEntries([...counts].map(([indicator, { value }]) => [indicator, value])),
  ]);
  return Object.fromEntries(numbers) as Readonly<Record<string, Readonly<Record<string, number>>>>; // made above
}

const upper = ['TH01', 'Thôn Thượng', { adults: 1200, holders: 700 }] as const;
const lower = ['TH02', 'Thôn Hạ', { adults: 800, holders: 300 }] as const;

describe('a unit of the present register in an earlier round', () => {
  test.each<readonly [string, UnitRegister, RecordedRound, ReturnType<typeof followed>]>([
    [
      'is known by its code, whatever it is called now',
      { units: [unit('TH01', 'Thôn Thượng Mới')], mergers: [] },
      recorded([upper]),
      { TH01: { adults: 1200, holders: 700 } },
    ],
    [
      'that another was merged into has the sum',
      { units: [unit('TH01', 'Thôn Thượng')], mergers: [merger('thôn hạ', 'TH01')] },
      recorded([upper, lower]),
      { TH01: { adults: 2000, holders: 1000 } },
    ],
    [
      'made of two others has their sum',
      { units: [unit('TH09', 'Thôn Mới')], mergers: [merger('Thôn Thượng', 'TH09'), merger('Thôn Hạ', 'TH09')] },
      recorded([upper, lower]),
      { TH09: { adults: 2000, holders: 1000 } },
    ],
    [
      'has no sum of a number that one of its parts lacks',
      { units: [unit('TH09', 'Thôn Mới')], mergers: [merger('Thôn Thượng', 'TH09'), merger('Thôn Hạ', 'TH09')] },
      recorded([upper, ['TH02', 'Thôn Hạ', { adults: 800 }]]),
      { TH09: { adults: 2000 } },
    ],
    [
      'has none when a part merged since then is not recorded',
      { units: [unit('TH01', 'Thôn Thượng')], mergers: [merger('Thôn Hạ', 'TH01')] },
      recorded([upper]),
      {},
    ],
    [
      'stays as it is when the merger was before that round',
      { units: [unit('TH01', 'Thôn Thượng')], mergers: [merger('Thôn Hạ', 'TH01', '2025-01-01')] },
      recorded([upper]),
      { TH01: { adults: 1200, holders: 700 } },
    ],
    [
      'is not taken for one of the same name in another former commune',
      { units: [unit('TH09', 'Thôn Mới')], mergers: [merger('Thôn Hạ', 'TH09', '2025-07-01', 'Xã Đông')] },
      recorded([['TH02', 'Thôn Hạ', { adults: 800 }, 'Xã Tây']]),
      {},
    ],
    [
      'has none when two recorded units have the old name',
      { units: [unit('TH09', 'Thôn Mới')], mergers: [merger('Thôn Hạ', 'TH09')] },
      recorded([lower, ['TH03', 'Thôn Hạ', { adults: 5, holders: 1 }]]),
      {},
    ],
    ['that is new has none', { units: [unit('TH07', 'Thôn Đông')], mergers: [] }, recorded([upper]), {}],
  ])('%s', (_what, register, round, expected) => {
    expect(followed(round, register)).toEqual(expected);
  });
});
