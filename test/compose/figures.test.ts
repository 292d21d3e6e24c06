import { describe, expect, test } from 'vitest';
import { figuresOf, findFigures } from '../../src/compose/figures/find-figures.ts';
import type { Table } from '../../src/model/document.ts';
import type { Figure } from '../../src/model/figure.ts';
import { aModel, allArrived, builtIn, composed, signatures, villageOne, villageTwo } from './support/model.ts';

const model = aModel();

function titles(figures: readonly Figure[]): readonly string[] {
  return figures.map(({ printed, title }) => `${printed} – ${title}`);
}

function tables(): readonly Table[] {
  return composed(builtIn.text, model).sections.flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === 'table'),
  );
}

describe('every number that the report prints can be traced', () => {
  test('in its tables', () => {
    const numbers = tables().flatMap(({ header, rows }) => {
      const headings = header[0]?.map(({ text }) => text) ?? [];
      return rows
        .filter(({ emphasis }) => emphasis !== 'band')
        .flatMap(({ cells }) => cells.filter((_, column) => headings[column] !== 'STT'))
        .filter((cell) => !/^\d+\/\d+\/\d+$/u.test(cell))
        .flatMap((cell) => /^[\d.]+(?:,\d+)?%?(?=$| \(|\/)/u.exec(cell)?.[0] ?? []);
    });
    expect(numbers.length).toBeGreaterThan(80);
    expect([...new Set(numbers)].filter((printed) => findFigures(model, printed).length === 0)).toEqual([]);
  });

  test('and leads to cells with what stands in them', () => {
    const [share] = findFigures(model, '50,3%');
    expect(share).toMatchObject({ how: '1.005 ÷ 2.000 người, từ 3/3 thôn', unit: undefined });
    expect(share?.parts.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Thôn Thượng: 605 ÷ 1.000',
      'Thôn Trung: 250 ÷ 500',
      'Thôn Hạ: 150 ÷ 500',
    ]);
    expect(share?.parts[0]?.cells).toEqual([
      {
        place: expect.stringMatching(/^TH01\.xlsx, trang “.+”, ô [A-Z]\d+$/u) as unknown,
        file: 'TH01.xlsx',
        raw: '605',
        sha256: expect.any(String) as unknown,
      },
      {
        place: expect.stringMatching(/^TH01\.xlsx, trang “.+”, ô [A-Z]\d+$/u) as unknown,
        file: 'TH01.xlsx',
        raw: '1000',
        sha256: expect.any(String) as unknown,
      },
    ]);
  });
});

describe('what is asked for', () => {
  test.each(['50,3%', '50.3%', '50,3 %', ' 50,3% ', '50,3'])('“%s” is the share', (asked) => {
    expect(titles(findFigures(model, asked))).toEqual([
      '50,3% – Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân',
    ]);
  });

  test.each(['2000', '2.000', '2 000'])('“%s” is the sum of adults', (asked) => {
    expect(titles(findFigures(model, asked))[0]).toMatch(/^2\.000 – Số người từ đủ 18 tuổi trở lên/u);
  });

  test('a code, also in small letters', () => {
    expect(findFigures(model, 'ct02')).toEqual(findFigures(model, 'CT02'));
    expect(findFigures(model, 'CT02').length).toBeGreaterThan(3);
    expect(findFigures(model, 'II.1-2').every(({ names }) => names.includes('II.1-2'))).toBe(true);
  });

  test('words of the title, without marks if need be', () => {
    expect(titles(findFigures(model, 'ty le dan so'))[0]).toContain('50,3%');
  });

  test('a unit: its own figures, and its part of the others', () => {
    const own = findFigures(model, 'CT02', 'TH02');
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ parts }) => parts.map(({ unit }) => unit)).every((unit) => unit === 'TH02')).toBe(true);
  });

  test.each(['', 'zz', '999.999', '-605', '%', '٥', 'không có gì như vậy'])(
    '“%s” is nothing, or everything',
    (asked) => {
      expect(findFigures(model, asked)).toEqual(asked === '' ? figuresOf(model) : []);
    },
  );
});

test('a unit that does not count says why', () => {
  const arrivals = [signatures(villageOne, 1000, 605), ...allArrived.slice(3)];
  const diagnostics = [
    {
      rule: 'x',
      severity: 'error' as const,
      message: 'CT02 ghi bằng chữ',
      hint: 'Sửa',
      location: { kind: 'cell' as const, ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D9' } },
      related: [],
      facts: { indicator: 'signature-holders' },
    },
  ];
  const parts = findFigures(aModel({ arrivals, diagnostics }), 'signature-coverage').flatMap((figure) => figure.parts);
  expect(parts.find(({ unit }) => unit === villageTwo.id)?.text).toBe('không tính: Chưa gửi báo cáo');
});
