import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLES } from '../../src/compose/blocks/index.ts';
import { buildContext } from '../../src/compose/context.ts';
import { FILTER_NAMES, TAG_NAMES } from '../../src/compose/liquid-engine.ts';
import { variablePaths, type ScopeValue } from '../../src/compose/scope.ts';
import { unitNames } from '../../src/compose/unit-names.ts';
import { mixed } from './support/mixed-round.ts';
import { aRef } from '../support/builders.ts';
import {
  aModel,
  anIssuer,
  bodyOf,
  department,
  linesOf,
  office,
  opinion,
  report,
  schoolOne,
  signatures,
  villageOne,
  villageThree,
  villageTwo,
} from './support/model.ts';

const guide = readFileSync(new URL('../../docs/mau-bao-cao.md', import.meta.url), 'utf8');
const model = aModel(mixed);
const context = buildContext(model, anIssuer(), unitNames(model.units), []);

function values(value: ScopeValue): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(values) : [value];
}

describe('the guide to the wording', () => {
  const paths = variablePaths(context).filter((path) => !path.startsWith('coverages.') || path.split('.').length < 4);

  test.each(paths)('explains %s', (path) => {
    const name = path.split('.').at(-1) ?? '';
    expect([`${path}\``, `${name}\``, `${path}.`].some((one) => guide.includes(`\`${one}`))).toBe(true);
  });

  test('explains every table, tag and filter', () => {
    for (const name of [...TABLES.map((table) => table.name), ...TAG_NAMES, ...FILTER_NAMES]) {
      expect(guide).toMatch(new RegExp(`[\`% ]${name}\\b`, 'u'));
    }
  });
});

test('no variable holds a fraction, undefined or a text of several lines', () => {
  expect(paths(context)).toBeGreaterThan(80);
  for (const value of values(context)) {
    expect(['string', 'number', 'boolean'].includes(typeof value) || value === null).toBe(true);
    if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
    if (typeof value === 'string') expect(value).not.toMatch(/\n|^ | $/u);
  }
});

function paths(value: ScopeValue): number {
  return variablePaths(value).length;
}

describe('what units write', () => {
  function quoted(...texts: readonly string[]): readonly string[] {
    const arrivals = texts.map((text, index) =>
      report({ ...office, id: `VP${index}` }, { opinions: [opinion('proposals', text)] }),
    );
    const units = texts.map((_text, index) => ({ ...office, id: `VP${index}` }));
    const tag = '{% for o in opinions.proposals %}\n\n“{{ o.text }}”\n{% endfor %}';
    return bodyOf(tag, aModel({ units, arrivals })).flatMap(linesOf);
  }

  test.each([
    'Không',
    'không có.',
    'KHÔNG CÓ ĐỀ XUẤT, KIẾN NGHỊ GÌ',
    'Chưa có',
    '-',
    '...',
    'Không có khó khăn, vướng mắc',
  ])('“%s” is no proposal', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  test.each([
    ['Không đủ máy tính', '“Không đủ máy tính”'],
    ['Đề nghị cấp máy.\n- Mở lớp\n\n+ Cấp tài liệu. ', '“Đề nghị cấp máy. Mở lớp; Cấp tài liệu”'],
    ['Gọi 0905 123 456', '“Gọi ••••”'],
    ['Cần thêm 5 máy', '“Cần thêm 5 máy”'],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual([expected]);
  });

  test('a text of many pages is shortened, and says so', () => {
    const [line] = quoted('Đề nghị '.repeat(4000));
    // No half of a word is left: 1.500 letters end in the middle of “nghị”.
    expect(line).toMatch(/ (?:Đề|Đề nghị)… \(rút gọn\)”$/u);
    expect(line?.length).toBeLessThan(1600);
  });

  test('a text without any blank is shortened, too', () => {
    expect(quoted('a'.repeat(2000))).toEqual([`“${'a'.repeat(1500)}… (rút gọn)”`]);
  });
});

describe('what several units write', () => {
  const difficulty = (text: string) =>
    ({ kind: 'value', value: text, raw: text, ref: aRef('E7', 'Nhiệm vụ') }) as const;
  const tag =
    '{% for o in opinions.difficulties %}\n- {{ o.title }} [{% if o.task %}{{ o.task }}{% endif %}]: “{{ o.text }}”\n{% endfor %}';

  test('the same words are quoted once, the work as a whole goes first, a task’s difficulties stand together', () => {
    const arrivals = [
      report(office, { answers: { 'II.2-1': { difficulty: difficulty('Thiếu máy') } } }),
      report(department, {
        answers: { 'II.1-2': { difficulty: difficulty('Thiếu kinh phí') } },
        opinions: [opinion('difficulties', 'Đường truyền yếu')],
      }),
      report(schoolOne, {
        answers: { 'II.1-2': { difficulty: difficulty('thiếu kinh phí.') } },
        opinions: [opinion('difficulties', 'Đường truyền yếu.')],
      }),
    ];
    expect(bodyOf(tag, aModel({ arrivals })).flatMap(linesOf)).toEqual([
      '- Trường Tiểu học Suối Mây và Phòng Kinh tế []: “Đường truyền yếu”',
      '- Trường Tiểu học Suối Mây và Phòng Kinh tế [II.1-2]: “thiếu kinh phí”',
      '- Văn phòng HĐND và UBND xã [II.2-1]: “Thiếu máy”',
    ]);
  });
});

describe('the best and the weakest', () => {
  const tag =
    '{% for c in coverages %}{% if c.highest %}{{ c.highest.names | join_words }} {{ c.highest.ratio }}, {{ c.lowest.names | join_words }} {{ c.lowest.ratio }}{% else %}không xếp hạng{% endif %}{% endfor %}';
  const ranking = (...holders: readonly number[]): readonly string[] => {
    const villages = [villageOne, villageTwo, villageThree];
    const arrivals = holders.map((count, index) => signatures(villages[index] ?? villageOne, 1000, count));
    return bodyOf(tag, aModel({ arrivals })).flatMap(linesOf);
  };

  test.each<[what: string, holders: readonly number[], said: string]>([
    ['three different shares', [605, 500, 300], 'thôn Thượng 60,5%, thôn Hạ 30,0%'],
    ['two at the top', [605, 605, 300], 'thôn Thượng và thôn Trung 60,5%, thôn Hạ 30,0%'],
    ['all alike', [500, 500, 500], 'không xếp hạng'],
    ['one only', [500], 'không xếp hạng'],
    ['nobody', [], 'không xếp hạng'],
  ])('%s', (_what, holders, said) => {
    expect(ranking(...holders)).toEqual([said]);
  });
});
