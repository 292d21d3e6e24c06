import { expect, test } from 'vitest';
import { textWidth } from '../../../src/profiles/times-new-roman.ts';
import { heightOf, lineCount, type Piece, widthFor } from '../../../src/render/xlsx/row-height.ts';

function piece(text: string, size: number): Piece {
  return { text, size, face: 'regular', indent: 0 };
}

test.each([
  // Times New Roman: C 667 and 722, n 500 and 556, o-horn 529 and 554, u-horn 541 (542 with a tone) and 600 thousandths of the size.
  ['Cn', 11.67, 12.78],
  ['ơ', 5.29, 5.54],
  ['ợ', 5.29, 5.54],
  ['ữ', 5.42, 6],
  ['ệ', 4.44, 4.44],
  ['Đ', 7.22, 7.22],
  // Not in the tables: as wide as high.
  ['中', 10, 10],
])('“%s” at 10 points is %d points wide, in bold %d', (text, regular, bold) => {
  expect(textWidth(text, 10, 'regular')).toBeCloseTo(regular, 2);
  expect(textWidth(text.normalize('NFD'), 10, 'bold')).toBeCloseTo(bold, 2);
});

// A column of 20 digits holds about 111 points of text.
test.each([
  ['', 1],
  ['Thôn Đông', 1],
  ['một\nhai', 2],
  ['Phối hợp triển khai Chiến dịch đi từng ngõ', 2],
  // One word of 60 letters m, 7,78 points each.
  ['m'.repeat(60), 5],
])('“%s” takes %d lines', (text, lines) => {
  expect(lineCount(piece(text, 10), 20)).toBe(lines);
});

test('a row grows with its text, up to what a spreadsheet allows', () => {
  expect(heightOf([piece('ngắn', 11)], 20)).toBe(17);
  // “dài” is 13,5 points wide, a blank 2,75: seven words a line, nine lines.
  expect(heightOf([piece('dài '.repeat(60).trim(), 11)], 20)).toBe(124);
  expect(heightOf([piece('dài '.repeat(3000), 11)], 20)).toBe(409);
});

test('the guidance below a text needs its own lines, an indent leaves less for each', () => {
  const title = piece('Số người có chữ ký số', 11);
  expect(heightOf([title, piece('Không lớn hơn CT01.', 10)], 40)).toBe(heightOf([title], 40) + 12);
  expect(lineCount(piece('mười chữ trên một dòng vừa đủ', 11), 26)).toBe(1);
  expect(lineCount({ ...piece('mười chữ trên một dòng vừa đủ', 11), indent: 20 }, 26)).toBe(2);
});

test.each(['UBMTTQ và các hội, đoàn thể', 'Thôn', 'Văn phòng HĐND và UBND'])(
  '“%s” stands on one line in its width',
  (text) => {
    const width = widthFor(piece(text, 11));
    expect(lineCount(piece(text, 11), width)).toBe(1);
    // One digit less than what the text alone needs, and it would break.
    expect(width * 6).toBeLessThan(textWidth(text, 11, 'regular') / 0.96 + 4 + 6);
  },
);
