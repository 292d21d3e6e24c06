import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/model/document.ts';
import { renderDocx } from '../../../src/render/formats/docx.ts';
import { aDocument, aSection } from '../../support/a-document.ts';
import { fillOwn, rows, runs } from '../../support/own-word-file.ts';

const CHART: Chart = {
  kind: 'chart',
  title: 'Tỷ lệ',
  description: '{{chart.coverage-by-unit.signature-coverage}}',
  categories: ['A', 'B'],
  arrangement: 'plain',
  unit: 'percent',
  series: [{ name: 'Tỷ lệ', values: [0.1, 0.2], labels: [], shades: ['dark'] }],
};

async function withChart(chart: Partial<Chart>, edit = (text: string): string => text): Promise<Uint8Array> {
  const parts = unzipSync(await renderDocx(aDocument(aSection([{ ...CHART, ...chart }]))));
  const name = 'word/charts/chart1.xml';
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  expect(xml).toContain('<c:barChart>');
  return zipSync({ ...parts, [name]: strToU8(edit(xml)) });
}

async function said(file: Parameters<typeof fillOwn>[0]): Promise<readonly string[]> {
  const { diagnostics } = await fillOwn(file);
  return diagnostics.map(({ rule, message, location }) => {
    return `${rule} ${location.kind === 'passage' ? location.place : ''}: ${message}`;
  });
}

describe('charts', () => {
  test('of bars are filled', async () => {
    expect(await said(await withChart({}))).toEqual([]);
  });

  test.each<[string, () => Promise<Uint8Array>, string]>([
    [
      'with labels typed by hand',
      () => withChart({ series: [{ name: 'a', values: [1, 2], labels: ['10%', '20%'], shades: ['dark'] }] }),
      'không điền được: biểu đồ có nhãn số liệu gõ tay, sẽ không đổi theo số liệu mới',
    ],
    [
      'of another kind',
      () => withChart({}, (xml) => xml.replaceAll('c:barChart', 'c:pieChart')),
      'không điền được: chỉ điền được biểu đồ cột, thanh, đường hoặc miền',
    ],
    ['that are damaged', () => withChart({}, () => '<c:chartSpace/>'), 'không điền được: không đọc được dữ liệu'],
    ['with another tag', () => withChart({ description: '{{round.id}}' }), 'chỗ đó chỉ nhận thẻ biểu đồ'],
    ['with a tag of nobody', () => withChart({ description: '{{chart.coverage-by-unit}}' }), 'Không có thẻ'],
    [
      'with a tag in the title',
      () => withChart({ title: '{{round.id}}' }),
      'nằm trong biểu đồ, chỗ đó không điền được',
    ],
  ])('%s are not', async (_title, file, message) => {
    expect(await said(await file())).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });

  test('are no pictures', async () => {
    const picture =
      '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{{chart.compliance-by-clause}}"/></wp:inline></w:drawing></w:r></w:p>';
    expect(await said({ body: picture })).toEqual([
      'word-tag-misplaced Hình sau đoạn 0: Thẻ “{{chart.compliance-by-clause}}” nằm ở hình không phải biểu đồ Word',
    ]);
  });
});

test.each([
  [
    'a tag of a list outside of a table',
    runs('{{groups.title}}'),
    'Đoạn 1 “{{groups.title}}”: Thẻ “{{groups.title}}” là thẻ của một danh sách',
  ],
  [
    'a part of the report in a table',
    rows(['{{body}}', 'a']),
    'Bảng 1, dòng 1 “{{body}}”: Thẻ “{{body}}” phải đứng một mình',
  ],
  ['appendices before other text', runs('{{appendices}}') + runs('a'), 'phải đứng cuối cùng trong văn bản'],
  ['a list without a field', runs('{{groups}}'), 'Không có thẻ “{{groups}}”'],
  ['a condition of the wording', runs('{{reporting.is_complete}}'), 'Không có thẻ “{{reporting.is_complete}}”'],
  ['an empty tag', runs('{{}}'), 'Không có thẻ “{{}}”'],
  ['a tag in a tag', runs('{{round.{{round.id}}}}'), 'mở bằng {{ mà không đóng bằng }}'],
  [
    'two lists within one',
    rows(['{{coverages.rows.title}}', '{{coverages.below.name}}']),
    'cùng dòng với thẻ của một danh sách khác',
  ],
])('%s is a mistake', async (_title, body, message) => {
  expect(await said({ body })).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});

test('mistakes in headers and notes are named with their part', async () => {
  const footnotes = `<w:footnote w:id="1">${runs('{{b}}')}</w:footnote>`;
  expect(await said({ body: runs('a'), header: runs('Trang {{a}}'), footnotes })).toEqual([
    'word-tag-unknown Đầu trang, đoạn 1 “Trang {{a}}”: Không có thẻ “{{a}}”',
    'word-tag-unknown Chú thích cuối trang, đoạn 1 “{{b}}”: Không có thẻ “{{b}}”',
  ]);
});

test('what tracked changes have taken away is no tag', async () => {
  const deleted =
    '<w:p><w:del><w:r><w:delText>{{a}}</w:delText></w:r></w:del><w:ins><w:r><w:t>{{round.id}}</w:t></w:r></w:ins></w:p>';
  const { diagnostics, texts } = await fillOwn({ body: deleted });
  expect([diagnostics, texts()]).toEqual([[], ['2025-10']]);
});
