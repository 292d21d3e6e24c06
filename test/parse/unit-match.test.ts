import { describe, expect, test } from 'vitest';
import { unitsInFileName } from '../../src/parse/units/unit-file-name.ts';
import { unitOfFileName } from '../../src/parse/units/round-names.ts';
import { unitsNamed } from '../../src/parse/units/unit-match.ts';
import { nameLikeFile, nearestName } from '../../src/parse/units/unit-suggestion.ts';
import { aDirective, aRound, aUnit, date } from '../support/builders.ts';
import { campaignDirective } from '../support/small-commune.ts';

const units = [
  aUnit({ id: 'TH01', name: 'Thôn Mỹ Lại' }),
  aUnit({ id: 'TH02', name: 'Thôn Cổ Lũy', aliases: ['Thôn Cổ Lũy Vĩnh'] }),
  aUnit({ id: 'TH03', name: 'Thôn An Vĩnh', formerCommune: 'Tịnh Kỳ' }),
  aUnit({ id: 'TH04', name: 'Thôn An Vĩnh', formerCommune: 'Tịnh Châu' }),
  aUnit({ id: 'TH05', name: 'Thôn Phú Hòa 1' }),
  aUnit({ id: 'TH06', name: 'Thôn Phú Hòa' }),
  aUnit({ id: 'TH07', name: 'Phước Thuận - Phước Hậu' }),
  aUnit({ id: 'TR01', name: 'Trường TH Mỹ Lại', type: 'school', aliases: ['Tiểu học Mỹ Lại'] }),
];
const { unitTypes } = aDirective();
const names = { units, unitTypes, commune: '' };

describe('unitsNamed', () => {
  test.each<[string, readonly string[]]>([
    ['Thôn Mỹ Lại', ['TH01']],
    ['  thôn  MỸ LẠI. ', ['TH01']],
    ['Thôn Mỹ Lại'.normalize('NFD'), ['TH01']],
    ['Mỹ Lại', ['TH01']],
    ['th01', ['TH01']],
    ['Thôn Mỹ Lài', []],
    ['Thon My Lai', []],
    ['Thôn Cổ Luỹ', ['TH02']],
    ['Cổ Lũy Vĩnh', ['TH02']],
    ['Thôn Cổ Lũy, xã Tịnh Khê', ['TH02']],
    ['Thôn An Vĩnh', ['TH03', 'TH04']],
    ['Thôn An Vĩnh (Tịnh Kỳ cũ)', ['TH03']],
    ['Thôn An Vĩnh, xã Tịnh Châu', ['TH04']],
    ['Thôn An Vĩnh thuộc xã Tịnh Châu cũ', ['TH04']],
    ['An Vĩnh - Tịnh Kỳ', ['TH03']],
    ['Thôn An Vĩnh, xã Tịnh Long', []],
    ['Phú Hòa 1', ['TH05']],
    ['Phú Hoà', ['TH06']],
    ['Thôn Phú Hòa 2', []],
    ['Phước Thuận – Phước Hậu', ['TH07']],
    ['Thôn Phước Thuận-Phước Hậu', ['TH07']],
    ['Tiểu học Mỹ Lại', ['TR01']],
    ['', []],
    ['Thôn', []],
  ])('%s: %j', (text, ids) => expect(unitsNamed(text, names).map(({ id }) => id)).toEqual(ids));
});

describe('unitOfFileName', () => {
  const MERGER_CELL = { file: 'don-vi.xlsx', sheet: 'Sáp nhập', address: 'A2' };
  const mergers = [
    { name: 'Thôn Trường Định', formerCommune: '', into: 'TH01', from: date('2025-07-01'), ref: MERGER_CELL },
  ];
  test.each<[string, string | undefined]>([
    ['TH01.xlsx', 'TH01'],
    ['TH01-thon-my-lai.xlsx', 'TH01'],
    ['th01_lan2 (1).xlsx', 'TH01'],
    ['nop/2025-10/BC_T10_Thôn_Mỹ_Lại_1.xlsx', 'TH01'],
    ['Báo cáo Thôn Cổ Luỹ.xlsx'.normalize('NFD'), 'TH02'],
    ['Thôn Phú Hòa 1.xlsx', 'TH05'],
    ['Thôn Phú Hòa.xlsx', 'TH06'],
    ['Trường TH Mỹ Lại.xlsx', 'TR01'],
    ['Thôn An Vĩnh.xlsx', undefined],
    ['Thôn An Vĩnh (Tịnh Kỳ).xlsx', 'TH03'],
    ['TH01 và TH02.xlsx', undefined],
    ['TH011.xlsx', undefined],
    ['thon my lai.xlsx', undefined],
    ['TH01/baocao.xlsx', undefined],
    ['baocao.xlsx', undefined],
    ['T. Mỹ Lại.xlsx', 'TH01'],
    ['Thôn Trường Định.xlsx', undefined],
    ['.xlsx', undefined],
  ])('%s: %s', (file, id) => expect(unitOfFileName(file, aRound({ units, mergers }))?.id).toBe(id));
});

describe('names as people write them', () => {
  const commune = [
    aUnit({ id: 'TH01', name: 'Thôn Một', formerCommune: 'Tịnh Long' }),
    aUnit({ id: 'TH02', name: 'Thôn 2', formerCommune: 'Tịnh Long' }),
    aUnit({ id: 'TH03', name: 'Thôn Phú Hòa 1', formerCommune: 'Tịnh Kỳ' }),
    aUnit({ id: 'TH04', name: 'Thôn Phú Hòa 2', formerCommune: 'Tịnh Kỳ' }),
    aUnit({ id: 'TH05', name: 'Thôn Phước Thuận - Phước Hậu', formerCommune: 'Tịnh Khê' }),
    aUnit({ id: 'TH06', name: 'Thôn Phú Lâm', formerCommune: 'Tịnh Long' }),
    aUnit({ id: 'TH07', name: 'Thôn Phú Lâm', formerCommune: 'Tịnh Khê' }),
    aUnit({ id: 'TR01', name: 'Trường Tiểu học Phú Hòa', type: 'school' }),
    aUnit({ id: 'TR02', name: 'Trường Trung học cơ sở Phú Hòa', type: 'school' }),
    aUnit({ id: 'TR03', name: 'Trường MN Tịnh Khê', type: 'school' }),
    aUnit({ id: 'PB01', name: 'Phòng Văn hóa – Xã hội', type: 'department' }),
    aUnit({ id: 'PB02', name: 'Trung tâm Phục vụ hành chính công', type: 'department' }),
    aUnit({ id: 'VP01', name: 'Văn phòng HĐND và UBND xã', type: 'office' }),
    aUnit({ id: 'MT01', name: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã', type: 'organisation' }),
    aUnit({ id: 'HT01', name: 'HTX Nông nghiệp Tịnh Kỳ', type: 'cooperative' }),
  ];
  const written = { units: commune, unitTypes: campaignDirective().unitTypes, commune: 'tịnh khê' };

  test.each<[string, readonly string[]]>([
    // Numbers, in digits, in words, as Roman numerals.
    ['Thôn 1', ['TH01']],
    ['thôn 01', ['TH01']],
    ['Thôn số 1', ['TH01']],
    ['Thôn I', ['TH01']],
    ['THÔN II', ['TH02']],
    ['Thôn Hai', ['TH02']],
    ['thôn1', ['TH01']],
    ['1', ['TH01']],
    ['Thôn 3', []],
    ['Thôn X', []],
    ['Phú Hoà I', ['TH03']],
    ['Phú Hòa hai', ['TH04']],
    ['Thôn Phú Hòa số 02', ['TH04']],
    ['Thôn Phú Hòa', []],
    ['Thôn Phú Hòa 12', []],
    // Hyphens, dashes, “và”.
    ['Phước Thuận – Phước Hậu', ['TH05']],
    ['thôn Phước Thuận-Phước Hậu', ['TH05']],
    ['Thôn Phước Thuận và Phước Hậu', ['TH05']],
    ['Thôn Phước Thuận & Phước Hậu, xã Tịnh Khê', ['TH05']],
    ['Thôn Phước Thuận', []],
    // The former commune, the present commune, and the former one of the same name.
    ['thôn Phú Lâm (Tịnh Long cũ)', ['TH06']],
    ['Thôn Phú Lâm - xã Tịnh Long', ['TH06']],
    ['Phú Lâm, Tịnh Long', ['TH06']],
    ['thôn Phú Lâm xã Tịnh Long cũ', ['TH06']],
    ['Thôn Phú Lâm, xã cũ Tịnh Long, TP Quảng Ngãi', ['TH06']],
    ['Thôn Phú Lâm (Tịnh Khê cũ)', ['TH07']],
    ['Thôn Phú Lâm, xã Tịnh Khê', ['TH06', 'TH07']],
    ['Thôn Phú Lâm, xã Tịnh Khê, tỉnh Quảng Ngãi', ['TH06', 'TH07']],
    ['Thôn Phú Hòa 1, xã Tịnh Khê', ['TH03']],
    ['Thôn Phú Hòa 1 (xã Tịnh Khê cũ)', []],
    ['Thôn Phú Lâm, xã Tịnh Châu', []],
    // Words for the type, abbreviated.
    ['T. Phú Hòa 1', ['TH03']],
    ['T.Phú Lâm - Tịnh Long', ['TH06']],
    ['Th. Phú Hòa 2', ['TH04']],
    ['Trường TH Phú Hòa', ['TR01']],
    ['Trường THCS Phú Hòa', ['TR02']],
    ['Tr. THCS Phú Hòa', ['TR02']],
    ['trường thcs Phú Hòa', ['TR02']],
    ['Trường Mầm non Tịnh Khê', ['TR03']],
    ['Trường MN Phú Hòa', []],
    ['Trường THPT Phú Hòa', []],
    ['P. Văn hoá - Xã hội', ['PB01']],
    ['Phòng Văn hóa và Xã hội', ['PB01']],
    ['TT. Phục vụ hành chính công', ['PB02']],
    ['TT Phục vụ hành chính công xã Tịnh Khê', ['PB02']],
    ['VP HĐND-UBND xã', ['VP01']],
    ['Văn phòng HĐND & UBND', ['VP01']],
    ['Văn phòng HĐND và UBND xã Tịnh Khê', ['VP01']],
    ['UBMTTQVN xã', ['MT01']],
    ['UBMTTQ Việt Nam xã Tịnh Khê', ['MT01']],
    ['Ủy ban MTTQ Việt Nam xã', ['MT01']],
    ['Hợp tác xã Nông nghiệp Tịnh Kỳ', ['HT01']],
    // Only words for the type are abbreviated, and an abbreviation stands for its own words only.
    ['Phòng VH-XH', []],
    ['Thôn PH 1', []],
    ['T Phú Hòa 1', []],
    // Bodies of a village.
    ['Chi bộ thôn Phú Hòa 1', ['TH03']],
    ['Tổ CNSCĐ thôn Phú Hòa 2', ['TH04']],
    ['Ban nhân dân thôn Một', ['TH01']],
    ['Hội Nông dân thôn Phú Hòa 2', []],
    // Words in front that say nothing.
    ['Báo cáo của thôn Phú Hòa 1', ['TH03']],
    ['Đơn vị: Thôn Phú Hòa 1', ['TH03']],
    ['TH03 - Thôn Phú Hòa 1', ['TH03']],
    ['TH03 - Thôn Phú Hòa 2', []],
    // Two villages in one name are none.
    ['Thôn Phú Hòa 1 và Thôn Phú Hòa 2', []],
    ['Thôn Phú Hòa 1 và 2', []],
    // Without diacritics, with a wrong one: never.
    ['Thon Phu Hoa 1', []],
    ['Thôn Phú Lam (Tịnh Long cũ)', []],
  ])('%s: %j', (text, ids) => expect(unitsNamed(text, written).map(({ id }) => id)).toEqual(ids));

  test.each<[string, readonly string[]]>([
    ['BC_T10_Thôn_Phú_Hòa_1.xlsx', ['TH03']],
    ['T.Phú Hòa 2 - báo cáo.xlsx', ['TH04']],
    ['Trường TH Phú Hòa.xlsx', ['TR01']],
    ['TH06 - Thôn Phú Lâm.xlsx', ['TH06']],
    ['Thôn Phú Lâm.xlsx', ['TH06', 'TH07']],
    ['Thôn Phú Lâm (Tịnh Long).xlsx', ['TH06']],
    ['Tịnh Long - Thôn Phú Lâm.xlsx', ['TH06']],
    ['Thôn Phú Lâm - xã Tịnh Khê.xlsx', ['TH06', 'TH07']],
    ['Thôn Phú Lâm, Tịnh Khê cũ.xlsx', ['TH07']],
    ['Thôn Phú Hòa 1 (Tịnh Long cũ).xlsx', []],
    ['TH06 - Thôn Phú Hòa 1.xlsx', ['TH03', 'TH06']],
    // A copy's number, a day, a month and a year are no part of the name.
    ['Thôn 1 (2).xlsx', ['TH01']],
    ['Thôn Hai 10-2025.xlsx', ['TH02']],
    ['Báo cáo thôn 1-10-2025.xlsx', []],
    ['Báo cáo thôn tháng 1.xlsx', []],
    ['Thôn một năm 2025.xlsx', ['TH01']],
    ['BC_T01_Thon_Phu_Hoa_1.xlsx', []],
  ])('in a file name, %s: %j', (file, ids) => expect(unitsInFileName(file, written).map(({ id }) => id)).toEqual(ids));

  test.each<[string, string | undefined]>([
    ['BC_T01_Thon_Phu_Hoa_1.xlsx', 'Thôn Phú Hòa 1'],
    ['thon phu lam.xlsx', 'Thôn Phú Lâm'],
    ['bao cao thon phu hoa.xlsx', undefined],
    ['baocao.xlsx', undefined],
  ])('a file name without diacritics only suggests, %s: %s', (file, name) =>
    expect(nameLikeFile(file, written)).toBe(name),
  );

  test('a copy’s number may as well be the village’s', () => {
    const two = [aUnit({ id: 'A', name: 'Thôn Phú Hòa' }), aUnit({ id: 'B', name: 'Thôn Phú Hòa 1' })];
    const found = unitsInFileName('Thôn Phú Hòa (1).xlsx', { ...written, units: two });
    expect(found.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  test('one name, the number once in digits and once in words: the former commune decides', () => {
    const two = [
      aUnit({ id: 'A', name: 'Thôn 1', formerCommune: 'Tịnh Kỳ' }),
      aUnit({ id: 'B', name: 'Thôn Một', formerCommune: 'Tịnh Châu' }),
    ];
    const found = (text: string) => unitsNamed(text, { ...written, units: two }).map(({ id }) => id);
    expect(found('Thôn Một')).toEqual(['A', 'B']);
    expect(found('Thôn Một (Tịnh Kỳ cũ)')).toEqual(['A']);
  });

  test('an abbreviation that may be two words means the unit that has either', () => {
    const [department] = written.unitTypes.filter(({ id }) => id === 'department');
    if (department === undefined) throw new Error('the directive has departments');
    const unitTypes = [{ ...department, aliases: [...department.aliases, 'Thị trấn'] }];
    const units = ['Trung tâm Sơn Tịnh', 'Thị trấn Sơn Tịnh'].map((name, index) =>
      aUnit({ id: String(index), name, type: 'department' }),
    );
    const found = (of: typeof units) => unitsNamed('TT. Sơn Tịnh', { units: of, unitTypes, commune: '' });
    expect(found(units)).toHaveLength(2);
    expect(found(units.slice(1)).map(({ name }) => name)).toEqual(['Thị trấn Sơn Tịnh']);
  });
});

describe('nearestName', () => {
  test.each([
    ['Thôn Mỹ Lài', 'Thôn Mỹ Lại'],
    ['Thon Co Luy', 'Thôn Cổ Lũy'],
    ['Cổ Lủy', 'Thôn Cổ Lũy'],
    ['Tiểu hoc Mỹ Lại', 'Tiểu học Mỹ Lại'],
    // Half of the letters are those of the word for the type.
    ['Thôn Mù U', undefined],
    ['Tổ công nghệ số', undefined],
    ['', undefined],
  ])('%s: %s', (text, name) => expect(nearestName(text, names)).toBe(name));
});
