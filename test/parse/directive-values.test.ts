import { describe, expect, test } from 'vitest';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';
import { changed, findings } from '../support/directive-text.ts';

describe('a value that the schema does not allow is named with line, column and what was expected', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'key misspelt',
      '    title: Các thôn',
      '    titel: Các thôn',
      ['36:5 directive-key-unknown: Khóa “titel” không dùng được ở đây (có phải ý bạn là “title”?)'],
    ],
    [
      'key misspelt deep inside',
      'percent: 50 }',
      'pecent: 50 }',
      ['72:38 directive-key-unknown: Khóa “pecent” không dùng được ở đây (có phải ý bạn là “percent”?)'],
    ],
    [
      'key misspelt beyond recognition',
      '    title: Các thôn',
      '    heading: Các thôn',
      [
        '34:5 directive-key-missing: Mục 1 của “taskGroups” thiếu khóa “title”, giá trị phải là chữ',
        '36:5 directive-key-unknown: Khóa “heading” không dùng được ở đây',
      ],
    ],
    [
      'key of the prototype',
      'version: 1',
      'version: 1\n__proto__: 1',
      ['3:1 directive-key-unknown: Khóa “__proto__” không dùng được ở đây'],
    ],
    [
      'top key missing',
      'version: 1\n',
      '',
      ['1:1 directive-key-missing: Tệp thiếu khóa “version”, giá trị phải là số nguyên'],
    ],
    [
      'value missing',
      'title: Các thôn',
      'title:',
      ['36:5 directive-value-invalid: “title” đang để trống, phải là chữ'],
    ],
    [
      'value empty',
      'title: Các thôn',
      "title: ''",
      ['36:12 directive-value-invalid: “title” đang để trống, phải là chữ'],
    ],
    [
      'word for a number',
      'version: 1',
      'version: hai',
      ['2:10 directive-value-invalid: “version” là “hai”, phải là số nguyên'],
    ],
    ['fraction', 'version: 1', 'version: 1.5', ['2:10 directive-value-invalid: “version” là “1.5”, phải là số nguyên']],
    [
      'number too small',
      'version: 1',
      'version: 0',
      ['2:10 directive-value-invalid: “version” là “0”, phải là số từ 1 trở lên'],
    ],
    [
      'number too big',
      'percent: 50',
      'percent: 101',
      ['72:47 directive-value-invalid: “percent” là “101”, phải là số không quá 100'],
    ],
    [
      'digits where text belongs',
      '  number:',
      '  number: 1780',
      ['7:11 directive-value-invalid: “number” là “1780”, phải là chữ, viết trong dấu nháy đơn'],
    ],
    [
      'list for a text',
      'title: Các thôn',
      'title: [a]',
      ['36:12 directive-value-invalid: “title” là một danh sách, phải là chữ'],
    ],
    [
      'group for a text',
      'title: Các thôn',
      'title: { a: b }',
      ['36:12 directive-value-invalid: “title” là một nhóm khóa, phải là chữ'],
    ],
    [
      'word for a list',
      'aliases: [Dân số trưởng thành]',
      'aliases: Dân số',
      [
        '49:14 directive-value-invalid: “aliases” là “Dân số”, phải là một danh sách, mỗi mục bắt đầu bằng dấu gạch ngang',
      ],
    ],
    [
      'entry of a list',
      '[Dân số trưởng thành]',
      '[Dân số, 18]',
      ['49:23 directive-value-invalid: Mục 2 của “aliases” là “18”, phải là chữ, viết trong dấu nháy đơn'],
    ],
    [
      'word for a group',
      'target: { comparison: more-than, percent: 50 }',
      'target: 50',
      ['72:13 directive-value-invalid: “target” là “50”, phải là một nhóm khóa thụt vào bên dưới'],
    ],
    [
      'yes for true',
      'mustReport: true',
      'mustReport: có',
      ['25:17 directive-value-invalid: “mustReport” là “có”, phải là “true” (có) hoặc “false” (không)'],
    ],
    [
      'word out of a choice',
      'comparison: more-than',
      'comparison: more-then',
      [
        '72:27 directive-value-invalid: “comparison” là “more-then”, phải là một trong các từ “more-than”, “at-least” (có phải ý bạn là “more-than”?)',
      ],
    ],
    [
      'kind of a measure',
      'kind: coverage',
      'kind: coverge',
      [
        '67:11 directive-value-invalid: “kind” là “coverge”, phải là một trong các từ “coverage”, “sum” (có phải ý bạn là “coverage”?)',
      ],
    ],
    [
      'key missing in a group',
      'receiver: ',
      'recipient: ',
      [
        '17:3 directive-key-missing: Mục “reporting” thiếu khóa “receiver”, giá trị phải là chữ',
        '18:3 directive-key-unknown: Khóa “recipient” không dùng được ở đây',
      ],
    ],
    [
      'kind of a measure missing',
      '    kind: coverage\n',
      '',
      [
        '66:5 directive-key-missing: Mục 1 của “measures” thiếu khóa “kind”, giá trị phải là một trong các từ “coverage”, “sum”',
      ],
    ],
    [
      'id in Vietnamese',
      '- id: adults',
      '- id: Người lớn',
      [
        '46:9 directive-value-invalid: “id” là “Người lớn”, phải là chữ thường không dấu và chữ số, nối bằng dấu gạch ngang, ví dụ “signature-holders”',
        '70:18 directive-reference-unknown: Chỉ tiêu “adults” không có trong “indicators”',
      ],
    ],
    [
      'code with a blank',
      'code: CT01',
      'code: CT 01',
      [
        '47:11 directive-value-invalid: “code” là “CT 01”, phải là chữ cái không dấu, chữ số, dấu chấm hoặc dấu gạch ngang, ví dụ “II.3-1”',
      ],
    ],
    [
      'date as people write it',
      'from: 2025-10-01',
      'from: 1/10/2025',
      [
        '13:9 directive-value-invalid: “from” là “1/10/2025”, phải là ngày có thật, viết theo thứ tự năm-tháng-ngày, ví dụ 2025-11-10 (có phải ý bạn là “2025-10-01”?)',
      ],
    ],
    [
      'day that does not exist',
      'to: 2025-10-31',
      'to: 2025-09-31',
      [
        '14:7 directive-value-invalid: “to” là “2025-09-31”, phải là ngày có thật, viết theo thứ tự năm-tháng-ngày, ví dụ 2025-11-10',
      ],
    ],
    [
      'window backwards',
      'to: 2025-10-31',
      'to: 2025-09-30',
      ['14:7 directive-value-invalid: Ngày kết thúc “2025-09-30” sớm hơn ngày bắt đầu “2025-10-01”'],
    ],
    [
      'deadline without its kind',
      'due: before 2025-11-10',
      'due: 2025-11-10',
      [
        '17:8 directive-value-invalid: “due” là “2025-11-10”, phải là “before” (trước ngày) hoặc “on” (chậm nhất ngày) và một ngày có thật, ví dụ “before 2025-11-10”',
      ],
    ],
  ])('%s', (_name, from, to, expected) => {
    const text = changed(from, to);
    expect(findings(text)).toEqual(expected);
    expect(parseDirective(text, 'mau.yaml').value).toBeUndefined();
  });
});
