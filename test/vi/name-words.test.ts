import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/vi/name-words.ts';

describe('nameKey', () => {
  test.each([
    ['Thôn 1', 'thôn 01'],
    ['Thôn 1', 'Thôn Một'],
    ['Thôn 1', 'THÔN SỐ MỘT'],
    ['Thôn 1', 'Thôn I'],
    ['Thôn 1', 'Thôn1'],
    ['Phú Hòa 12', 'Phú Hoà mười hai'],
    ['Phú Hòa 21', 'Phú Hòa hai mươi mốt'],
    ['Tổ 15', 'Tổ mười lăm'],
    ['Khu XIV', 'Khu 14'],
    ['THÔN VI', 'Thôn 6'],
    ['Phước Thuận - Phước Hậu', 'Phước Thuận–Phước Hậu'],
    ['Phước Thuận - Phước Hậu', 'Phước Thuận và Phước Hậu'],
    ['Cổ Lũy', 'Cổ Luỹ'.normalize('NFD')],
  ])('%s = %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  test.each([
    ['Mỹ Lại', 'Mỹ Lài'],
    ['Mỹ Lại', 'My Lai'],
    ['Thôn 1', 'Thôn 11'],
    ['Thôn 10', 'Thôn X'],
    ['Thôn Vi', 'Thôn 6'],
    ['Thôn Nhất', 'Thôn Một'],
    ['Thôn năm 2025', 'Thôn 5 2025'],
    ['TH01', 'TH1'],
    ['TH01', 'TH 01'],
  ])('%s is not %s', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));
});
