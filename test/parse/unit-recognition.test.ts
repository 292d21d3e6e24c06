import { describe, expect, test } from 'vitest';
import { aFilledForm, STAMP } from '../support/a-filled-form.ts';
import { aFormOf, NAME_CELL, stamped, type Clues } from '../support/a-form-of.ts';
import { aRound, aUnit } from '../support/builders.ts';
import { brief, parse } from '../support/parse-form.ts';

const units = [
  aUnit({ id: 'TH01', name: 'Thôn Đông' }),
  aUnit({ id: 'TH02', name: 'Thôn Tây', aliases: ['Thôn Hạ'] }),
  aUnit({ id: 'TH03', name: 'Thôn An Vĩnh', formerCommune: 'Tịnh Kỳ' }),
  aUnit({ id: 'TH04', name: 'Thôn An Vĩnh', formerCommune: 'Tịnh Châu' }),
  aUnit({ id: 'TR01', name: 'Trường học Mẫu', type: 'school' }),
];
const round = aRound({ units });

describe('whose report it is', () => {
  test.each<[string, Clues, string | undefined, readonly string[]]>([
    ['the hidden code', { stamp: stamped({ unit: 'TH02', 'unit-name': '' }) }, 'TH02', []],
    ['the hidden name, when the code is not in the register', { stamp: stamped({ unit: 'X9' }) }, 'TH01', []],
    ['the hidden code in small letters', { stamp: stamped({ unit: 'th02', 'unit-name': '' }) }, 'TH02', []],
    ['the hidden code against the name', { name: 'Thôn Tây', stamp: STAMP }, undefined, ['unit-ambiguous file']],
    ['the hidden code against the code of another', { name: 'TH02', stamp: STAMP }, undefined, ['unit-ambiguous file']],
    ['the hidden code against another name', { name: 'thôn hạ', stamp: STAMP }, undefined, ['unit-ambiguous file']],
    [
      'the hidden code and the file name against the name',
      { name: 'Thôn Tây', file: 'TH01.xlsx', stamp: STAMP },
      undefined,
      ['unit-ambiguous file'],
    ],
    [
      'the hidden code against a name that two others have',
      { name: 'Thôn An Vĩnh', stamp: STAMP },
      undefined,
      ['unit-ambiguous file'],
    ],
    ['the hidden code against half a name', { name: 'Tây', stamp: STAMP }, 'TH01', [`unit-name-mismatch ${NAME_CELL}`]],
    [
      'the hidden code against half a name and the file name',
      { name: 'Tây', file: 'TH02.xlsx', stamp: STAMP },
      undefined,
      ['unit-ambiguous file'],
    ],
    [
      'the hidden code and the name that two have, one of them this',
      { name: 'Thôn An Vĩnh', stamp: stamped({ unit: 'TH03', 'unit-name': '' }) },
      'TH03',
      [],
    ],
    ['the hidden code against the file name', { file: 'TH02.xlsx', stamp: STAMP }, 'TH01', ['unit-name-mismatch file']],
    ['the hidden code, a name that nobody has', { name: 'Tổ công nghệ', stamp: STAMP }, 'TH01', []],
    [
      'the hidden code, another type in the register',
      { stamp: stamped({ 'unit-type': 'school' }) },
      'TH01',
      ['unit-type-mismatch file'],
    ],
    ['the name', { name: 'Thôn Đông' }, 'TH01', []],
    ['another name of the unit', { name: 'thôn hạ' }, 'TH02', []],
    ['the name against the file name', { name: 'Thôn Đông', file: 'TH02.xlsx' }, 'TH01', ['unit-name-mismatch file']],
    ['the name with the former commune', { name: 'Thôn An Vĩnh (xã Tịnh Châu cũ)' }, 'TH04', []],
    ['a name that two have, and the file name', { name: 'Thôn An Vĩnh', file: 'TH03.xlsx' }, 'TH03', []],
    ['a name that two have', { name: 'Thôn An Vĩnh' }, undefined, ['unit-ambiguous file']],
    ['the file name', { file: 'Thôn Tây.xlsx' }, 'TH02', []],
    [
      'the file name against an unknown name',
      { name: 'Thôn Bắc', file: 'TH02.xlsx' },
      'TH02',
      [`unit-name-mismatch ${NAME_CELL}`],
    ],
    ['a file name that two have', { file: 'Thôn An Vĩnh.xlsx' }, undefined, ['unit-ambiguous file']],
    ['an unknown name', { name: 'Thôn Bắc' }, undefined, ['unit-unknown file']],
    ['a name without diacritics', { name: 'Thon Dong' }, undefined, ['unit-unknown file']],
    ['nothing', {}, undefined, ['unit-unknown file']],
  ])('%s', (_what, clues, unit, findings) => {
    const outcome = parse(aFormOf(clues), round);
    expect(outcome.value.unit?.id).toBe(unit);
    expect(brief(outcome)).toEqual(findings);
    expect(outcome.value.submission === undefined).toBe(unit === undefined);
  });

  test('a near name is suggested', () =>
    expect(parse(aFormOf({ name: 'Thôn Đồng' }), round).diagnostics[0]?.message).toBe(
      'Không nhận ra báo cáo của đơn vị nào: danh sách đơn vị (don-vi.xlsx) không có tên “Thôn Đồng” (có phải ý bạn là “Thôn Đông”?)',
    ));

  test('a form with the name of another unit says whose it may be', () =>
    expect(parse(aFormOf({ name: 'Thôn Tây', stamp: STAMP }), round).diagnostics[0]?.message).toBe(
      'Biểu mẫu được tạo cho “Thôn Đông” (mã TH01) nhưng phiếu ghi tên đơn vị “Thôn Tây”, là tên của “Thôn Tây” (mã TH02); không rõ số liệu của đơn vị nào',
    ));

  test.each([
    ['of another directive', { directive: 'chi-thi-khac' }],
    ['of nothing known', {}],
  ])('a form %s that cannot be used is still its unit’s', (_what, marks) => {
    const stamp = stamped({ unit: 'th01', 'unit-name': '', ...marks });
    const book = aFilledForm({ file: 'baocao.xlsx', stamp, general: [], tasks: [], indicators: [], opinions: [] });
    const { value } = parse(book, round);
    expect(value.submission).toBeUndefined();
    expect(value.unit?.id).toBe('TH01');
  });

  test('candidates are told apart by code and former commune', () =>
    expect(parse(aFormOf({ name: 'Thôn An Vĩnh' }), round).diagnostics[0]?.message).toBe(
      'Tên đơn vị “Thôn An Vĩnh” có thể là 2 đơn vị: “Thôn An Vĩnh” (mã TH03, xã cũ Tịnh Kỳ) và “Thôn An Vĩnh” (mã TH04, xã cũ Tịnh Châu)',
    ));
});

describe('the present commune', () => {
  const communes = [
    aUnit({ id: 'TH01', name: 'Thôn Đông', formerCommune: 'Tịnh Khê' }),
    aUnit({ id: 'TH02', name: 'Thôn Đông', formerCommune: 'Tịnh Kỳ' }),
    aUnit({ id: 'TH03', name: 'Thôn Tây', formerCommune: 'Tịnh Kỳ' }),
  ];
  test.each<[string, string | undefined, string | undefined]>([
    ['Thôn Tây, xã Tịnh Khê', 'UBND xã Tịnh Khê', 'TH03'],
    ['Thôn Đông, xã Tịnh Khê', 'UBND xã Tịnh Khê', undefined],
    ['Thôn Đông (Tịnh Khê cũ)', 'UBND xã Tịnh Khê', 'TH01'],
    ['Thôn Đông, xã Tịnh Khê', 'UBND xã Bình Sơn', 'TH01'],
    ['Thôn Tây, xã Tịnh Khê', undefined, undefined],
  ])('%s, in %s: %s', (name, issuer, id) => {
    const commune = aRound({ units: communes, ...(issuer === undefined ? {} : { issuer }) });
    expect(parse(aFormOf({ name }), commune).value.unit?.id).toBe(id);
  });
});
