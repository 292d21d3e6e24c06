import { describe, expect, test } from 'vitest';
import { nearestName, unitOfFileName, unitsNamed } from '../../src/parse/unit-match.ts';
import { aDirective, aUnit } from '../support/builders.ts';

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
  ])('%s: %j', (text, ids) => expect(unitsNamed(text, units, unitTypes).map(({ id }) => id)).toEqual(ids));
});

describe('unitOfFileName', () => {
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
    ['.xlsx', undefined],
  ])('%s: %s', (file, id) => expect(unitOfFileName(file, units)?.id).toBe(id));
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
  ])('%s: %s', (text, name) => expect(nearestName(text, units, unitTypes)).toBe(name));
});
