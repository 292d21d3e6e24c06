import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block, Document } from '../../src/model/document.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aDocument, aReport, aSection, aSignature, aTable, plain } from '../support/a-document.ts';
import { validateOoxml } from './support/ooxml.ts';
import { convertAllToPdf, fontFamiliesOf, pageSizesOf, pagesOf } from './support/pdf.ts';

const LAST_SENTENCE = 'Trên đây là báo cáo kết quả, kính gửi Sở Khoa học và Công nghệ tổng hợp./.';

/** A report whose last page fills line by line: the signatures meet the end of the page at some of these lengths. */
function aLetter(lines: number): Document {
  const line = (index: number): Block =>
    index % 5 === 4
      ? { kind: 'heading', level: 2, text: `${index}. Mục thứ ${index}` }
      : { kind: 'paragraph', inlines: plain(`Dòng thứ ${index}.`) };
  const body = Array.from({ length: lines }, (_, index) => line(index));
  return aDocument(aSection([...body, { kind: 'paragraph', inlines: plain(LAST_SENTENCE) }, aSignature()]));
}

/** Hostile texts and empty things in every place. */
function anAwkwardReport(): Document {
  const text = `a\ufffe\ud800<&>\u0000 ${'x'.repeat(10_000)}`;
  return aDocument(
    aSection([
      { kind: 'title', name: text, abstract: text },
      { kind: 'addressees', names: [] },
      { kind: 'list', entries: [[], plain(text)] },
      aTable({
        rows: [
          { cells: [text, text, text], emphasis: 'plain' },
          { cells: [], emphasis: 'band' },
        ],
      }),
      aTable({ columns: [] }),
      aSignature({ recipients: [], authority: [], name: '' }),
    ]),
    aSection([], { kind: 'appendix', orientation: 'landscape' }),
  );
}

const LENGTHS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

let folder = '';
let report = '';
let letters: readonly string[] = [];

async function save(name: string, document: Document): Promise<string> {
  const file = join(folder, `${name}.docx`);
  await writeFile(file, await renderDocx(document));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tkcds-docx-'));
  const files = [await save('report', aReport(9)), await save('awkward', anAwkwardReport())];
  for (const length of LENGTHS) files.push(await save(`letter-${length}`, aLetter(length)));
  [report = '', , ...letters] = await convertAllToPdf(files);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const linesOf = (page: string): readonly string[] =>
  page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('the .docx opens without repair', () => {
  test.each(['report', 'awkward', 'letter-20'])('%s', async (name) => {
    expect(await validateOoxml(join(folder, `${name}.docx`))).toEqual([]);
  });
});

describe('as LibreOffice lays it out', () => {
  test('a report of two upright pages has two appendices sideways, two pages each, none of them empty', async () => {
    const sizes = await pageSizesOf(report);
    const shapes = sizes.map(({ width, height }) => (width < height ? 'upright' : 'sideways'));
    expect(shapes.filter((shape) => shape === 'upright').length).toBeGreaterThanOrEqual(2);
    expect(shapes.join(' ')).toMatch(/^(?:upright )+(?:sideways ?){4}$/u);
    for (const page of await pagesOf(report)) expect(linesOf(page).length).toBeGreaterThan(1);
  });

  test('only the stand-in for Times New Roman is used, with all Vietnamese letters', async () => {
    expect(await fontFamiliesOf(report)).toEqual(['LiberationSerif']);
  });

  test('pages are numbered from the second on, and each appendix counts anew', async () => {
    const firstLines = (await pagesOf(report)).map((page) => linesOf(page)[0] ?? '');
    const numbers = firstLines.map((line) => (/^\d+$/u.test(line) ? line : '-'));
    expect(numbers.join(' ')).toMatch(/^- 2(?: 3)? - 2 - 2$/u);
  });

  test('the headings of a table stand on each of its pages', async () => {
    const pages = await pagesOf(report);
    const appendices = pages.slice(-4);
    expect(appendices.slice(0, 2).every((page) => page.includes('Chữ ký số cá nhân'))).toBe(true);
    expect(appendices.slice(2).every((page) => page.includes('II.1-1a'))).toBe(true);
  });

  test('the Quốc hiệu stays on one line', async () => {
    const [first = ''] = await pagesOf(report);
    expect(first).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(first).toMatch(/Tịnh Khê, ngày +tháng +năm 2025/u);
  });

  test('at no length do the signatures stand alone on a page', async () => {
    const pageCounts = new Set<number>();
    for (const letter of letters) {
      const pages = await pagesOf(letter);
      pageCounts.add(pages.length);
      const page = pages.find((text) => text.includes('Nơi nhận:')) ?? '';
      expect(page).toContain('tổng hợp./.');
      expect(page).toContain('Nguyễn Văn A');
    }
    // Some fit on one page and some do not, or the test would prove nothing.
    expect([...pageCounts].sort()).toEqual([1, 2]);
  });

  test('no page ends with a heading', async () => {
    for (const letter of letters) {
      const [first = ''] = await pagesOf(letter);
      expect(linesOf(first).at(-1)).not.toMatch(/Mục thứ/u);
    }
  });
});
