import { describe, expect, test } from 'vitest';
import { TABLES } from '../../src/compose/blocks/index.ts';
import { aUnit, blank, date, value } from '../support/builders.ts';
import { cellError } from '../aggregate/findings.ts';
import {
  aModel,
  bodyOf,
  campaign,
  linesOf,
  report,
  schoolOne,
  signatures,
  smallCommune,
  tablesIn,
  villageOne,
  villageThree,
  villageTwo,
  type ModelDraft,
} from './support/model.ts';

/** The rows of the first table that the tag makes; bold rows begin with `*`, bands with `=`. */
function rowsOf(tag: string, draft: ModelDraft = {}): readonly string[] {
  const [table] = tablesIn(bodyOf(tag, aModel(draft)));
  return (table?.rows ?? []).map(({ cells, emphasis }) => {
    const mark = { plain: '', total: '* ', band: '= ' }[emphasis];
    return mark + cells.join(' | ');
  });
}

function headingsOf(tag: string, draft: ModelDraft = {}): readonly string[] {
  const [table] = tablesIn(bodyOf(tag, aModel(draft)));
  return (table?.header[0] ?? []).map(({ text }) => text);
}

test('the registry is sorted and each name is there once', () => {
  const names = TABLES.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

describe('coverage-by-unit', () => {
  const tag = '{% table "coverage-by-unit" of: "signature-coverage" %}';

  test('shows every village, adds up what counts and leaves the rest blank', () => {
    const draft: ModelDraft = {
      arrivals: [
        signatures(villageOne, 10_000, 4999, { reportedOn: value(date('2025-11-10')) }),
        signatures(villageTwo, 850, 900),
      ],
      diagnostics: [cellError('TH02.xlsx', 'Chỉ tiêu', 'D6')],
    };
    expect(rowsOf(tag, draft)).toEqual([
      '1 | Thôn Thượng | 10.000 | 4.999 | 10 | 49,99% | Chưa đạt | 2 | 31/10/2025 | Gửi muộn',
      '2 | Thôn Trung | – | – | 10 | – | – | – | – | Số liệu thiếu hoặc có lỗi, chưa đưa vào tổng hợp',
      '3 | Thôn Hạ | – | – | – | – | – | – | – | Chưa gửi báo cáo',
      '*  | Cộng (1/3 thôn) | 10.000 | 4.999 | 20 (2/3 thôn) | 49,99% | Chưa đạt | 2 |  | ',
    ]);
  });

  test('a zero is a number, a blank is none', () => {
    const arrivals = [
      signatures(villageOne, 100, 0, { counts: { 'signature-new': 0 } }),
      signatures(villageTwo, 100, 51, { counts: { 'signature-new': blank() } }),
    ];
    expect(rowsOf(tag, { arrivals }).slice(0, 2)).toEqual([
      '1 | Thôn Thượng | 100 | 0 | 0 | 0,0% | Chưa đạt | 51 | 31/10/2025 | ',
      '2 | Thôn Trung | 100 | 51 | – | 51,0% | Đạt | 0 | 31/10/2025 | ',
    ]);
  });

  test('without any report it has no sums', () => {
    expect(rowsOf(tag, { arrivals: [] }).at(-1)).toBe('*  | Cộng (0/3 thôn) | – | – | – | – | – | – |  | ');
  });

  test('a note says what the target and the dash mean', () => {
    const noteOf = (draft: ModelDraft) => bodyOf(tag, aModel(draft)).flatMap(linesOf).at(-1);
    expect(noteOf({ arrivals: [] })).toBe(
      'Ghi chú: Chỉ tiêu là trên 50%. Dấu “–” nghĩa là không có số liệu đưa vào tổng hợp, không phải bằng 0.',
    );
    expect(noteOf({})).toBe('Ghi chú: Chỉ tiêu là trên 50%.');
  });

  test('without of: every share has its table', () => {
    expect(bodyOf('{% table "coverage-by-unit" %}')).toEqual(bodyOf(tag));
  });
});

describe('tasks-by-unit', () => {
  const tag = '{% table "tasks-by-unit" of: "II.3" %}';
  const draft: ModelDraft = {
    arrivals: [
      signatures(villageOne, 100, 60, { answers: { 'II.3-1': { status: value('in-progress') } } }),
      signatures(villageTwo, 100, 60, {
        answers: { 'II.3-1': { status: value('not-started') }, 'II.3-2': { status: blank() } },
      }),
    ],
  };

  test('shows symbols and how many have completed', () => {
    expect(headingsOf(tag, draft)).toEqual(['STT', 'Đơn vị', 'II.3-1', 'II.3-2']);
    expect(rowsOf(tag, draft)).toEqual([
      '1 | Thôn Thượng | ĐTH | HT',
      '2 | Thôn Trung | CTH | KTL',
      '3 | Thôn Hạ | – | –',
      '*  | Số đơn vị hoàn thành | 0/3 | 1/3',
    ]);
  });

  test('explains the tasks and the symbols that occur', () => {
    const notes = bodyOf(tag, aModel(draft))
      .filter(({ kind }) => kind === 'note')
      .flatMap(linesOf);
    expect(notes[0]).toMatch(/^Nhiệm vụ II\.3-1: Phối hợp triển khai Chiến dịch .*; II\.3-2: Hỗ trợ .*\.$/u);
    expect(notes[1]).toBe(
      'Ký hiệu: HT là hoàn thành; ĐTH là đang thực hiện; CTH là chưa thực hiện; KTL là có báo cáo nhưng không trả lời nhiệm vụ này; “–” là chưa có báo cáo sử dụng được.',
    );
  });
});

test('task-counts has a band for each clause that binds a unit', () => {
  const units = [villageOne, villageTwo, villageThree, schoolOne];
  const arrivals = [signatures(villageOne, 100, 60), report(schoolOne)];
  const rows = rowsOf('{% table "task-counts" %}', { units, arrivals });
  expect(rows.filter((row) => row.startsWith('='))).toEqual([
    '= II.1. Đối với phòng, ban, đơn vị',
    '= II.3. Các Chi bộ, Trưởng thôn, Trưởng ban CTMT thôn và Tổ Công nghệ số cộng đồng thôn',
    '= II.5. Các trường học trên địa bàn xã',
  ]);
  expect(rows.find((row) => row.startsWith('II.3-1 '))).toMatch(/ \| 3 \| 1 \| 0 \| 0 \| 0 \| 2$/u);
});

describe('reporting-rates', () => {
  test('has one row a type and the sum', () => {
    expect(rowsOf('{% table "reporting-rates" %}', { arrivals: [signatures(villageOne, 1, 1)] })).toEqual([
      'Các thôn | 3 | 1 | 1 | 33,3% | 33,3%',
      'Các trường học | 2 | 0 | 0 | 0,0% | 0,0%',
      'Các phòng, ban, đơn vị | 1 | 0 | 0 | 0,0% | 0,0%',
      'Văn phòng HĐND và UBND | 1 | 0 | 0 | 0,0% | 0,0%',
      '* Cộng | 7 | 1 | 1 | 14,3% | 14,3%',
    ]);
  });

  test('types without a unit are not shown, one type needs no sum', () => {
    expect(rowsOf('{% table "reporting-rates" %}', { units: [schoolOne], arrivals: [] })).toEqual([
      'Các trường học | 1 | 0 | 0 | 0,0% | 0,0%',
    ]);
    expect(tablesIn(bodyOf('{% table "reporting-rates" %}', aModel({ units: [], arrivals: [] })))).toEqual([]);
  });
});

test('indicator-totals leaves out the numbers of a share only for the type that has the share', () => {
  const indicators = campaign.indicators.map((indicator) =>
    indicator.id === 'adults' ? { ...indicator, unitTypes: [...indicator.unitTypes, 'school'] } : indicator,
  );
  const rows = rowsOf('{% table "indicator-totals" %}', { directive: { ...campaign, indicators } });
  const title = indicators.find(({ id }) => id === 'adults')?.title ?? '';
  const band = rows.findLastIndex(
    (row, index) => row.startsWith('=') && index < rows.findIndex((r) => r.includes(title)),
  );
  expect(rows.filter((row) => row.includes(` | ${title} | `))).toHaveLength(1);
  expect(rows[band]).toBe('= Các trường học');
});

test('indicator-totals never adds types together and says how many units a sum comes from', () => {
  const arrivals = [
    signatures(villageOne, 100, 60, { counts: { 'people-guided': 1200 } }),
    signatures(villageTwo, 100, 60, { counts: { 'people-guided': blank() } }),
    report(schoolOne, { counts: { 'news-items': 3 } }),
  ];
  const rows = rowsOf('{% table "indicator-totals" %}', { arrivals });
  expect(rows.filter((row) => row.includes('Số người được hướng dẫn'))).toEqual([
    '2 | Số người được hướng dẫn kỹ năng số, sử dụng dịch vụ số | người | 1.200 | 1/3',
  ]);
  expect(rows.filter((row) => row.includes('Số tin, bài'))).toEqual([
    '1 | Số tin, bài, phóng sự, video đã đăng | tin, bài | 3 | 1/2',
    '1 | Số tin, bài, phóng sự, video đã đăng | tin, bài | – | 0/1',
    '1 | Số tin, bài, phóng sự, video đã đăng | tin, bài | – | 0/1',
  ]);
  expect(rows.join('\n')).not.toContain('dân số trưởng thành');
});

describe('names of units', () => {
  const tag = '{% for u in reporting.missing %}{{ u.name }}{% unless forloop.last %}; {% endunless %}{% endfor %}';

  function sentence(...units: readonly (readonly [string, string, string?])[]): string {
    const made = units.map(([name, type, formerCommune = ''], index) =>
      aUnit({ id: `U${index}`, name, type, formerCommune, adults: undefined }),
    );
    return bodyOf(tag, aModel({ units: made, arrivals: [] }))
      .flatMap(linesOf)
      .join('');
  }

  test('a common noun is lower case before a proper name only', () => {
    expect(
      sentence(
        ['Thôn Cổ Lũy', 'village'],
        ['Thôn 6', 'village'],
        ['Thôn II', 'village'],
        ['Trường Tiểu học A', 'school'],
        ['Trạm Y tế xã', 'health-station'],
        ['Văn phòng HĐND và UBND', 'office'],
      ),
    ).toBe('thôn Cổ Lũy; Thôn 6; Thôn II; Trường Tiểu học A; Trạm Y tế xã; Văn phòng HĐND và UBND');
  });

  test('units that share a name are told apart by the former commune', () => {
    expect(
      sentence(
        ['Thôn Mỹ Lại', 'village', 'Tịnh Long'],
        ['thôn Mỹ Lại', 'village', 'xã Tịnh Kỳ'],
        ['Thôn An', 'village', 'X'],
      ),
    ).toBe('thôn Mỹ Lại (xã Tịnh Long cũ); thôn Mỹ Lại (xã Tịnh Kỳ cũ); thôn An');
  });
});

test('the sample commune has the units that the other tests count with', () => {
  expect(smallCommune).toHaveLength(7);
});
