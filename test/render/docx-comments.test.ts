import { expect, test } from 'vitest';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { renderMarkdown } from '../../src/render/formats/markdown.ts';
import { aDocument, aSection, aTable } from '../support/a-document.ts';
import { partOf } from '../support/docx-parts.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';

const REMARK = 'Cảnh báo: số này lạ (TH02.xlsx, ô D7).\nCách xử lý: xem lại & <sửa>.';

const document = {
  ...aDocument(
    aSection([
      {
        kind: 'paragraph',
        inlines: [
          { text: 'Tỷ lệ là ', style: 'plain' },
          { text: '52,3%', style: 'bold', remark: REMARK },
          { text: '.', style: 'plain' },
        ],
      },
      aTable({
        columns: [
          { width: 1, align: 'left' },
          { width: 1, align: 'right' },
        ],
        header: [
          [
            { text: 'Thôn', columnSpan: 1, rowSpan: 1 },
            { text: 'Số người', columnSpan: 1, rowSpan: 1 },
          ],
        ],
        rows: [
          { cells: ['Thôn Trung', '500'], emphasis: 'plain', remarks: [{ column: 1, text: 'Lỗi: số này sai.' }] },
          { cells: ['Cộng', ''], emphasis: 'total', remarks: [{ column: 1, text: 'Không có chữ để gắn.' }] },
        ],
      }),
    ]),
  ),
  draftNote: 'BẢN DỰ THẢO: còn 1 lỗi',
};

const words = (xml: string): string =>
  xml
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .trim();

test('a remark is a Word comment around its figure, a cell without words has none', async () => {
  const bytes = await renderDocx(document);
  expect(structureErrors(bytes)).toEqual([]);
  const comments = partOf(bytes, 'word/comments.xml');
  expect(comments.match(/<w:comment /gu)).toHaveLength(2);
  expect(words(comments)).toBe(
    'Cảnh báo: số này lạ (TH02.xlsx, ô D7).\nCách xử lý: xem lại &amp; &lt;sửa&gt;.\nLỗi: số này sai.',
  );
  expect(comments).not.toMatch(/w:date/u);
  const body = partOf(bytes, 'word/document.xml');
  const ranges = [...body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>(.*?)<w:commentRangeEnd w:id="\1"\/>/gu)];
  expect(ranges.map(([, id, inside = '']) => [id, words(inside)])).toEqual([
    ['0', '52,3%'],
    ['1', '500'],
  ]);
  expect([...body.matchAll(/<w:commentReference w:id="(\d+)"\/>/gu)].map(([, id]) => id)).toEqual(['0', '1']);
});

test('a document without remarks has no comments', async () => {
  const bytes = await renderDocx(
    aDocument(aSection([{ kind: 'paragraph', inlines: [{ text: 'a', style: 'plain' }] }])),
  );
  expect(() => partOf(bytes, 'word/comments.xml')).toThrow();
});

test('in Markdown a remark is a footnote', () => {
  expect(renderMarkdown(document)).toBe(
    `**BẢN DỰ THẢO: còn 1 lỗi**

Tỷ lệ là **52,3%**[^1].

| Thôn | Số người |
| :--- | ---: |
| Thôn Trung | 500[^2] |
| **Cộng** |  |

[^1]: Cảnh báo: số này lạ (TH02.xlsx, ô D7).\\
    Cách xử lý: xem lại & \\<sửa>.

[^2]: Lỗi: số này sai.
`,
  );
});
