import { describe, expect, test } from 'vitest';
import { isDateFormat, isPercentFormat } from '../../src/read/number-format.ts';

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
