import { readFileSync } from 'node:fs';
import { read, type CellObject } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CellValue } from '../../src/model/workbook.ts';
import { textValue } from '../../src/read/cell-text.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';

/** Our own readers of text formats against the SheetJS library on the very files, where the library is right. */
const fixtures = new URL('../../fixtures/', import.meta.url);

function shown(value: CellValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return Number(value.number.toFixed(6));
    case 'boolean':
      return value.boolean;
    case 'error':
      return value.code;
    case 'uncomputed':
      return undefined;
  }
}

function shownByLibrary({ t, v, w }: CellObject): unknown {
  if (t === 'n') return Number(Number(v).toFixed(6));
  if (t === 'e') return w;
  if (t === 'b') return v;
  const value = typeof v === 'string' ? textValue(v) : undefined;
  return value === undefined ? undefined : shown(value);
}

type Cells = Readonly<Record<string, unknown>>;

function ours(bytes: Buffer): Cells {
  const sheets = readWorkbook(bytes, 'a').value?.sheets ?? [];
  return Object.fromEntries(
    sheets.flatMap(({ rows }, index) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].map(([column, { value }]) => [`${index} ${row} ${column}`, shown(value)]),
      ),
    ),
  );
}

function theLibrarys(bytes: Buffer): Cells {
  const { SheetNames: names, Sheets: sheets } = read(bytes, { dense: true });
  const found: Record<string, unknown> = {};
  names.forEach((name, index) => {
    const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheets[name]?.['!data'] ?? [];
    rows.forEach((cells, row) =>
      cells?.forEach((cell, column) => {
        const value = cell === undefined ? undefined : shownByLibrary(cell);
        if (value !== undefined) found[`${index} ${row} ${column}`] = value;
      }),
    );
  });
  return found;
}

describe('the same values as the library', () => {
  // It remarks on number formats with conditions.
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => void vi.restoreAllMocks());

  // Not the small workbook: `_x0041_` and the sheet called __proto__ are where it errs.
  test.each(['legacy/form.ods', 'legacy/form-2003.xml', 'xlsx/libreoffice.ods'])('%s', (path) => {
    const bytes = readFileSync(new URL(path, fixtures));
    const expected = theLibrarys(bytes);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    expect(ours(bytes)).toEqual(expected);
  });
});
