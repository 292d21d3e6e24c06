import { describe, expect, test } from 'vitest';
import { appendixLabel } from '../../src/compose/numbering.ts';
import { withEndMark } from '../../src/compose/end-mark.ts';
import type { Inline } from '../../src/model/document.ts';
import { compose, composed, sectionLines } from './support/model.ts';
import { pointLetter, romanNumber } from '../../src/vi/outline-numbers.ts';

const HEAD = '# BÁO CÁO\n\nKết quả\n\n';

function plain(text: string): readonly Inline[] {
  return [{ text, style: 'plain' }];
}

describe('appendices', () => {
  test('one has no number, several have Roman numbers, and sentences refer to them', () => {
    const one = composed(`${HEAD}Xem {% ref "a" %}.\n\n{% appendix "a" %}\n\n# Tên A\n\nChữ`);
    expect(sectionLines(one.sections[0])).toContain('Xem Phụ lục./.');
    const two = composed(
      `${HEAD}Xem {% ref "b" %}, {% ref "a" %}.\n\n{% appendix "a" %}\n\n# A\n\n{% appendix "b" orientation: "portrait" %}\n\n# B\n\n## Mục`,
    );
    expect(sectionLines(two.sections[0])).toContain('Xem Phụ lục II, Phụ lục I./.');
    expect(two.sections.map(({ kind, orientation }) => [kind, orientation])).toEqual([
      ['main', 'portrait'],
      ['appendix', 'landscape'],
      ['appendix', 'portrait'],
    ]);
    expect(sectionLines(two.sections[2]).slice(0, 2)).toEqual(['Phụ lục II', 'B']);
    expect(sectionLines(two.sections[2]).slice(-2)).toEqual(['I. MỤC', './.']);
  });

  test('one that no sentence refers to is a warning, and the document is there', () => {
    const { value, diagnostics } = compose(`${HEAD}Chữ.\n\n{% appendix "a" %}\n\n# A`);
    expect(value?.sections).toHaveLength(2);
    expect(diagnostics).toMatchObject([
      {
        rule: 'appendix-unreferenced',
        severity: 'warning',
        message: 'Phần thân báo cáo chưa nhắc đến Phụ lục (“a”)',
        location: { kind: 'data', file: 'bao-cao.md', line: 7, column: 1 },
      },
    ]);
  });
});

describe('numbers', () => {
  test.each([
    [1, 'I', 'a'],
    [4, 'IV', 'd'],
    [5, 'V', 'đ'],
    [9, 'IX', 'i'],
    [14, 'XIV', 'o'],
    [23, 'XXIII', 'y'],
    [24, 'XXIV', 'aa'],
    [49, 'XLIX', 'bc'],
  ])('%i', (value, roman, letter) => {
    expect(romanNumber(value)).toBe(roman);
    expect(pointLetter(value)).toBe(letter);
  });

  test('labels of appendices', () => {
    expect([appendixLabel(0, 1), appendixLabel(0, 2), appendixLabel(3, 4)]).toEqual([
      'Phụ lục',
      'Phụ lục I',
      'Phụ lục IV',
    ]);
  });
});

describe('the end of the text', () => {
  test('each appendix has its own (Mẫu 2.1, 2.2)', () => {
    const { sections } = composed(
      `${HEAD}Xem {% ref "a" %}, {% ref "b" %}.\n\n{% appendix "a" %}\n\n# A\n\nHết.\n\n{% appendix "b" %}\n\n# B\n\n- Một.\n- Hai.`,
    );
    expect(sections.slice(1).map((section) => sectionLines(section).at(-1))).toEqual(['Hết./.', '- Hai./.']);
  });

  test('it closes a remark, and is the remark under a table that has none', () => {
    const table = { kind: 'table', columns: [], header: [], rows: [] } as const;
    expect(withEndMark([table, { kind: 'note', inlines: plain('Ghi chú: không có.') }])).toEqual([
      table,
      { kind: 'note', inlines: plain('Ghi chú: không có./.') },
    ]);
    expect(withEndMark([table])).toEqual([table, { kind: 'note', inlines: plain('./.') }]);
  });

  test('closes the last paragraph, the last entry of a list, or stands alone', () => {
    expect(withEndMark([{ kind: 'paragraph', inlines: plain('Kính báo cáo. ') }])).toEqual([
      { kind: 'paragraph', inlines: plain('Kính báo cáo./.') },
    ]);
    expect(withEndMark([{ kind: 'list', entries: [plain('một;'), plain('hai;')] }])).toEqual([
      { kind: 'list', entries: [plain('một;'), plain('hai./.')] },
    ]);
    const heading = { kind: 'heading', level: 1, text: 'I. A' } as const;
    expect(withEndMark([heading])).toEqual([heading, { kind: 'paragraph', inlines: plain('./.') }]);
    expect(withEndMark([{ kind: 'paragraph', inlines: plain('Xong./.') }])).toEqual([
      { kind: 'paragraph', inlines: plain('Xong./.') },
    ]);
  });
});
