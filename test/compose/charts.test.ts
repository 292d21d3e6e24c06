import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/model/document.ts';
import { aUnit } from '../support/builders.ts';
import { pastRounds } from '../support/past-rounds.ts';
import {
  aModel,
  bodyOf,
  compose,
  linesOf,
  office,
  report,
  schoolOne,
  signatures,
  villageOne,
  villageTwo,
} from './support/model.ts';

const COVERAGE = '{% for c in coverages %}{% chart "coverage-by-unit" of: c.id %}{% endfor %}';
const COMPLIANCE = '{% chart "compliance-by-clause" %}';

function chartIn(wording: string, model?: ReturnType<typeof aModel>): Chart {
  const found = bodyOf(wording, model).find((block) => block.kind === 'chart');
  if (found?.kind !== 'chart') throw new Error('no chart');
  return found;
}

describe('the shares by unit', () => {
  test('stand from the highest to the lowest, beside the target', () => {
    const chart = chartIn(COVERAGE);
    expect(chart.categories).toEqual(['Thôn Thượng', 'Thôn Trung', 'Thôn Hạ']);
    expect(chart.series).toEqual([
      {
        name: 'Tỷ lệ',
        values: [0.605, 0.5, 0.3],
        labels: ['60,5%', '50,0%', '30,0%'],
        shades: ['dark', 'light', 'light'],
      },
      { name: 'Chỉ tiêu trên 50%', values: [0.5, 0.5, 0.5], labels: [], shades: 'line' },
    ]);
    expect(chart.description).toBe(
      'Biểu đồ cột, chỉ tiêu trên 50%: Thôn Thượng 60,5%; Thôn Trung 50,0%; Thôn Hạ 30,0%',
    );
    expect(bodyOf(COVERAGE).flatMap(linesOf).at(-1)).toBe(
      'Ghi chú: Cột đậm là thôn đạt chỉ tiêu, cột nhạt là thôn chưa đạt; đường ngang là mức trên 50%.',
    );
  });

  test.each<[what: string, arrivals: ReturnType<typeof signatures>[]]>([
    ['nobody', []],
    ['one village', [signatures(villageOne, 1000, 605)]],
  ])('there is no chart of %s', (_what, arrivals) => {
    expect(bodyOf(COVERAGE, aModel({ arrivals }))).toEqual([]);
  });

  test('of many units the lowest are shown, and the note says so', () => {
    const units = Array.from({ length: 45 }, (_, index) => aUnit({ id: `TH${index}`, name: `Thôn Số ${index}` }));
    const arrivals = units.map((unit, index) => signatures(unit, 1000, 100 + index * 10));
    const model = aModel({ units, arrivals });
    expect(chartIn(COVERAGE, model).categories).toHaveLength(30);
    expect(chartIn(COVERAGE, model).categories.at(-1)).toBe('Thôn Số 0');
    expect(bodyOf(COVERAGE, model).flatMap(linesOf).at(-1)).toContain('30 thôn có tỷ lệ thấp nhất trong 45 thôn');
  });
});

describe('the share from round to round', () => {
  const TREND = '{% for c in coverages %}{% chart "coverage-trend" of: c.id %}{% endfor %}';
  const { round } = aModel();
  const past = (rows: readonly (readonly string[])[]) => ({
    ...aModel(),
    round: { ...round, history: pastRounds(rows, round.directive) },
  });
  const [whole = '', part = ''] = ['adults', 'signature-holders'].map(
    (id) => round.directive.indicators.find((indicator) => indicator.id === id)?.code ?? '',
  );

  test('is over the units that had both numbers then, and ends with this round', () => {
    const model = past([
      ['2025-08', 'TH01', whole, '1000'],
      ['2025-09', 'TH01', whole, '1000'],
      ['2025-09', 'TH01', part, '400'],
      ['2025-09', 'TH02', whole, '500'],
      ['2025-09', 'TH02', part, '200'],
      ['2025-09', 'TH03', part, '9'],
    ]);
    const chart = chartIn(TREND, model);
    expect(chart.categories).toEqual(['Kỳ 2025-09', 'Kỳ 2025-10']);
    expect(chart.series[0]).toMatchObject({ values: [0.4, expect.any(Number)], shades: ['light', 'dark'] });
    expect(chart.series[0]?.labels[0]).toBe('40,0%');
    expect(bodyOf(TREND, model).flatMap(linesOf).at(-1)).toContain('(kỳ 2025-09: 2 thôn; kỳ 2025-10: 3 thôn)');
  });

  test('is not drawn without an earlier round, nor when nobody counts now', () => {
    expect(bodyOf(TREND)).toEqual([]);
    const rows = [
      ['2025-09', 'TH01', whole, '1000'],
      ['2025-09', 'TH01', part, '400'],
    ];
    const silent = aModel({ arrivals: [] });
    const history = pastRounds(rows, silent.round.directive);
    expect(bodyOf(TREND, { ...silent, round: { ...silent.round, history } })).toEqual([]);
  });
});

test('the tasks of each clause are counted by state, every task of every unit once', () => {
  const arrivals = [report(office), report(schoolOne), signatures(villageTwo, 500, 250)];
  const chart = chartIn(COMPLIANCE, aModel({ arrivals }));
  expect(chart.arrangement).toBe('stacked');
  expect(chart.categories).toContain('Mục II.1');
  const index = chart.categories.indexOf('Mục II.2');
  expect(chart.series.map(({ name, values }) => [name, values[index]])).toEqual([
    ['Hoàn thành', 2],
    ['Đang thực hiện', 0],
    ['Chưa thực hiện', 0],
    ['Chưa có số liệu', 0],
  ]);
  expect(chart.series[1]?.labels[index]).toBe('');
});

test.each([
  ['{% chart "coverage-by-unti" %}', 'Không có biểu đồ “coverage-by-unti” (có phải ý bạn là “coverage-by-unit”?)'],
  ['{% chart "compliance-by-clause" of: "x" %}', 'Biểu đồ “compliance-by-clause” không có phần “of:”'],
  ['{% chart "coverage-by-unit" of: "x" %}', 'Không có nội dung biểu đồ “x”'],
])('%s is a fault of the wording', (tag, said) => {
  const { diagnostics } = compose(`# BÁO CÁO\n\nKết quả\n\n${tag}`);
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
});
