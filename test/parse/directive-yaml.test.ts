import { describe, expect, test } from 'vitest';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';
import { changed, findings, SAMPLE } from '../support/directive-text.ts';

test('the sample itself has no fault', () => {
  expect(parseDirective(SAMPLE, 'mau.yaml')).toMatchObject({ diagnostics: [], value: { id: 'chi-thi-mau' } });
});

describe('broken YAML is explained to somebody who never heard of it', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'key twice',
      'version: 1',
      'version: 1\nversion: 2',
      [
        '3:1 directive-syntax: Khóa “version” được viết hai lần trong cùng một mục, trong khi mỗi khóa chỉ viết một lần',
      ],
    ],
    [
      'tab',
      '  from: 2025',
      '\tfrom: 2025',
      ['13:1 directive-syntax: Dòng này thụt vào bằng phím Tab, trong khi chỉ được dùng dấu cách'],
    ],
    [
      'colon in a text',
      'title: Các thôn',
      'title: Các thôn: tất cả',
      [
        '36:12 directive-syntax: Không đọc được khóa ở dòng này, trong khi mỗi dòng phải có dạng “khóa: giá trị” với một dấu hai chấm',
      ],
    ],
    [
      'anchor',
      'id: chi-thi-mau',
      'id: &ten chi-thi-mau',
      ['1:10 directive-syntax: Có dấu “&”, “*” hoặc “!” đứng đầu giá trị, trong khi tệp này không dùng các ký hiệu đó'],
    ],
    [
      'second document',
      SAMPLE,
      `${SAMPLE}---\na: 1\n`,
      [
        '98:1 directive-syntax: Tệp có dòng “---” hoặc “...” ngăn thành nhiều phần, trong khi mỗi tệp chỉ là một văn bản',
      ],
    ],
  ])('%s', (_name, from, to, expected) => {
    const text = changed(from, to);
    expect(findings(text)).toEqual(expected);
    expect(parseDirective(text, 'mau.yaml').value).toBeUndefined();
  });
});

describe('text as other programs save it', () => {
  test.each([
    ['with a byte order mark', `\ufeff${SAMPLE}`],
    ['with line ends of Windows', SAMPLE.replace(/\n/gu, '\r\n')],
    ['with line ends of an old Mac', SAMPLE.replace(/\n/gu, '\r')],
    ['decomposed', SAMPLE.normalize('NFD')],
    ['all of it', `\ufeff${SAMPLE.normalize('NFD').replace(/\n/gu, '\r\n')}`],
  ])('%s is the same directive', (_name, text) => {
    expect(parseDirective(text, 'mau.yaml')).toEqual(parseDirective(SAMPLE, 'mau.yaml'));
  });

  test('and has its faults at the same places', () => {
    const text = changed('kind: coverage', 'kind: coverge');
    expect(findings(`\ufeff${text.normalize('NFD').replace(/\n/gu, '\r\n')}`)).toEqual(findings(text));
  });
});

describe('what is no directive at all is one finding', () => {
  const depth = 'Các mục lồng nhau quá nhiều cấp';
  const size = 'Tệp hoặc dòng này quá dài so với một tệp văn bản giao nhiệm vụ';
  const expected = ', trong khi phải gồm các dòng “khóa: giá trị”';
  test.each([
    ['an empty text', '', `1:1 directive-syntax: Nội dung tệp đang để trống${expected}`],
    ['comments only', '# gì đó\n', `1:1 directive-syntax: Nội dung tệp đang để trống${expected}`],
    ['a list', '- a\n- b\n', `1:1 directive-syntax: Nội dung tệp là một danh sách${expected}`],
    ['a sentence', 'Kính gửi các thôn', `1:1 directive-syntax: Nội dung tệp là “Kính gửi các thôn”${expected}`],
    ['brackets without end', '[\n'.repeat(100_000), `32:1 directive-syntax: ${depth}`],
    ['dashes without end', '- '.repeat(1_900), `1:63 directive-syntax: ${depth}`],
    ['many deep lines', `${'- '.repeat(1_900)}\n`.repeat(60), `60:63 directive-syntax: ${depth}`],
    ['an endless line', `a: ${'x'.repeat(5_000)}`, `1:1 directive-syntax: ${size}`],
    ['a huge file', 'a: b\n'.repeat(60_000), `1:1 directive-syntax: ${size}`],
  ])('%s', (_name, text, finding) => {
    expect(findings(text)).toEqual([finding]);
  });

  test('aliases are refused, so that they cannot grow', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'
        .split('')
        .map((key, i) => `${key}: &${key} [*${'abcdefghi'.charAt(i)}, *${'abcdefghi'.charAt(i)}]`),
    ];
    const rules = parseDirective(bomb.join('\n'), 'mau.yaml').diagnostics.map(({ rule }) => rule);
    expect(rules).toContain('directive-syntax');
  });
});
