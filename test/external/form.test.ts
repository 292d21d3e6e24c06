import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Directive, groupsOf, indicatorsOf } from '../../src/model/directive.ts';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';
import { renderForm } from '../../src/render/form-xlsx.ts';
import { renderRegister } from '../../src/render/register-xlsx.ts';
import { openXlsx, rowOf, sheetOf } from '../render/support/xlsx.ts';
import { aRound, aUnit } from '../support/builders.ts';
import { validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, fontFamiliesOf, pageSizesOf, pagesOf } from './support/pdf.ts';

const DIRECTIVE = new URL('../../templates/directives/ubnd-xa-tinh-khe-cds-2025.yaml', import.meta.url);
const TYPES = [
  ...['village', 'school', 'department', 'office', 'health-station', 'organisation', 'company', 'cooperative'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'tkcds-form-'));
const pathOf = (name: string): string => join(folder, `${name}.xlsx`);
const pdfOf = (name: string): string => join(folder, `${name}.pdf`);
const textOf = async (name: string): Promise<string> => (await pagesOf(pdfOf(name))).join(' ').replace(/\s+/gu, ' ');

function readDirective(): Directive {
  const { value } = parseDirective(readFileSync(DIRECTIVE, 'utf8'), 'directive.yaml');
  if (value === undefined) throw new Error('the directive cannot be read');
  return value;
}

const directive = readDirective();

/** The village's form with two numbers typed in. */
async function filledForm(): Promise<Uint8Array> {
  const book = await openXlsx(readFileSync(pathOf('village')));
  const sheet = sheetOf(book, directive.form.sheets.indicators.name);
  sheet.getCell(rowOf(sheet, 'CT01'), 4).value = 1234;
  sheet.getCell(rowOf(sheet, 'CT02'), 4).value = 640;
  sheet.getCell(rowOf(sheet, 'CT07'), 4).value = 1000;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  for (const type of TYPES) {
    writeFileSync(pathOf(type), await renderForm(aRound({ directive }), aUnit({ type, name: `Đơn vị ${type}` })));
  }
  const hostile = aUnit({ id: '+x', name: '=1+1 & <b>"\ufffe\u000b_x0041_ \' 100% &P' });
  writeFileSync(pathOf('hostile'), await renderForm(aRound({ directive }), hostile));
  writeFileSync(pathOf('register'), await renderRegister(directive.unitTypes, [aUnit()]));
  writeFileSync(pathOf('filled'), await filledForm());
  await convertAllToPdf([...TYPES, 'hostile', 'register', 'filled'].map(pathOf));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([...TYPES, 'hostile', 'register'])('%s: no Office version finds a fault', async (name) => {
  expect(await validateOoxml(pathOf(name))).toEqual([]);
});

test.each(TYPES)('%s: the forms know every type of the directive', (type) => {
  expect(directive.unitTypes.map(({ id }) => id)).toContain(type);
  expect(directive.unitTypes).toHaveLength(TYPES.length);
});

describe('printed', () => {
  test.each([...TYPES, 'register'])('%s: in one face of the width of Times New Roman', async (name) => {
    expect(await fontFamiliesOf(pdfOf(name))).toEqual(['LiberationSerif']);
  });

  test.each(TYPES)('%s: A4 pages, each sheet one page wide', async (type) => {
    const sizes = await pageSizesOf(pdfOf(type));
    const isUpright = sizes.map(({ width, height }) => width === 595 && height === 842);
    const isWide = sizes.map(({ width, height }) => width === 842 && height === 595);
    expect(sizes.every((_size, page) => isUpright[page] === true || isWide[page] === true)).toBe(true);
    const tasks = groupsOf(directive, type).flatMap((group) => group.tasks).length;
    // One page for general information and for opinions each; a wide page holds two tasks at least.
    expect(isWide.filter(Boolean).length).toBeLessThanOrEqual(Math.ceil(tasks / 2));
    expect(isUpright.filter(Boolean).length).toBeLessThanOrEqual(4);
  });

  test.each(TYPES)('%s: every task and its guidance can be read to the end', async (type) => {
    const text = await textOf(type);
    for (const { title, guidance } of groupsOf(directive, type).flatMap((group) => group.tasks)) {
      expect(text).toContain(title);
      expect(text).toContain(guidance);
    }
  });

  test.each(TYPES)('%s: every indicator can be read to the end', async (type) => {
    const text = await textOf(type);
    for (const { code, guidance } of indicatorsOf(directive, type)) {
      expect(text).toContain(code);
      expect(text).toContain(guidance.trim());
    }
  });

  test('a blank form shows no error value and no number', async () => {
    const text = await textOf('village');
    expect(text).not.toMatch(/#(?:DIV|VALUE|REF|NAME|N\/A)/u);
    expect(text).not.toMatch(/\d%/u);
  });

  test('another program computes the share and the sum', async () => {
    const text = await textOf('filled');
    expect(text).toMatch(/51[.,]9%/u);
    expect(text.match(/1[.,]000/gu)).toHaveLength(2);
  });

  test('a hostile name is printed as it is', async () => {
    expect(await textOf('hostile')).toContain('Đơn vị báo cáo: =1+1 & <b>"_x0041_ \' 100% &P');
  });
});
