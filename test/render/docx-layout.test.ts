import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aDocument, aLetterhead, aReport, aSection, aSignature, plain } from '../support/a-document.ts';
import { documentOf, lookOf, numberAt, paragraphWith, partOf } from '../support/docx-parts.ts';
import { all, at, parseXml, textOf, valueAt, walk, type XmlNode } from '../support/xml.ts';

const report = await renderDocx(aReport());
const root = documentOf(report);
const body = all(root, 'w:body')[0]?.children ?? [];
const mm = (twips: number): number => (twips / 1440) * 25.4;

/** The paragraph with a border that follows a text, and how wide the border is inside its box. */
function ruleAfter(text: string, box: number): number {
  const nodes = [...walk(root)].filter((node) => node.name === 'w:p');
  const index = nodes.findIndex((node) => textOf(node) === text);
  const rule = nodes[index + 1];
  expect(valueAt(rule, 'w:pPr/w:pBdr/w:top')).toBe('single');
  const [left, right] = ['w:left', 'w:right'].map((side) => numberAt(rule, 'w:pPr/w:ind', side));
  expect(left).toBe(right);
  return box - 2 * (left ?? 0);
}

describe('page (P1–P7)', () => {
  const sections = all(root, 'w:sectPr');

  test.each([
    [0, 'upright', 210, 297],
    [1, 'sideways', 297, 210],
    [2, 'sideways', 297, 210],
  ])('section %i is A4 %s', (index, _how, width, height) => {
    const size = at(sections[index], 'w:pgSz');
    expect(mm(numberAt(size, '', 'w:w') || Number(size?.attributes['w:w']))).toBeCloseTo(width, 0);
    expect(mm(Number(size?.attributes['w:h']))).toBeCloseTo(height, 0);
  });

  test.each([
    ['w:top', 20, 25],
    ['w:bottom', 20, 25],
    ['w:left', 30, 35],
    ['w:right', 15, 20],
  ])('%s margin is between %i and %i mm in every section', (side, least, most) => {
    for (const section of sections) {
      const margin = mm(numberAt(section, 'w:pgMar', side));
      expect(margin).toBeGreaterThanOrEqual(least);
      expect(margin).toBeLessThanOrEqual(most);
    }
  });

  test('pages are numbered from 1 in the report and in each appendix, without a number on the first page', () => {
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      expect(valueAt(section, 'w:pgNumType', 'w:start')).toBe('1');
      expect(at(section, 'w:titlePg')).toBeDefined();
    }
  });

  test('the number stands in the middle of the top margin, 14 pt upright; the first page has none', () => {
    const headers = [1, 2].map((number) => parseXml(partOf(report, `word/header${number}.xml`)));
    const numbered = headers.filter((header) => all(header, 'w:instrText').some(({ text }) => text.includes('PAGE')));
    expect(numbered).toHaveLength(1);
    const [paragraph] = all(numbered[0] ?? root, 'w:p');
    expect(paragraph === undefined ? '' : lookOf(paragraph)).toBe('14 center');
  });

  test('the font is Times New Roman, the language Vietnamese', () => {
    const styles = parseXml(partOf(report, 'word/styles.xml'));
    const defaults = all(styles, 'w:rPrDefault')[0];
    expect(new Set(Object.values(at(defaults, 'w:rPr/w:rFonts')?.attributes ?? {}))).toEqual(
      new Set(['Times New Roman']),
    );
    expect(valueAt(defaults, 'w:rPr/w:lang')).toBe('vi-VN');
    expect(all(root, 'w:rFonts')).toEqual([]);
  });
});

describe('components (C1–C16)', () => {
  test.each([
    ['C1', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '13 bold center'],
    ['C2', 'Độc lập - Tự do - Hạnh phúc', '14 bold center'],
    ['C4', 'ỦY BAN NHÂN DÂN', '13 bold center'],
    ['C5', 'Số:       /BC-UBND', '13 center'],
    ['C6', 'Tịnh Khê, ngày      tháng      năm 2025', '14 italic center'],
    ['C7', 'BÁO CÁO', '14 bold center'],
    [
      'C8',
      'Kết quả thực hiện các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia năm 2025 trên địa bàn xã',
      '14 bold center',
    ],
    ['C14', 'Kính gửi: Sở Khoa học và Công nghệ tỉnh Quảng Ngãi', '14 center'],
    ['Mục', 'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI', '14 bold both'],
    ['Khoản', '1. Tình hình báo cáo của các đơn vị', '14 bold both'],
    ['C12', 'PHÓ CHỦ TỊCH', '14 bold center'],
    ['C13', 'Nguyễn Văn A', '14 bold center'],
    ['C15', 'Nơi nhận:', '12 bold italic left'],
    ['C16', '- Như trên;', '11 left'],
    ['C16', '- Lưu: VT, VHXH.', '11 left'],
    ['III.1.b', 'Phụ lục I', '14 bold center'],
    ['III.1.b', 'KẾT QUẢ PHỔ CẬP CHỮ KÝ SỐ CÁ NHÂN THEO THÔN', '14 bold center'],
  ])('%s: “%s” is %s', (_rule, text, look) => {
    expect(lookOf(paragraphWith(root, text))).toBe(look);
  });

  test('C3: a superior body stands above, upper case, regular', async () => {
    const superior = documentOf(await renderDocx(aDocument(aSection([aLetterhead({ superior: 'UBND xã Tịnh Khê' })]))));
    expect(lookOf(paragraphWith(superior, 'UBND XÃ TỊNH KHÊ'))).toBe('13 center');
  });

  test('C10: running text is justified, set in 1 or 1.27 cm, 6 pt apart, single to 1.5 lines', () => {
    const paragraph = paragraphWith(root, 'Số đơn vị báo cáo theo loại hình như sau:');
    const spacing = at(paragraph, 'w:pPr/w:spacing');
    expect(lookOf(paragraph)).toBe('14 both');
    expect([567, 720]).toContain(numberAt(paragraph, 'w:pPr/w:ind', 'w:firstLine'));
    expect(Number(spacing?.attributes['w:before']) + Number(spacing?.attributes['w:after'])).toBeGreaterThanOrEqual(
      120,
    );
    expect(Number(spacing?.attributes['w:line'])).toBeGreaterThanOrEqual(240);
    expect(Number(spacing?.attributes['w:line'])).toBeLessThanOrEqual(360);
    expect(spacing?.attributes['w:lineRule']).toBe('auto');
  });

  test('the head and the signatures are tables of two columns without borders', () => {
    const tables = body.filter((node) => node.name === 'w:tbl');
    for (const table of [tables[0], tables[2]]) {
      expect(at(table, 'w:tblGrid')?.children).toHaveLength(2);
      const borders = all(table ?? root, 'w:tcBorders').concat(all(table ?? root, 'w:tblBorders'));
      expect(borders.length).toBeGreaterThan(0);
      expect(new Set(borders.flatMap((sides) => sides.children.map((side) => side.attributes['w:val'])))).toEqual(
        new Set(['none']),
      );
    }
  });
});

describe('rules under the text', () => {
  const columns = all(root, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
  const [left = 0, right = 0] = columns;

  test('C2: as long as the Tiêu ngữ (60.4 mm at 14 pt bold in Times New Roman)', () => {
    expect(mm(ruleAfter('Độc lập - Tự do - Hạnh phúc', right))).toBeCloseTo(60.45, 1);
  });

  test('C4: a third to half of the name of the body, of each of its lines (43.2 and 30.8 mm)', () => {
    const length = mm(ruleAfter('XÃ TỊNH KHÊ', left));
    expect(length).toBeGreaterThanOrEqual(43.2 / 3 - 0.1);
    expect(length).toBeLessThanOrEqual(30.8 / 2 + 0.1);
  });

  test('C8: a third to half of a short abstract', async () => {
    const text = 'Độc lập - Tự do - Hạnh phúc';
    const short = await renderDocx(aDocument(aSection([{ kind: 'title', name: 'Báo cáo', abstract: text }])));
    const rule = all(documentOf(short), 'w:p')[2];
    const length = mm(left + right - 2 * numberAt(rule, 'w:pPr/w:ind', 'w:left'));
    expect(length).toBeGreaterThanOrEqual(60.4 / 3);
    expect(length).toBeLessThanOrEqual(60.5 / 2);
  });

  test('the rules of titles are clear of the line above, or they would look like its underline', () => {
    const gaps = all(root, 'w:p')
      .filter((node) => at(node, 'w:pPr/w:pBdr/w:top') !== undefined)
      .map((node) => numberAt(node, 'w:pPr/w:spacing', 'w:before'));
    // Issuer and motto, then the title and two appendices.
    expect(gaps).toEqual([70, 70, 160, 160, 160]);
  });

  test('C8: the lines of a long abstract are balanced, so that no rule is longer than the line above it', () => {
    const abstract = paragraphWith(
      root,
      'Kết quả thực hiện các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia năm 2025 trên địa bàn xã',
    );
    const indent = numberAt(abstract, 'w:pPr/w:ind', 'w:left');
    expect(indent).toBeGreaterThan(500);
    expect(ruleAfter(textOf(abstract), left + right)).toBeLessThan((left + right - 2 * indent) / 2 + 1);
  });
});

describe('pages end where they may', () => {
  const keeps = (node: XmlNode | undefined): boolean =>
    at(node, 'w:pPr/w:keepNext') !== undefined && valueAt(node, 'w:pPr/w:keepNext') !== 'false';

  test('a heading stays with what follows', () => {
    for (const text of ['I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI', '1. Tình hình báo cáo của các đơn vị']) {
      expect(keeps(paragraphWith(root, text))).toBe(true);
    }
  });

  test('the last paragraph stays with the signatures, which no page end cuts', () => {
    const last = body.findIndex((node) => textOf(node).endsWith('./.'));
    expect(keeps(body[last])).toBe(true);
    expect(all(body[last + 1] ?? root, 'w:cantSplit')).toHaveLength(1);
  });

  test('a last table stays with the signatures too', async () => {
    const { children } = documentOf(
      await renderDocx(aDocument(aSection([{ kind: 'list', entries: [plain('a'), plain('b')] }, aSignature()]))),
    );
    const paragraphs = (children[0]?.children ?? []).filter((node) => node.name === 'w:p');
    expect(paragraphs.slice(0, 2).map(keeps)).toEqual([false, true]);
  });

  test('every section ends with a paragraph of 1 pt, so that a full page makes no empty one', () => {
    const ends = body.filter(
      (node, index) => at(node, 'w:pPr/w:sectPr') !== undefined || body[index + 1]?.name === 'w:sectPr',
    );
    expect(ends).toHaveLength(3);
    for (const end of ends) {
      expect(valueAt(end, 'w:pPr/w:spacing', 'w:line')).toBe('20');
      expect(valueAt(end, 'w:pPr/w:spacing', 'w:lineRule')).toBe('exact');
    }
  });
});
