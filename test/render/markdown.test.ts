import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { renderMarkdown } from '../../src/render/formats/markdown.ts';
import {
  aDocument,
  aLetterhead,
  aReport,
  aSection,
  aSignature,
  aTable,
  heading,
  plain,
} from '../support/a-document.ts';

const written = (...blocks: readonly Block[]): string => renderMarkdown(aDocument(aSection(blocks)));

describe('renderMarkdown', () => {
  test('the head, with open places as dots', () => {
    expect(written(aLetterhead({ superior: 'UBND TỈNH' }))).toBe(
      [
        'UBND TỈNH',
        '**ỦY BAN NHÂN DÂN**',
        '**XÃ TỊNH KHÊ**',
        'Số: …/BC-UBND',
        '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**',
        '**Độc lập - Tự do - Hạnh phúc**',
        '*Tịnh Khê, ngày … tháng … năm 2025*\n',
      ].join('\n\n'),
    );
  });

  test.each<readonly [string, Block, string]>([
    ['a title', { kind: 'title', name: 'BÁO CÁO', abstract: 'Kết quả' }, '# BÁO CÁO\n\n**Kết quả**'],
    ['a Mục', { kind: 'heading', level: 1, text: 'I. KẾT QUẢ' }, '## I. KẾT QUẢ'],
    ['a Khoản', { kind: 'heading', level: 2, text: '1. Tên' }, '### 1. Tên'],
    ['one addressee', { kind: 'addressees', names: ['Sở A'] }, 'Kính gửi: Sở A'],
    ['two addressees', { kind: 'addressees', names: ['Sở A', 'Sở B'] }, 'Kính gửi:\n\n- Sở A;\n- Sở B.'],
    ['a list', { kind: 'list', entries: [plain('một'), plain('hai')] }, '- một\n- hai'],
    ['a remark', { kind: 'note', inlines: plain('Ghi chú') }, '*Ghi chú*'],
    [
      'styles, with blanks outside the marks',
      {
        kind: 'paragraph',
        inlines: [
          { text: 'Đậm: ', style: 'bold' },
          { text: 'a', style: 'plain' },
          { text: ' b ', style: 'italic' },
        ],
      },
      '**Đậm:** a *b*',
    ],
    ['a line break', { kind: 'paragraph', inlines: plain('một\nhai') }, 'một\\\nhai'],
    [
      'an appendix',
      { kind: 'appendix-title', label: 'Phụ lục I', title: 'Tên', reference: 'Kèm theo' },
      '# Phụ lục I\n\n**Tên**\n\n*(Kèm theo)*',
    ],
    [
      'signatures',
      aSignature({ recipients: ['Như trên', 'Lưu: VT'], authority: ['CHỦ TỊCH'], name: '' }),
      '***Nơi nhận:***\n\n- Như trên;\n- Lưu: VT.\n\n**CHỦ TỊCH**',
    ],
    [
      'marks that are only text',
      { kind: 'paragraph', inlines: plain('# a*b_c `d` <e> [f] &lt; A&B') },
      '\\# a\\*b\\_c \\`d\\` \\<e> \\[f\\] \\&lt; A&B',
    ],
  ])('%s', (_name, block, expected) => {
    expect(written(block)).toBe(`${expected}\n`);
  });

  test('tables with spans flattened, totals and bands bold', () => {
    const table = aTable({
      header: [
        [heading('TT', 1, 2), heading('Chữ ký số', 2)],
        [heading('Đơn vị'), heading('Số người')],
      ],
      rows: [
        { cells: ['Thôn'], emphasis: 'band' },
        { cells: ['1', 'A | B\nC', '1.234'], emphasis: 'plain' },
        { cells: ['', 'Cộng', '1.234'], emphasis: 'total' },
      ],
    });
    expect(written(table)).toBe(
      [
        '| TT | Chữ ký số – Đơn vị | Chữ ký số – Số người |',
        '| :---: | :--- | ---: |',
        '| **Thôn** |  |  |',
        '| 1 | A \\| B<br>C | 1.234 |',
        '|  | **Cộng** | **1.234** |\n',
      ].join('\n'),
    );
  });

  test('a heading over rows and columns at once is written once', () => {
    const header = [[heading('TT'), heading('Kết quả', 2, 2)], [heading('Mã')]];
    expect(written(aTable({ header, rows: [] })).split('\n')[0]).toBe('| TT – Mã | Kết quả | Kết quả |');
  });

  test('a table without columns is left out, sections are parted', () => {
    const empty = aTable({ columns: [], header: [], rows: [] });
    const document = aDocument(
      aSection([empty, { kind: 'paragraph', inlines: plain('a') }]),
      aSection([{ kind: 'paragraph', inlines: plain('b') }]),
    );
    expect(renderMarkdown(document)).toBe('a\n\n---\n\nb\n');
  });

  test('the whole report comes out twice the same and holds every village', () => {
    expect(renderMarkdown(aReport())).toBe(renderMarkdown(aReport()));
    expect(renderMarkdown(aReport())).toContain('| 22 | Thôn Thế Long Trung Sơn Tây |');
  });
});
