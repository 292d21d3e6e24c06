import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLES } from '../../../src/compose/blocks/index.ts';
import { CHARTS } from '../../../src/compose/charts/index.ts';
import { BLOCK_TAGS, DRAFT_NOTE, ISSUER_TAGS, wordNames } from '../../../src/compose/word-file/names.ts';
import { COVERAGE_SHAPE, fieldsOf, GROUP_SHAPE, WORD_SHAPE, type Shape } from '../../../src/compose/word-file/shape.ts';
import { buildContext } from '../../../src/compose/context.ts';
import { variablePaths } from '../../../src/compose/scope.ts';
import { unitNames } from '../../../src/compose/unit-names.ts';
import { mixed } from '../support/mixed-round.ts';
import { aModel, anIssuer, composed } from '../support/model.ts';

const guide = readFileSync(new URL('../../../docs/mau-bao-cao.md', import.meta.url), 'utf8');
const ours = guide.slice(guide.indexOf('## Mẫu Word của xã'));

/** What stands in backticks in each column of each row of a table under that heading or sentence. */
function tableBelow(heading: string): readonly (readonly (readonly string[])[])[] {
  const [, after = ''] = ours.split(heading);
  const rows = after.split('\n').filter((line, index, lines) => line.startsWith('|') && isOfFirst(lines, index));
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/u)
      .slice(1, -1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code)),
  );
}

function isOfFirst(lines: readonly string[], index: number): boolean {
  const first = lines.findIndex((line) => line.startsWith('|'));
  return lines.slice(first, index).every((line) => line.startsWith('|'));
}

/** Single values of a shape by their names; lists left out. */
function valuesOf(shape: Shape, prefix = ''): readonly string[] {
  return [
    ...[...shape.values, ...(shape.texts ?? [])].map((name) => prefix + name),
    ...Object.entries(shape.groups ?? {}).flatMap(([name, group]) => valuesOf(group, `${prefix}${name}.`)),
  ];
}

function listsOf(shape: Shape, prefix = ''): readonly (readonly [string, Shape])[] {
  return [
    ...Object.entries(shape.lists ?? {}).map(([name, list]) => [prefix + name, list] as const),
    ...Object.entries(shape.groups ?? {}).flatMap(([name, group]) => listsOf(group, `${prefix}${name}.`)),
  ];
}

describe('the guide to the Word template', () => {
  test('lists the single values, no more and no fewer', () => {
    const listed = tableBelow('### Thẻ chữ và số').flatMap(([tags = []]) => tags);
    const own = [DRAFT_NOTE, ...ISSUER_TAGS.map(({ name }) => name), 'cite.<mã>', 'cite.<mã>.short'];
    expect([...listed].sort()).toEqual([...own, ...valuesOf(WORD_SHAPE)].sort());
  });

  test('lists the values of a share and of a clause', () => {
    const rows = tableBelow('`{{group.II.3.title}}`:');
    expect(rows.map(([start = [], fields = []]) => [start[0], [...fields].sort()])).toEqual([
      ['coverage.<mã>.', [...valuesOf(COVERAGE_SHAPE)].sort()],
      ['group.<mã>.', [...valuesOf(GROUP_SHAPE)].sort()],
    ]);
  });

  test('lists the lists with their fields', () => {
    const rows = tableBelow('### Thẻ danh sách: dòng bảng tự lặp lại');
    const listed = new Map(rows.flatMap(([keys = [], fields = []]) => keys.map((key) => [key, fields] as const)));
    const all = [
      ...listsOf(WORD_SHAPE),
      ...listsOf(COVERAGE_SHAPE, 'coverage.<mã>.'),
      ...listsOf(GROUP_SHAPE, 'group.<mã>.'),
    ];
    expect([...listed.keys()].sort()).toEqual(all.map(([key]) => key).sort());
    // These two are explained by what they consist of.
    for (const [key, shape] of all.filter(([each]) => each !== 'coverages' && each !== 'groups')) {
      expect([key, ...(listed.get(key) ?? [])]).toEqual([key, ...fieldsOf(shape).filter((field) => field !== 'index')]);
    }
  });

  test('lists the parts of the report and the charts', () => {
    const parts = tableBelow('### Thẻ đứng riêng một đoạn').flatMap(([tags = []]) => tags);
    expect([...parts].sort()).toEqual([...BLOCK_TAGS, 'table.<tên>'].sort());
    const charts = tableBelow('### Biểu đồ').flatMap(([tags = []]) => tags.map((tag) => tag.replace('.<mã>', '')));
    expect(charts.sort()).toEqual(CHARTS.map(({ name }) => `chart.${name}`).sort());
    expect(TABLES.length).toBeGreaterThan(0);
  });
});

test('every tag stands for a variable of the wording that there is', () => {
  const model = aModel(mixed);
  const context = buildContext(model, anIssuer(), unitNames(model.units), []);
  const paths = new Set(variablePaths(context));
  const isThere = (path: string): boolean => paths.has(path);
  const all = [
    ...valuesOf(WORD_SHAPE),
    ...valuesOf(COVERAGE_SHAPE, 'coverages.'),
    ...valuesOf(GROUP_SHAPE, 'groups.'),
    ...listsOf(WORD_SHAPE).flatMap(([key, list]) => valuesOf(list, `${key}.`)),
    ...listsOf(COVERAGE_SHAPE, 'coverages.').flatMap(([key, list]) => valuesOf(list, `${key}.`)),
    ...listsOf(GROUP_SHAPE, 'groups.').flatMap(([key, list]) => valuesOf(list, `${key}.`)),
  ];
  // Of lists that this round has no entry of nothing can be said.
  const empty = ['reporting.not_due.', 'reporting.extra.'];
  expect(all.filter((path) => !isThere(path) && !empty.some((start) => path.startsWith(start)))).toEqual([]);
});

test('what a tag may be is the same whatever the figures are', () => {
  const known = (model: ReturnType<typeof aModel>) => {
    const { values, fields, lists, blocks, charts } = wordNames(model, anIssuer(), composed(undefined, model));
    return [values, fields, lists, blocks, charts].map((map) => [...map.keys()].sort());
  };
  expect(known(aModel({ arrivals: [] }))).toEqual(known(aModel(mixed)));
});
