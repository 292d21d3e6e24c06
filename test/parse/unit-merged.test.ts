import { describe, expect, test } from 'vitest';
import { roundNames, unitNamed } from '../../src/parse/units/round-names.ts';
import { STAMP } from '../support/a-filled-form.ts';
import { aFormOf, stamped, type Clues } from '../support/a-form-of.ts';
import { aRef, aRound, aUnit, date } from '../support/builders.ts';
import { brief, parse } from '../support/parse-form.ts';

const units = [
  aUnit({ id: 'TH01', name: 'Thôn Đông' }),
  aUnit({ id: 'TH02', name: 'Thôn Tây', aliases: ['Thôn Hạ'] }),
  aUnit({ id: 'TH03', name: 'Thôn An Vĩnh', formerCommune: 'Tịnh Kỳ' }),
  aUnit({ id: 'TH04', name: 'Thôn An Vĩnh', formerCommune: 'Tịnh Châu' }),
  aUnit({ id: 'TR01', name: 'Trường học Mẫu', type: 'school' }),
];

describe('a unit that was merged into another', () => {
  const merger = (name: string, into: string, from = '2025-10-01', formerCommune = '') => ({
    ...{ name, formerCommune, into, from: date(from) },
    ref: aRef('A2', 'Sáp nhập', 'don-vi.xlsx'),
  });
  const withMergers = (...mergers: readonly ReturnType<typeof merger>[]) => aRound({ units, mergers });

  test.each<[string, Clues, readonly ReturnType<typeof merger>[], string | undefined, readonly string[]]>([
    ['its name', { name: 'Thôn Gò' }, [merger('Thôn Gò', 'TH01')], undefined, ['unit-merged file']],
    [
      'its name in other words',
      { name: 'T. Gò, xã Tịnh Kỳ' },
      [merger('Thôn Gò', 'TH01')],
      undefined,
      ['unit-merged file'],
    ],
    [
      'its name in the file’s name',
      { file: 'Thôn Gò.xlsx' },
      [merger('Thôn Gò', 'TH01')],
      undefined,
      ['unit-merged file'],
    ],
    [
      'its own form, with a code that is none any more',
      { stamp: stamped({ unit: 'TH09', 'unit-name': 'Thôn Gò' }) },
      [merger('Thôn Gò', 'TH01')],
      undefined,
      ['unit-merged file'],
    ],
    [
      'its own form, with a code that is now another unit’s',
      { stamp: stamped({ unit: 'TH01', 'unit-name': 'Thôn Gò' }) },
      [merger('Thôn Gò', 'TH01')],
      undefined,
      ['unit-merged file'],
    ],
    [
      'its name in the form of the new unit',
      { name: 'Thôn Gò', stamp: STAMP },
      [merger('Thôn Gò', 'TH01')],
      undefined,
      ['unit-merged file'],
    ],
    ['the new unit’s name', { name: 'Thôn Đông' }, [merger('Thôn Gò', 'TH01')], 'TH01', []],
    [
      'the new unit’s name, the old one’s in the file’s',
      { name: 'Thôn Đông', file: 'Thôn Gò.xlsx' },
      [merger('Thôn Gò', 'TH01')],
      'TH01',
      ['unit-name-mismatch file'],
    ],
    ['not yet', { name: 'Thôn Gò' }, [merger('Thôn Gò', 'TH01', '2025-11-01')], undefined, ['unit-unknown file']],
    [
      'on the last day',
      { name: 'Thôn Gò' },
      [merger('Thôn Gò', 'TH01', '2025-10-31')],
      undefined,
      ['unit-merged file'],
    ],
    ['still a unit, not yet merged', { name: 'Thôn Tây' }, [merger('Thôn Tây', 'TH01', '2025-11-01')], 'TH02', []],
    ['still in the list', { name: 'Thôn Tây' }, [merger('Thôn Tây', 'TH01')], undefined, ['unit-merged file']],
    [
      'still in the list, by its code',
      { stamp: stamped({ unit: 'TH02', 'unit-name': 'Thôn Tây' }) },
      [merger('Thôn Tây', 'TH01')],
      undefined,
      ['unit-merged file'],
    ],
    ['a part whose name the new unit has kept', { name: 'Thôn Đông' }, [merger('Thôn Đông', 'TH01')], 'TH01', []],
    [
      'the same, with the former commune',
      { name: 'Thôn Đông (Tịnh Long cũ)' },
      [merger('Thôn Đông', 'TH01', '2025-10-01', 'Tịnh Long')],
      undefined,
      ['unit-merged file'],
    ],
    [
      'a name that a unit of another former commune still has',
      { name: 'Thôn An Vĩnh' },
      [merger('Thôn An Vĩnh', 'TH01', '2025-10-01', 'Tịnh Long')],
      undefined,
      ['unit-ambiguous file'],
    ],
    [
      'the same, with that unit’s former commune',
      { name: 'Thôn An Vĩnh, Tịnh Kỳ' },
      [merger('Thôn An Vĩnh', 'TH01', '2025-10-01', 'Tịnh Long')],
      'TH03',
      [],
    ],
    [
      'two old ones of one name',
      { name: 'Thôn Gò' },
      [merger('Thôn Gò', 'TH01', '2025-10-01', 'Tịnh Long'), merger('Thôn Gò', 'TH02', '2025-10-01', 'Tịnh Kỳ')],
      undefined,
      ['unit-merged file'],
    ],
    ['into a unit that is not there', { name: 'Thôn Gò' }, [merger('Thôn Gò', 'X1')], undefined, ['unit-unknown file']],
  ])('%s', (_what, clues, mergers, unit, findings) => {
    const outcome = parse(aFormOf(clues), withMergers(...mergers));
    expect(outcome.value.unit?.id).toBe(unit);
    expect(brief(outcome)).toEqual(findings);
    expect(outcome.value.submission === undefined).toBe(unit === undefined);
  });

  test('the finding names the new unit and the day', () =>
    expect(parse(aFormOf({ name: 'Thôn Gò' }), withMergers(merger('Thôn Gò', 'TH01'))).diagnostics[0]?.message).toBe(
      '“Thôn Gò” (đơn vị cũ) đã nhập vào “Thôn Đông” (mã TH01) từ ngày 01/10/2025; báo cáo của riêng đơn vị cũ không tính thay cho đơn vị mới được',
    ));

  test.each([
    ['Thôn Đông', 'TH01'],
    ['Thôn Gò', undefined],
    ['Thôn Tây', undefined],
    ['Thôn An Vĩnh', undefined],
    ['Thôn An Vĩnh, Tịnh Kỳ', 'TH03'],
  ])('as the heading of a sheet or row, %s: %s', (text, id) => {
    const names = roundNames(withMergers(merger('Thôn Gò', 'TH01'), merger('Thôn Tây', 'TH01')));
    expect(unitNamed(text, names)?.id).toBe(id);
  });
});
