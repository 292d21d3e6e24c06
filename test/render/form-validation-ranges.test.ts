import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { renderForm } from '../../src/render/form-xlsx.ts';
import { aUnit } from '../support/builders.ts';
import { campaignDirective, smallCommuneRound } from '../support/small-commune.ts';

/** The addresses of a validation's cells. */
function cellsOf(sqref: string): readonly string[] {
  const [, left = '', top = '', right = left, bottom = top] = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/u.exec(sqref) ?? [];
  const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) => Number(top) + index);
  const columns = Array.from({ length: right.charCodeAt(0) - left.charCodeAt(0) + 1 }, (_, index) =>
    String.fromCharCode(left.charCodeAt(0) + index),
  );
  return rows.flatMap((row) => columns.map((column) => `${column}${row}`));
}

const directive = campaignDirective();

test.each(directive.unitTypes.map(({ id }) => id))('%s: no cell has two validations, which Excel refuses', async (type) => {
  const bytes = await renderForm(smallCommuneRound(directive), aUnit({ type }));
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  const checked = sheets.map(([, part]) => {
    const text = new TextDecoder().decode(part);
    const ranges = [...text.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/gu)].map(([, sqref = '']) => sqref);
    expect(Number(/<dataValidations count="(\d+)"/u.exec(text)?.[1] ?? 0)).toBe(ranges.length);
    const cells = ranges.flatMap(cellsOf);
    expect(cells.filter((cell, index) => cells.indexOf(cell) !== index)).toEqual([]);
    return cells.length;
  });
  expect(checked.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
});
