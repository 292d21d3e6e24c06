import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/program.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const parse = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '), '1.2.3');

describe('a command line is understood', () => {
  test('with options before and after the command', () => {
    expect(parse('-C xa --json status --period 2025-10 --as-of 12/11/2025 --strict')).toMatchObject({
      kind: 'command',
      definition: { name: 'status' },
      globals: { directory: 'xa', json: true, period: '2025-10', asOf: '12/11/2025', strict: true, color: true },
    });
  });

  test.each<[string, string, readonly string[], Record<string, readonly string[]>]>([
    ['init', 'init', [], {}],
    ['init thu-muc', 'init', ['thu-muc'], {}],
    ['form --unit TH01 TH02 --out x', 'form', [], { unit: ['TH01', 'TH02'], out: ['x'] }],
    ['form --unit TH01 --unit TH02', 'form', [], { unit: ['TH01', 'TH02'] }],
    ['validate a.xlsx b.xlsx --quiet', 'validate', ['a.xlsx', 'b.xlsx'], {}],
    ['validate', 'validate', [], {}],
    ['validate -- --la.xlsx', 'validate', ['--la.xlsx'], {}],
    ['explain unit-missing', 'explain', ['unit-missing'], {}],
    ['report --no-color', 'report', [], {}],
  ])('tkcds %s', (line, name, operands, options) => {
    expect(parse(line)).toMatchObject({ definition: { name }, operands, options });
  });

  test('--no-color is told apart from no word about colour', () => {
    expect(parse('status --no-color')).toMatchObject({ globals: { color: false } });
  });
});

describe('a mistake is one Vietnamese sentence with a suggestion', () => {
  test.each([
    ['statsu', 'Không có lệnh “statsu” (có phải ý bạn là “status”?); xem “tkcds --help”'],
    ['help reprot', 'Không có lệnh “reprot” (có phải ý bạn là “report”?); xem “tkcds --help”'],
    ['status --jsn', 'Không có tùy chọn “--jsn” (có phải ý bạn là “--json”?); xem “tkcds --help”'],
    ['form --unti TH01', 'Không có tùy chọn “--unti” (có phải ý bạn là “--unit”?); xem “tkcds --help”'],
    [
      'validate --format json',
      'Lệnh “validate” không có tùy chọn “--format” (chỉ có ở explain, report và status), muốn kết quả dạng JSON thì dùng --json; xem “tkcds --help”',
    ],
    ['remind --final=1', 'Lệnh “remind” không có tùy chọn “--final” (chỉ có ở report); xem “tkcds --help”'],
    ['validate --formt', 'Không có tùy chọn “--formt”; xem “tkcds --help”'],
    ['explain', 'Thiếu đối số “SỐ LIỆU”; xem “tkcds --help”'],
    ['explain a b c', 'Lệnh “explain” có thừa đối số; xem “tkcds --help”'],
    ['report x', 'Lệnh “report” có thừa đối số; xem “tkcds --help”'],
    ['status --period', 'Tùy chọn “--period <KỲ>” thiếu giá trị; xem “tkcds --help”'],
  ])('tkcds %s', (line, sentence) => {
    expect(() => parse(line)).toThrow(new UsageError(sentence));
  });
});

/** Commander's own words, which must not come through. */
const ENGLISH =
  /\b(?:usage|options?|commands?|arguments?|display|help for|version number|default|output|choices|error|global)\b/iu;

describe('help is Vietnamese', () => {
  test.each([
    '',
    '--help',
    '-h',
    'help',
    'help form',
    ...['accept', 'check-format', 'explain', 'form', 'init', 'report', 'status', 'validate'].map(
      (name) => `${name} --help`,
    ),
  ])('tkcds %s', (line) => {
    const invocation = parse(line);
    if (invocation.kind !== 'text') throw new Error('not a text');
    const words = invocation.text.replace(/--[a-z-]+/gu, '').replace(/tkcds [a-z]+/gu, '');
    expect(words).toMatch(/^Cách dùng: /u);
    expect(words).not.toMatch(ENGLISH);
    expect(invocation.text).toBe(invocation.text.normalize('NFC'));
  });

  test('lists every command and the exit codes', () => {
    const invocation = parse('--help');
    if (invocation.kind !== 'text') throw new Error('not a text');
    for (const line of [
      'explain <SỐ LIỆU> [ĐƠN VỊ]',
      'form ',
      'init [THƯ_MỤC]',
      'report ',
      'status ',
      'validate [TỆP...]',
    ]) {
      expect(invocation.text).toContain(`\n  ${line}`);
    }
    expect(invocation.text).toContain('Mã thoát: 0 ổn · 1 có lỗi trong báo cáo');
  });

  test('a command has its own options, the general ones and an example', () => {
    const invocation = parse('form --help');
    if (invocation.kind !== 'text') throw new Error('not a text');
    expect(invocation.text).toContain('Tùy chọn:\n  --unit <MÃ...>');
    expect(invocation.text).toContain('Tùy chọn chung:');
    expect(invocation.text).toContain('Ví dụ:\n  tkcds form\n');
  });

  test('the version is the number alone', () => {
    expect(parse('--version')).toEqual({ kind: 'text', text: '1.2.3\n' });
  });
});
