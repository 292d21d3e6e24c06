import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aDocument, aLetterhead, aSection, aSignature } from '../support/a-document.ts';
import { documentOf, lookOf, numberAt, paragraphWith } from '../support/docx-parts.ts';
import { all, at, textOf, type XmlNode } from '../support/xml.ts';
import type { Block } from '../../src/model/document.ts';

async function drawn(...blocks: readonly Block[]): Promise<XmlNode> {
  return documentOf(await renderDocx(aDocument(aSection(blocks))));
}

const texts = (root: XmlNode): readonly string[] => all(root, 'w:p').map(textOf);

describe('Kính gửi (C14)', () => {
  test('several addressees stand below one another, dashes under the colon', async () => {
    const root = await drawn({ kind: 'addressees', names: ['Bộ Nội vụ', 'Bộ Tài chính;', 'Bộ Y tế'] });
    expect(texts(root).slice(0, 4)).toEqual(['Kính gửi:', '- Bộ Nội vụ;', '- Bộ Tài chính;', '- Bộ Y tế.']);
    const label = numberAt(paragraphWith(root, 'Kính gửi:'), 'w:pPr/w:ind', 'w:left');
    const dashes = ['- Bộ Nội vụ;', '- Bộ Y tế.'].map((text) => {
      const indent = at(paragraphWith(root, text), 'w:pPr/w:ind');
      return Number(indent?.attributes['w:left']) - Number(indent?.attributes['w:hanging']);
    });
    // “Kính gửi” is 51 pt wide at 14 pt; the dash begins where the colon does.
    expect(dashes[0]).toBe(dashes[1]);
    expect(((dashes[0] ?? 0) - label) / 20).toBeCloseTo(51, -1);
  });

  test('no addressee leaves dots', async () => {
    expect(texts(await drawn({ kind: 'addressees', names: ['', ' '] }))[0]).toMatch(/^Kính gửi: …+$/u);
  });

  test('a long addressee hangs behind the label', async () => {
    const root = await drawn({ kind: 'addressees', names: ['Sở Khoa học và Công nghệ '.repeat(6)] });
    const indent = at(all(root, 'w:p')[0], 'w:pPr/w:ind')?.attributes;
    expect(Number(indent?.['w:hanging'])).toBeGreaterThan(900);
    expect(indent?.['w:left']).toBe(indent?.['w:hanging']);
  });
});

describe('blanks are left for the clerk', () => {
  test('without issuer and place there are dots, never a sample', async () => {
    const written = texts(await drawn(aLetterhead({ issuer: [], place: '', symbol: '' })));
    expect(written[0]).toMatch(/^…+$/u);
    expect(written.filter((text) => text.includes('ngày'))).toEqual([
      expect.stringMatching(/^…+, ngày +tháng +năm 2025$/u),
    ]);
  });

  test('without signer the place of the name is empty, and there is room for the signature', async () => {
    const root = await drawn(aSignature({ name: '', authority: ['CHỦ TỊCH'] }));
    const [, cell] = all(root, 'w:tc');
    const lines = all(cell ?? root, 'w:p').map(textOf);
    expect(lines[0]).toBe('CHỦ TỊCH');
    expect(lines.slice(1).every((line) => line === '')).toBe(true);
    expect(lines.length).toBeGreaterThanOrEqual(5);
  });

  test('without recipients there is a dotted line', async () => {
    expect(texts(await drawn(aSignature({ recipients: [] })))).toContain('- …………………….');
  });
});

describe('running text', () => {
  test('bold and italic pieces, and line breaks, are kept', async () => {
    const root = await drawn({
      kind: 'paragraph',
      inlines: [
        { text: 'Đậm', style: 'bold' },
        { text: ' nghiêng', style: 'italic' },
        { text: ' thường\ndòng hai', style: 'plain' },
      ],
    });
    const [paragraph] = all(root, 'w:p');
    expect(paragraph === undefined ? '' : textOf(paragraph)).toBe('Đậm nghiêng thường\ndòng hai');
    expect(
      all(root, 'w:r')
        .slice(0, 3)
        .map((run) => [at(run, 'w:rPr/w:b') !== undefined, at(run, 'w:rPr/w:i') !== undefined]),
    ).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test('lists are dashed lines set as running text', async () => {
    const root = await drawn({ kind: 'list', entries: [[{ text: 'Một', style: 'plain' }]] });
    expect(lookOf(paragraphWith(root, '- Một'))).toBe('14 both');
  });

  test('a remark is small and italic', async () => {
    const root = await drawn({ kind: 'note', inlines: [{ text: 'Ghi chú', style: 'plain' }] });
    expect(lookOf(paragraphWith(root, 'Ghi chú'))).toBe('12 italic both');
  });
});
