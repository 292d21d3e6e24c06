import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { renderReport } from '../../src/pipeline.ts';
import { GOLDEN_CASES, playGolden } from '../support/golden-round.ts';
import { validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, fontFamiliesOf, pagesOf } from './support/pdf.ts';

// The reports of the golden rounds in other programs: as the Open XML SDK judges them, and as LibreOffice lays them out.

let folder = '';
const documents = new Map<string, Document>();
const pdfs = new Map<string, string>();
const pagesByCase = new Map<string, readonly (readonly string[])[]>();

const fileOf = (name: string): string => join(folder, `${name}.docx`);

/** The lines of a page that hold anything, with single blanks. */
function linesOf(page: string): readonly string[] {
  return page
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tkcds-golden-'));
  for (const name of GOLDEN_CASES) {
    const { document } = await playGolden(name);
    documents.set(name, document);
    await writeFile(fileOf(name), await renderReport(document));
  }
  const made = await convertAllToPdf(GOLDEN_CASES.map(fileOf));
  for (const [index, name] of GOLDEN_CASES.entries()) {
    const pdf = made[index] ?? '';
    pdfs.set(name, pdf);
    pagesByCase.set(name, (await pagesOf(pdf)).map(linesOf));
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const pagesIn = (name: string): readonly (readonly string[])[] => pagesByCase.get(name) ?? [];

describe.each(GOLDEN_CASES)('%s', (name) => {
  test('opens without repair in every Office', async () => {
    expect(await validateOoxml(fileOf(name))).toEqual([]);
  });

  test('no font stands in for another one, but for Times New Roman', async () => {
    const families = await fontFamiliesOf(pdfs.get(name) ?? '');
    expect(families.filter((family) => !/^(?:LiberationSerif|TimesNewRoman\w*)$/u.test(family))).toEqual([]);
    expect(families).not.toEqual([]);
  });

  test('report and appendices each count their pages from 1, the first without its number; no page is empty', () => {
    const numbers = pagesIn(name).map(([first = '']) => (/^\d+$/u.test(first) ? Number(first) : 1));
    const expected = numbers.map((number, index) => (number === 1 ? 1 : (numbers[index - 1] ?? 0) + 1));
    expect(numbers).toEqual(expected);
    expect(numbers.filter((number) => number === 1)).toHaveLength(documents.get(name)?.sections.length ?? 0);
    for (const page of pagesIn(name)) expect(page.length).toBeGreaterThan(2);
  });

  test('the signature stands on the page of the last sentence', () => {
    const page = pagesIn(name).find((lines) => lines.some((line) => line.includes('Nơi nhận:'))) ?? [];
    const place = page.findIndex((line) => line.includes('Nơi nhận:'));
    expect(page.slice(0, place).some((line) => line.endsWith('./.'))).toBe(true);
    expect(page.slice(place).some((line) => line.includes('Nguyễn Văn A'))).toBe(true);
  });

  test('no page ends with a heading', () => {
    const blocks = (documents.get(name)?.sections ?? []).flatMap((section) => section.blocks);
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    const last = pagesIn(name).map((lines) => lines.at(-1) ?? '');
    expect(headings.length).toBeGreaterThan(3);
    expect(last.filter((line) => headings.some((heading) => heading.endsWith(line)))).toEqual([]);
  });
});
