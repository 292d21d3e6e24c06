import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutCountWord } from '../../src/parse/cells/count-words.ts';
import { readLooseNumber } from '../../src/vi/loose-number.ts';

test.each<[string, unknown]>([
  ['năm mươi', { kind: 'words', value: 50 }],
  ['ba trăm người', { kind: 'words', value: 300 }],
  ['~500', { kind: 'about', value: 500 }],
  ['≈ 1.200', { kind: 'about', value: 1200 }],
  ['>=500', { kind: 'about', value: 500 }],
  ['khoảng 500 người', { kind: 'about', value: 500 }],
  ['ước khoảng ba trăm hộ', { kind: 'about', value: 300 }],
  ['Trên 700', { kind: 'about', value: 700 }],
  ['500+', { kind: 'about', value: 500 }],
  ['500 trở lên', { kind: 'about', value: 500 }],
  ['không dưới 20', { kind: 'about', value: 20 }],
  ['12/15', { kind: 'pair', first: 12, second: 15 }],
  ['12 trên tổng số 15', { kind: 'pair', first: 12, second: 15 }],
  ['12-15', { kind: 'range', first: 12, second: 15 }],
  ['từ 12 đến 15 người', { kind: 'range', first: 12, second: 15 }],
  ['50,5%', { kind: 'share' }],
  ['50 phần trăm', { kind: 'share' }],
  ['1e3', { kind: 'power', value: 1000 }],
  ['1.5E+05', { kind: 'power', value: 150_000 }],
  ['5 (dự kiến)', { kind: 'noted', value: 5 }],
  ['(5)', { kind: 'noted', value: 5 }],
  ['+5', { kind: 'noted', value: 5 }],
  ['1,', { kind: 'noted', value: 1 }],
  ['500 cái', { kind: 'noted', value: 500 }],
  ['đạt 500', { kind: 'noted', value: 500 }],
  ['12,5 cái', { kind: 'noted', value: undefined }],
  ['12 (3 nữ)', { kind: 'unknown' }],
  ['1\n234', { kind: 'unknown' }],
  ['12+15', { kind: 'unknown' }],
  ['CT05', { kind: 'unknown' }],
  ['trên địa bàn xã', { kind: 'unknown' }],
  ['hơn', { kind: 'unknown' }],
  ['', { kind: 'unknown' }],
])('%j', (text, expected) => expect(readLooseNumber(text, cutCountWord)).toEqual(expected));

test('reads any text, and long ones soon', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(fc.constantFrom('khoảng', 'trên', 'tổng', ':', ' ', '1', '.', '-', '+', '~', '5 '), {
            maxLength: 3000,
          })
          .map((parts) => parts.join('')),
      ),
      (text) => {
        expect(() => readLooseNumber(text, cutCountWord)).not.toThrow();
      },
    ),
  ));
