import { Document, Paragraph, TextRun } from 'docx';
import { layoutDocument } from 'docx/layout';
import { describe, expect, test } from 'vitest';
import { LETTERS_BY_WIDTH } from '../../src/profiles/times-new-roman-widths.ts';
import { countLines, measureLines, measureText } from '../../src/render/docx/measure.ts';
import { fontRun, type TextStyle } from '../../src/render/docx/text.ts';
import { seededNumbers } from '../support/commune-reports.ts';

// The docx library lays out pages as Word does. It is too slow to be asked for each report; here it judges our own measuring.

const TWIPS_PER_PIXEL = 15;
const PAGE = 31_680;

/** The widths of the lines of each text as the library breaks them in a box of that many twips. */
function libraryLines(texts: readonly string[], style: TextStyle, width: number): readonly (readonly number[])[] {
  const margin = { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0 };
  const children = texts.map((text) => new Paragraph({ children: [new TextRun({ ...fontRun(style), text })] }));
  const styles = { default: { document: { run: { font: 'Times New Roman' } } } };
  const properties = { page: { size: { width, height: PAGE }, margin } };
  const { pages } = layoutDocument(new Document({ styles, sections: [{ properties, children }] }), { guess: true });
  const found: number[][] = texts.map(() => []);
  for (const block of pages.flatMap(({ body }) => body)) {
    if (block.type === 'paragraph')
      found[block.index]?.push(...block.lines.map((line) => line.textWidth * TWIPS_PER_PIXEL));
  }
  return found;
}

function expectSame(texts: readonly string[], style: TextStyle, width: number): void {
  const lines = libraryLines(texts, style, width);
  for (const [index, text] of texts.entries()) {
    const own = measureLines({ text, style }, width);
    const expected = lines[index] ?? [];
    expect(own.length, `“${text}” in ${width}`).toBe(expected.length);
    for (const [at, one] of own.entries()) {
      expect(Math.abs(one - (expected[at] ?? NaN)), `“${text}” in ${width}, line ${at + 1}`).toBeLessThanOrEqual(1);
    }
  }
}

const STYLES: readonly TextStyle[] = [
  { size: 14 },
  { size: 13, bold: true },
  { size: 14, italics: true },
  { size: 11, bold: true, italics: true },
  { size: 9.5 },
];

const WORDS = [
  ...'Tổ công nghệ số cộng đồng thôn Đông – Thượng đã vận động 1.234/1.250 người (98,7%) cài đặt VNeID; “Chuyển đổi số”'.split(
    ' ',
  ),
  ...'ỦY BAN NHÂN DÂN XÃ PHƯỜNG NGHĨA HƯNG KHÔNG KHUYẾT ƯỚC VƯỢNG'.split(' '),
  ...'15-11-2025 2024-2025 Ninh-Bình UBND-VP 06/QĐ-TTg 30/2020/NĐ-CP nguoi.dung@thon-2.vn … — –5 a–b a—b x- -y --z 1-a'.split(
    ' ',
  ),
  ...'≥ 95% ≤ 3°C ± 2 × 4 → • khuyến-nghị… đ/c Nguyễn Văn A’s ‘nghiêng’ ghềnh quýnh Ễ Ự ẵ ỡ ữ ễ'.split(' '),
];

/** Words and blanks at random, a few of them very long. */
function textFrom(next: (below: number) => number): string {
  return Array.from({ length: 1 + next(30) }, () => {
    const word = WORDS[next(WORDS.length)] ?? '';
    const whole = next(30) === 0 ? word.repeat(1 + next(12)) : word;
    return `${whole}${[' ', ' ', ' ', ' ', ' ', '  ', '\u00a0', '/'][next(8)] ?? ' '}`;
  }).join('');
}

describe('as the library measures', () => {
  test.each(Object.keys(LETTERS_BY_WIDTH))('every letter of the table: %s', (face) => {
    const style = { size: 100, bold: /bold/iu.test(face), italics: /italic/iu.test(face) };
    const widths = LETTERS_BY_WIDTH[face as keyof typeof LETTERS_BY_WIDTH]; // the keys are from there
    const letters = Object.values(widths).join('').replace(' ', '');
    expectSame(
      Array.from(letters, (letter) => `n${letter}n`),
      style,
      PAGE,
    );
  });

  test.each(STYLES)('lines of random texts: %o', (style) => {
    const next = seededNumbers(20251112);
    for (const width of [1440, 1733, 2500, 4111, 9638, 13_900]) {
      expectSame(
        Array.from({ length: 25 }, () => textFrom(next)),
        style,
        width,
      );
    }
  });

  test('letters outside the table are taken for an average one, marks for none, pictures for a whole square', () => {
    expectSame(['აბ', 'a\u0338b', '中文 中', '😀', '\ud83d', 'ａ'], { size: 13 }, PAGE);
  });
});

describe('lines', () => {
  const style = { size: 14 };

  test.each([
    ['nothing', '', [0]],
    ['blanks alone', '   ', [0]],
  ])('%s', (_what, text, lines) => {
    expect(measureLines({ text, style }, 5000)).toEqual(lines);
  });

  test('blanks at the end count for nothing, in front they do', () => {
    expect(measureText({ text: 'Kính gửi: ', style })).toBe(measureText({ text: 'Kính gửi:', style }));
    expect(measureText({ text: ' Kính', style })).toBe(measureText({ text: 'Kính', style }) + 70);
  });

  test('a word of 100,000 letters is cut into lines', () => {
    expect(countLines({ text: 'n'.repeat(100_000), style }, 1400)).toBe(10_000);
  });
});
