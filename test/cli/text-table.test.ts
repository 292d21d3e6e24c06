import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.ts';
import { textTable } from '../../src/cli/table.ts';

describe('the width that a terminal shows', () => {
  test.each([
    ['Thôn Mỹ Lại', 11],
    ['Thôn Mỹ Lại'.normalize('NFD'), 11],
    ['ệ'.normalize('NFD'), 1],
    ['', 0],
    ['漢字', 4],
    ['“Ủy ban” – 50%…', 15],
    ['👨‍👩‍👧', 2],
  ])('%j takes %i columns', (text, expected) => {
    expect(displayWidth(text)).toBe(expected);
  });
});

test('columns are aligned whatever the letters are made of', () => {
  const rows = [
    ['TH01', 'Thôn Thượng'.normalize('NFD'), '12'],
    ['TH02', 'Hạ', '3'],
  ];
  expect(
    textTable(
      [
        { heading: 'Mã', align: 'left' },
        { heading: 'Đơn vị', align: 'left' },
        { heading: 'Lỗi', align: 'right' },
      ],
      rows,
    ).map((line) => line.normalize('NFC')),
  ).toEqual(['Mã    Đơn vị       Lỗi', '----  -----------  ---', 'TH01  Thôn Thượng   12', 'TH02  Hạ             3']);
});
