import { describe, expect, test } from 'vitest';
import { builtInFormat, isDateFormat, isPercentFormat, isTimeFormat } from '../../src/read/number-format.ts';

describe('isDateFormat', () => {
  test.each([
    ['General', false],
    ['Standard', false],
    ['0', false],
    ['#,##0.00', false],
    ['0.0%', false],
    ['@', false],
    ['dd/mm/yyyy', true],
    ['d-mmm-yy h:mm', true],
    ['[$-42A]dd mmmm yyyy;@', true],
    ['dd"/"mm"/"yyyy', true],
    ['yyyy\\-mm\\-dd', true],
    ['mmm', true],
    ['h:mm', false],
    ['[h]:mm:ss', false],
    ['[h]:mm', false],
    ['[m]', false],
    ['[mm]:ss', false],
    ['mm:ss.0', false],
    ['h:mm AM/PM', false],
    ['[Màu đỏ][$-vi-VN]dd/mm/yyyy', true],
    ['"['.repeat(100_000), false],
    ['[Red]0.00', false],
    ['#,##0 "đồng/ngày d"', false],
    ['_-* #,##0.00\\ _d', false],
    ['0;dd/mm', false],
    ['', false],
  ])('%s: %s', (format, isDate) => expect(isDateFormat(format)).toBe(isDate));
});

describe('isPercentFormat', () => {
  test.each([
    ['0%', true],
    ['0.00%;[Red]-0.00%', true],
    ['0"%"', false],
    ['0\\%', false],
    ['General', false],
  ])('%s: %s', (format, isPercent) => expect(isPercentFormat(format)).toBe(isPercent));
});

describe('isTimeFormat', () => {
  test.each([
    ['h:mm', true],
    ['[h]:mm', true],
    ['[mm]:ss', true],
    ['mm:ss.0', true],
    ['dd/mm/yyyy h:mm', false],
    ['dd/mm/yyyy', false],
    ['mm', false],
    ['General', false],
    ['0', false],
  ])('%s: %s', (format, isTime) => expect(isTimeFormat(format)).toBe(isTime));
});

test('formats that Excel knows by number: days, times of day and percentages', () => {
  const ids = Array.from({ length: 82 }).keys();
  const kinds = [...ids].map((id) => {
    const format = builtInFormat(id);
    if (isDateFormat(format)) return 'd';
    if (isTimeFormat(format)) return 't';
    return isPercentFormat(format) ? '%' : '.';
  });
  expect(kinds.join('').replace(/(.{10})/gu, '$1 ')).toBe(
    '.........% %...ddddtt ttd....ddd ddttttd... .....ttt.. ddddddddd. .......... .......... ..',
  );
});
