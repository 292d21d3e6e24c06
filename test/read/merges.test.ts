import { expect, test } from 'vitest';
import { cellAddress } from '../../src/model/workbook.ts';
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
