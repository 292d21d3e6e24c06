import { expect, test } from 'vitest';
import { compareTexts } from '../../src/model/compare-texts.ts';

test.each([
  ['a.xlsx', 'b.xlsx', -1],
  ['b.xlsx', 'a.xlsx', 1],
  ['a.xlsx', 'a.xlsx', 0],
  // by code unit, not by any language: capitals first, letters with marks last
  ['B.xlsx', 'a.xlsx', -1],
  ['z.xlsx', 'ă.xlsx', -1],
  ['TH10.xlsx', 'TH2.xlsx', -1],
])('%s and %s', (a, b, order) => {
  expect(compareTexts(a, b)).toBe(order);
});
