import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { groupsOf, indicatorsOf } from '../../src/model/directive.ts';
import { renderForm } from '../../src/render/form-xlsx.ts';
import { renderRegister } from '../../src/render/register-xlsx.ts';
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

/** How many cells of the workbook have a validation; fails when one has two. */
function countChecked(bytes: Uint8Array): number {
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  const checked = sheets.map(([, part]) => {
    const text = new TextDecoder().decode(part);
    const ranges = [...text.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/gu)].map(([, sqref = '']) => sqref);
    expect(Number(/<dataValidations count="(\d+)"/u.exec(text)?.[1] ?? 0)).toBe(ranges.length);
    const cells = ranges.flatMap(cellsOf);
    expect(new Set(cells).size).toBe(cells.length);
    return cells.length;
  });
  return checked.reduce((sum, count) => sum + count, 0);
}

test.each(directive.unitTypes)('$id: no cell has two validations, which Excel refuses', async (unitType) => {
  const round = smallCommuneRound(directive);
  const bytes = await renderForm(round, aUnit({ type: unitType.id }));
  const tasks = groupsOf(directive, unitType.id).flatMap((group) => group.tasks).length;
  const numbers = indicatorsOf(directive, unitType.id).filter(({ computed }) => computed === undefined).length;
  const days = directive.form.fields.filter(
    ({ id, unitTypes }) => id.endsWith('On') && (unitTypes?.includes(unitType.id) ?? true),
  ).length;
  // Status, quantity and day of each task.
  expect(countChecked(bytes)).toBe(tasks * 3 + numbers + days);
});

test('the register: seven columns are checked down to row 300, two of merged units down to row 100, each cell once', async () => {
  expect(countChecked(await renderRegister(directive.unitTypes, [aUnit()]))).toBe(7 * 299 + 2 * 99);
});
