import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAddress, type CellRange } from '../../src/model/workbook.ts';
import { dropCovered } from '../../src/read/merges.ts';
import { aSheet } from '../support/a-workbook.ts';

function addresses(sheet: ReturnType<typeof aSheet>): readonly string[] {
  return [...dropCovered(sheet.rows, sheet.merges)].flatMap(([row, cells]) =>
    [...cells.keys()].map((column) => cellAddress(row, column)),
  );
}

const full = ['x', 'x', 'x'];

test.each([
  ['no merge', [], ['A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3']],
  ['across', [{ top: 0, left: 0, bottom: 0, right: 2 }], ['A1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3']],
  ['down', [{ top: 0, left: 1, bottom: 2, right: 1 }], ['A1', 'B1', 'C1', 'A2', 'C2', 'A3', 'C3']],
  [
    'a block, given after another',
    [
      { top: 2, left: 0, bottom: 2, right: 1 },
      { top: 0, left: 0, bottom: 1, right: 2 },
    ],
    ['A1', 'A3', 'C3'],
  ],
  ['the whole sheet', [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }], ['A1']],
])('%s: only the first cell of a merge stays', (_what, merges, kept) =>
  expect(addresses(aSheet('Trang', [full, full, full], { merges }))).toEqual(kept),
);

/** By the definition, cell by cell. */
function isCovered(merges: readonly CellRange[], row: number, column: number): boolean {
  return merges.some(({ top, left, bottom, right }) => {
    const isWithin = row >= top && row <= bottom && column >= left && column <= right;
    return isWithin && (row !== top || column !== left);
  });
}

test('merges may overlap, repeat, reach beyond the cells: always the same as looking at each merge for each cell', () => {
  const at = fc.nat(7);
  const merge = fc
    .tuple(at, at, fc.nat(5), fc.nat(5))
    .map(([top, left, down, across]) => ({ top, left, bottom: top + down, right: left + across }));
  const sheet = fc.array(fc.array(fc.constantFrom('x', undefined), { maxLength: 7 }), { maxLength: 7 });
  fc.assert(
    fc.property(sheet, fc.array(merge, { maxLength: 6 }), (drafts, merges) => {
      const expected = drafts.flatMap((row, index) =>
        row.flatMap((draft, column) =>
          draft === undefined || isCovered(merges, index, column) ? [] : [cellAddress(index, column)],
        ),
      );
      expect(addresses(aSheet('Trang', drafts, { merges }))).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

test('20.000 merges over 20.000 rows do not take 20.000 times 20.000 steps', () => {
  const merges = Array.from({ length: 20_000 }, () => ({ top: 0, left: 1, bottom: 1_048_575, right: 16_383 }));
  const rows = Array.from({ length: 20_000 }, () => full);
  expect(addresses(aSheet('Trang', rows, { merges }))).toHaveLength(20_001);
});
