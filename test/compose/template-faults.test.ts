import { describe, expect, test } from 'vitest';
import { compose } from './support/model.ts';

const HEAD = '# BÁO CÁO\n\nKết quả\n\n';

/** Composes the lines after the head (so the first is line 5) and returns the only finding as one line. */
function faultOf(text: string): string {
  const { value, diagnostics } = compose(HEAD + text);
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [fault] = diagnostics;
  expect(fault?.hint).toMatch(/^\p{Lu}\p{Ll}+ /u);
  expect(fault?.message).not.toMatch(/\.$/u);
  expect(fault?.message.normalize('NFC')).toBe(fault?.message);
  if (fault?.location.kind !== 'data') throw new Error('a fault of the template is located in it');
  expect(fault.location.file).toBe('bao-cao.md');
  return `${fault.location.line}:${fault.location.column} ${fault.rule} ${fault.message}`;
}

describe('an unknown name says what may be meant', () => {
  test.each([
    ['Đến {{ rond.as_of }}', '5:8', 'Không có biến “rond” (có phải ý bạn là “round”?)'],
    ['a\n\n{{ round.as_off }}', '7:4', 'Không có biến “round.as_off” (có phải ý bạn là “round.as_of”?)'],
    ['{% if round.xyz %}a{% endif %}', '5:7', 'Không có biến “round.xyz”'],
    [
      '{% for c in coverages %}\n{{ c.ratoi }}\n{% endfor %}',
      '6:4',
      'Không có biến “c.ratoi” (có phải ý bạn là “c.ratio”?)',
    ],
    ['{{ round.constructor }}', '5:4', 'Không có biến “round.constructor”'],
    ['{{ __proto__ }}', '5:4', 'Không có biến “__proto__”'],
    ['{{ round.as_of | capitalise }}', '5:1', 'Không có bộ lọc “capitalise” (có phải ý bạn là “capitalize”?)'],
    ['{% iff x %}', '5:1', 'Không có thẻ “iff” (có phải ý bạn là “if”?)'],
    ['{% include "a" %}', '5:1', 'Không có thẻ “include”'],
    ['{% render "/etc/passwd" %}', '5:1', 'Không có thẻ “render”'],
    [
      'a\n\n{% table "coverage-by-units" %}',
      '7:1',
      'Không có bảng “coverage-by-units” (có phải ý bạn là “coverage-by-unit”?)',
    ],
    ['{% table "tasks-by-unit" of: "II.9" %}', '5:1', 'Không có nội dung bảng “II.9” (có phải ý bạn là “II.1”?)'],
    ['{% cite "directiv" %}', '5:1', 'Không có văn bản viện dẫn “directiv” (có phải ý bạn là “directive”?)'],
    ['Xem {% ref "x" %}', '5:5', 'Không có phụ lục “x”'],
    [
      '{% appendix "a" orientation: "landscap" %}',
      '5:1',
      'Không có hướng giấy “landscap” (có phải ý bạn là “landscape”?)',
    ],
  ])('%s', (text, place, message) => {
    expect(faultOf(text)).toBe(`${place} template-name-unknown ${message}`);
  });
});

describe('wrong Liquid', () => {
  test.each([
    ['chữ {% if true %}a', '5:5', 'Thẻ “{% if true %}” mở ra mà chưa đóng'],
    ['{{ round.as_of', '5:1', 'Chỗ in biến “{{ round.as_of” mở ra mà chưa đóng'],
    ['{% if true', '5:1', 'Thẻ “{% if true” mở ra mà chưa đóng'],
    ['a {% endif %}', '5:3', 'Thẻ {% endif %} không có thẻ mở đứng trước'],
    ['{% for x of y %}{% endfor %}', '5:1', 'Không hiểu câu lệnh “{% for x of y %}” của mẫu báo cáo'],
    ['{{ }}', '5:4', 'Câu lệnh viết chưa đủ'],
    ['{% table %}', '5:1', 'Thẻ {% table … %} viết chưa đúng, cần có dạng {% table "tên" of: … %}'],
    ['{% ref "a" of: 1 %}', '5:1', 'Thẻ {% ref … %} viết chưa đúng, cần có dạng {% ref "tên" %}'],
    ['{% table "reporting-rates" of: "x" %}', '5:1', 'Bảng “reporting-rates” không có phần “of:”'],
  ])('%s', (text, place, message) => {
    expect(faultOf(text)).toBe(`${place} template-invalid ${message}`);
  });

  test.each(['{{ reporting }}', '{{ round.is_before_deadline }}', '{{ reporting.late }}', '{{ 1.5 }}'])(
    '%s cannot be printed',
    (text) => {
      expect(faultOf(text)).toContain('5:1 template-invalid Biến này không in ra được');
    },
  );
});

describe('Markdown that a report has no place for', () => {
  test.each([
    ['chữ <b>đậm</b>', '5:5', 'Mã HTML'],
    ['<!-- ghi chú -->', '5:1', 'Mã HTML'],
    ['a\n\n```\nmã\n```', '7:1', 'Khối mã (dấu ```)'],
    ['a `b` c', '5:3', 'Chữ trong dấu `'],
    ['Xem [a](b)', '5:5', 'Liên kết'],
    ['![a](b)', '5:1', 'Hình ảnh'],
    ['a\n\n---', '7:1', 'Đường kẻ ngang'],
    ['- a\n  - b', '6:3', 'Ghi chú hoặc gạch đầu dòng nhiều cấp'],
    ['##### Năm cấp', '5:1', 'Tiêu đề quá bốn cấp'],
    // The data before it are longer than the variable: the place is the template's, not the output's.
    ['{{ directive.subject }} <b>', '5:25', 'Mã HTML'],
    ['{% for u in reporting.types %}{{ u.name }} {% endfor %}\n\n`x`', '7:1', 'Chữ trong dấu `'],
  ])('%s', (text, place, construct) => {
    expect(faultOf(text)).toBe(`${place} template-invalid ${construct} không dùng được trong mẫu báo cáo`);
  });
});

describe('the order of the parts', () => {
  test.each([
    ['a\n\n# Tên khác', '7:1', 'Dòng “# Tên khác” là tên thứ hai trong cùng một phần, mỗi phần chỉ có một tên'],
    ['## ', '5:1', 'Tiêu đề không có chữ nào'],
    [
      '{% appendix "a" %}\n\nchữ',
      '7:1',
      'Phụ lục phải bắt đầu bằng một dòng tên phụ lục, ví dụ “# Số liệu của các đơn vị”',
    ],
    [
      '{% appendix "a" %}\n\n# A\n\n{% appendix "a" %}\n\n# B',
      '9:1',
      'Phụ lục “a” được mở hai lần, mỗi phụ lục phải có tên riêng',
    ],
  ])('%s', (text, place, message) => {
    expect(faultOf(text)).toBe(`${place} template-invalid ${message}`);
  });

  test('a wording without a name', () => {
    const [fault] = compose('Chỉ có chữ').diagnostics;
    expect(fault?.message).toBe('Mẫu báo cáo phải bắt đầu bằng một dòng tên văn bản, ví dụ “# BÁO CÁO”');
  });

  test('places count characters of a file with CRLF, byte order mark and decomposed letters', () => {
    const text = `\ufeff${`${HEAD}Kết quả đạt được {{ x }}`.normalize('NFD').replace(/\n/gu, '\r\n')}`;
    const [fault] = compose(text).diagnostics;
    expect(fault?.location).toMatchObject({ line: 5, column: 21 });
  });
});

describe('a hostile wording is stopped', () => {
  test.each([
    [
      'lists in lists',
      Array.from({ length: 12 }, (_, depth) => `{% for g${depth} in groups %}`).join('') + '{% endfor %}'.repeat(12),
    ],
    ['a huge range', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['loops in loops', '{% for a in (1..9999) %}{% for b in (1..9999) %}x{% endfor %}{% endfor %}'],
    [
      'empty loops',
      '{% for a in (1..99) %}{% for b in (1..99) %}{% for c in (1..99) %}{% endfor %}{% endfor %}{% endfor %}'.repeat(
        3,
      ),
    ],
    [
      'text that doubles',
      '{% assign x = "ab" %}{% for a in (1..99) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}{{ x }}',
    ],
    ['deep tags', '{% if true %}'.repeat(2000) + '{% endif %}'.repeat(2000)],
    ['deep notes', '>'.repeat(30_000)],
    ['deep lists', `${'- '.repeat(20_000)}x`],
    ['emphasis without end', 'a**'.repeat(19_000)],
    ['a text without end', 'x'.repeat(100_000)],
    ['open brackets', '['.repeat(50_000)],
  ])('%s', (_name, text) => {
    const begin = performance.now();
    const { value, diagnostics } = compose(HEAD + text);
    expect(performance.now() - begin).toBeLessThan(15_000);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['template-invalid']);
  });

  test('but not a sentence that names thousands of units', () => {
    const names = '{% for n in (1..3000) %}{{ directive.subject }}; {% endfor %}';
    expect(compose(HEAD + names).diagnostics).toEqual([]);
  });
});
