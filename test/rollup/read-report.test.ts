import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/pipeline-rollup.ts';
import { readText } from '../support/a-rollup.ts';
import { aVillage, communeContent, communeJson, sealed } from '../support/commune-reports.ts';

const FIGURES = { name: 'UBND xã Suối Mây', villages: [aVillage(1000, 600), aVillage(500, 300)] };
const content = communeContent(FIGURES);

/** The ids of what is found in a file with that text. */
function rulesIn(text: string): readonly string[] {
  return readText('a.json', text).diagnostics.map(({ rule }) => rule);
}

test('a file as it was written gives no finding', () => {
  const { value, diagnostics } = readText('a.json', communeJson(FIGURES));
  expect(diagnostics).toEqual([]);
  expect(value?.report).toMatchObject({
    issuer: 'UBND xã Suối Mây',
    coverages: [{ ratio: { numerator: 900, denominator: 1500 } }],
    countedFrom: '2025-10-31',
    countedTo: '2025-10-31',
  });
});

test('what a later version adds is passed over', () => {
  expect(rulesIn(sealed({ ...content, moreOfTheSame: { deep: [1, 2] } }))).toEqual([]);
});

describe('every figure that is changed is found, although the fingerprint is right', () => {
  const text = JSON.stringify(content);
  const places = [
    ...text.matchAll(
      /"(?:numerator|denominator|value|expected|received|onTime|countedUnitCount|expectedUnitCount|shortfall)":(\d+)/gu,
    ),
  ];

  test('there are such figures', () => {
    expect(places.length).toBeGreaterThan(20);
  });

  test.each(places.map(({ 0: found, 1: digits = '', index }) => [found, index, digits] as const))(
    '%s at %i',
    (found, index, digits) => {
      const at = index + found.length - digits.length;
      const changed = `${text.slice(0, at)}${String(Number(digits) + 1)}${text.slice(at + digits.length)}`;
      expect(rulesIn(sealed(JSON.parse(changed) as object))).toEqual(['rollup-figure-differs']);
    },
  );

  test('a verdict turned round', () => {
    expect(rulesIn(sealed(JSON.parse(text.replace('"verdict":"met"', '"verdict":"not-met"')) as object))).toEqual([
      'rollup-figure-differs',
    ]);
  });
});

test('every character that is changed is found by the fingerprint', () => {
  const text = communeJson(FIGURES);
  const digits = [...text.matchAll(/\d/gu)];
  const unnoticed = digits.filter(({ 0: digit, index }) => {
    const changed = `${text.slice(0, index)}${digit === '9' ? '8' : '9'}${text.slice(index + 1)}`;
    return readText('a.json', changed).diagnostics.length === 0;
  });
  expect(digits.length).toBeGreaterThan(150);
  expect(unnoticed).toEqual([]);
});

describe('hostile and broken texts are findings', () => {
  test.each([
    ['nothing', '', 'rollup-file-unreadable'],
    ['blanks', ' \n ', 'rollup-file-unreadable'],
    ['half a file', communeJson(FIGURES).slice(0, 800), 'rollup-file-unreadable'],
    ['deep lists', '['.repeat(100_000), 'rollup-file-unreadable'],
    ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'rollup-file-unreadable'],
    ['a number', '5', 'rollup-file-foreign'],
    ['a list', '[]', 'rollup-file-foreign'],
    ['null', 'null', 'rollup-file-foreign'],
    ['brackets in a text only', `{"a":"${'['.repeat(1000)}"}`, 'rollup-file-foreign'],
    ['a prototype', '{"__proto__":{"schemaVersion":1,"round":{}}}', 'rollup-file-foreign'],
    ['no directive', sealed({ ...content, directive: null }), 'rollup-schema-older'],
    ['version 0', sealed({ ...content, schemaVersion: 0 }), 'rollup-schema-older'],
    ['version 2', sealed({ ...content, schemaVersion: 2 }), 'rollup-schema-newer'],
    ['version in words', sealed({ ...content, schemaVersion: 'one' }), 'rollup-content-invalid'],
    ['no units', sealed({ ...content, units: {} }), 'rollup-content-invalid'],
    ['no name', sealed({ ...content, issuer: { name: ' \u200b ' } }), 'rollup-content-invalid'],
    ['another program', sealed({ ...content, program: { name: 'khác', version: '1' } }), 'rollup-content-invalid'],
  ])('%s', (_name, text, rule) => {
    const { value, diagnostics } = readText('a.json', text);
    expect(diagnostics.map((each) => each.rule)).toEqual([rule]);
    expect(value?.report).toBeUndefined();
  });

  test.each([-1, 0.5, 1e15, '600', true, null])('a figure that is %j', (value) => {
    const [coverage] = content['coverages'] as readonly object[]; // our own builder made it
    const changed = { ...content, coverages: [{ ...coverage, ratio: { numerator: value, denominator: 1500 } }] };
    expect(rulesIn(sealed(changed))).toEqual(['rollup-content-invalid']);
  });

  test('bytes that are no UTF-8', () => {
    const source = { file: 'a.json', sha256: '' };
    const file = { source, text: undefined, isSealed: false, hashBeside: () => undefined };
    expect(readReport(file).diagnostics.map(({ rule }) => rule)).toEqual(['rollup-file-unreadable']);
  });
});

test('a name with a number of a person is masked in messages', () => {
  const { diagnostics } = readText('a 0905123456.json', '');
  expect(diagnostics[0]?.message).not.toContain('0905123456');
});

test('what an earlier rollup wrote is nobody’s report', () => {
  expect(readText('a.json', '{"format":"tong-hop-tinh","schemaVersion":1}')).toEqual({
    value: undefined,
    diagnostics: [],
  });
});
