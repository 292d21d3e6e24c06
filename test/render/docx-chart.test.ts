import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/model/document.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { renderMarkdown } from '../../src/render/formats/markdown.ts';
import { structureErrors } from '../external/support/ooxml-structure.ts';
import { aDocument, aSection } from '../support/a-document.ts';
import { partOf } from '../support/docx-parts.ts';

const SHARES: Chart = {
  kind: 'chart',
  title: 'Tỷ lệ có chữ ký số theo từng thôn',
  description: 'Biểu đồ cột, chỉ tiêu trên 50%: Thôn Thượng 60,5%; Thôn Hạ 30,0%',
  categories: ['Thôn Thượng', 'Thôn Hạ'],
  arrangement: 'plain',
  unit: 'percent',
  series: [
    { name: 'Tỷ lệ', values: [0.605, 0.3], labels: ['60,5%', '30,0%'], shades: ['dark', 'light'] },
    { name: 'Chỉ tiêu trên 50%', values: [0.5, 0.5], labels: [], shades: 'line' },
  ],
};

const COUNTS: Chart = {
  kind: 'chart',
  title: 'Nhiệm vụ theo từng mục',
  description: 'Biểu đồ thanh chồng. Mục II.1: 5 hoàn thành, 1 chưa thực hiện',
  categories: ['Mục II.1'],
  arrangement: 'stacked',
  unit: 'count',
  series: [
    { name: 'Hoàn thành', values: [5], labels: ['5'], shades: ['dark'] },
    { name: 'Chưa thực hiện', values: [undefined], labels: [''], shades: ['pale'] },
  ],
};

const drawn = (...charts: readonly Chart[]): Promise<Uint8Array> => renderDocx(aDocument(aSection(charts)));

describe('a chart in the .docx', () => {
  test('is drawn by Word from its numbers, with the labels as the report prints them', async () => {
    const bytes = await drawn(SHARES);
    expect(structureErrors(bytes)).toEqual([]);
    const chart = partOf(bytes, 'word/charts/chart1.xml');
    expect(chart).toContain('<c:v>0.605</c:v>');
    expect([...chart.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => text)).toEqual([
      'Tỷ lệ có chữ ký số theo từng thôn',
      '60,5%',
      '30,0%',
    ]);
    expect(chart).toMatch(/<c:lineChart>/u);
  });

  test('counts have no halves on the axis, though there are few', async () => {
    const chart = partOf(await drawn(COUNTS), 'word/charts/chart1.xml');
    expect(chart).toContain('<c:majorUnit val="1"/>');
  });

  test.each([
    [12, 'inBase'],
    [13, 'outEnd'],
  ])(
    'of %i columns the labels stand at %s: away from the line of the target where there is room',
    async (count, place) => {
      const many = Array.from({ length: count }, (_, index) => index);
      const [shares, target] = SHARES.series;
      if (shares === undefined || target === undefined) throw new Error('the sample has two series');
      const chart: Chart = {
        ...SHARES,
        categories: many.map((index) => `Thôn số ${index}`),
        series: [
          {
            ...shares,
            values: many.map(() => 0.447),
            labels: many.map(() => '44,7%'),
            shades: many.map(() => 'light'),
          },
          { ...target, values: many.map(() => 0.5) },
        ],
      };
      expect(partOf(await drawn(chart), 'word/charts/chart1.xml')).toContain(`<c:dLblPos val="${place}"/>`);
    },
  );

  test('says in Vietnamese what it shows, and has no colour but grey', async () => {
    const bytes = await drawn(SHARES, COUNTS);
    expect(partOf(bytes, 'word/document.xml')).toContain(`descr="${SHARES.description}"`);
    const colours = [...partOf(bytes, 'word/charts/chart2.xml').matchAll(/srgbClr val="(\w\w)(\w\w)(\w\w)"/gu)];
    expect(colours.length).toBeGreaterThan(3);
    expect(colours.filter(([, red, green, blue]) => red !== green || green !== blue)).toEqual([]);
  });

  test('gives the same bytes again, the numbers inside too', async () => {
    const first = await drawn(SHARES, COUNTS);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await drawn(SHARES, COUNTS)).equals(Buffer.from(first))).toBe(true);
    const names = Object.keys(unzipSync(first)).filter((name) => name.endsWith('.xlsx'));
    expect(names).toHaveLength(2);
  });

  test('without numbers is not drawn', async () => {
    const bytes = await drawn({ ...SHARES, categories: [], series: [] });
    expect(structureErrors(bytes)).toEqual([]);
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('chart'))).toEqual([]);
  });

  test('cuts a name that would leave no room', async () => {
    const long = 'Thôn Phước Thuận - Phước Hậu của xã An Tây trước khi sáp nhập';
    const bytes = await drawn({ ...SHARES, categories: [long, 'Thôn Hạ'] });
    expect(partOf(bytes, 'word/charts/chart1.xml')).toContain('Thôn Phước Thuận - Phước Hậu của …');
  });
});

test('in Markdown a chart is its title and what it shows in words', () => {
  expect(renderMarkdown(aDocument(aSection([SHARES])))).toBe(
    '**Tỷ lệ có chữ ký số theo từng thôn**\n\nBiểu đồ cột, chỉ tiêu trên 50%: Thôn Thượng 60,5%; Thôn Hạ 30,0%\n',
  );
});
