import { describe, expect, test } from 'vitest';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';
import { readDirective } from '../../src/pipeline-directive.ts';
import { changed, findings, SAMPLE } from '../support/directive-text.ts';

describe('entries that do not fit together are named with line, column and what was expected', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'source missing',
      '  clause: I.2\n',
      '',
      ['12:1 directive-key-missing: Mục này chưa ghi đủ căn cứ, phải có “clause” hoặc “source” kèm “note”'],
    ],
    [
      'choice without reason',
      '    note: Văn bản không nêu\ntaskGroups',
      'taskGroups',
      ['27:5 directive-key-missing: Mục này chưa ghi đủ căn cứ, phải có “note” nói rõ lý do'],
    ],
    [
      'two sources',
      '  clause: I.2\n',
      '  clause: I.2\n  note: Văn bản không nêu\n',
      [
        '12:1 directive-value-invalid: Mục này ghi cả “clause” lẫn “source” hoặc “note”, trong khi chỉ được ghi một căn cứ',
      ],
    ],
    [
      'unknown unit type',
      'unitType: village\n        clause',
      'unitType: vilage\n        clause',
      [
        '38:19 directive-reference-unknown: Loại đơn vị “vilage” không có trong “unitTypes” (có phải ý bạn là “village”?)',
      ],
    ],
    [
      'unknown indicator',
      'numerator: holders',
      'numerator: holder',
      [
        '69:16 directive-reference-unknown: Chỉ tiêu “holder” không có trong “indicators” (có phải ý bạn là “holders”?)',
      ],
    ],
    [
      'indicator not asked of the unit type',
      '    unitType: village\n    target',
      '    unitType: school\n    target',
      [
        '69:16 directive-value-invalid: Chỉ tiêu “holders” không hỏi loại đơn vị “school”, trong khi ở đây cần số của loại đó',
        '70:18 directive-value-invalid: Chỉ tiêu “adults” không hỏi loại đơn vị “school”, trong khi ở đây cần số của loại đó',
      ],
    ],
    [
      'computed from a computed number',
      '    whenBlank: error\n    guidance: Ghi số người\n    source: configuration\n    note: Văn bản không nêu\nmeasures',
      '    whenBlank: error\n    guidance: Ghi số người\n    computed: { kind: sum, of: [holders] }\n    source: configuration\n    note: Văn bản không nêu\nmeasures',
      [
        '63:33 directive-value-invalid: Chỉ tiêu “holders” tự nó được tính từ chỉ tiêu khác, trong khi ở đây phải là số do đơn vị đếm',
        '70:16 directive-value-invalid: Chỉ tiêu “holders” tự nó được tính từ chỉ tiêu khác, trong khi ở đây phải là số do đơn vị đếm',
      ],
    ],
    [
      'percent that nobody computes',
      '    counts: person\n    unitTypes: [village]\n    whenBlank: error\n    guidance: Ghi số người\n    source: configuration\n    note: Văn bản không nêu\nmeasures',
      '    counts: percent\n    unitTypes: [village]\n    whenBlank: error\n    guidance: Ghi số người\n    source: configuration\n    note: Văn bản không nêu\nmeasures',
      [
        '59:13 directive-value-invalid: Chỉ tiêu này có “counts” là “percent” nhưng không có cách tính, phải có “computed” với “kind: percent”',
      ],
    ],
    [
      'id twice',
      '- id: school',
      '- id: village',
      ['27:9 directive-id-repeated: Mã loại đơn vị “village” đã dùng ở mục khác, mỗi mã chỉ dùng một lần'],
    ],
    [
      'code twice',
      'code: CT02',
      'code: ct01',
      ['57:11 directive-id-repeated: Mã số chỉ tiêu trong biểu mẫu “ct01” đã dùng ở mục khác, mỗi mã chỉ dùng một lần'],
    ],
    [
      'wording twice',
      'title: Số người có chữ ký số',
      'title: dân số  trưởng thành',
      [
        '58:12 directive-id-repeated: Tên gọi “dân số trưởng thành” đã dùng ở mục khác, mỗi tên gọi chỉ dùng cho một mục',
      ],
    ],
    [
      'form without the status',
      '    - { id: status, heading: Tình trạng }\n',
      '',
      [
        '84:3 directive-key-missing: Biểu mẫu thiếu mục “status” trong “taskColumns”, không có mục này thì không đọc được báo cáo',
      ],
    ],
  ])('%s', (_name, from, to, expected) => {
    const text = changed(from, to);
    expect(findings(text)).toEqual(expected);
    expect(parseDirective(text, 'mau.yaml').value).toBeUndefined();
  });

  test('all faults are reported in one run, in the order of the file', () => {
    const text = changed('version: 1', 'version: hai')
      .replace('numerator: holders', 'numerator: holder')
      .replace('code: CT02', 'code: CT01')
      .replace('to: 2025-10-31', 'to: 31/10/2025');
    expect(findings(text).map((finding) => finding.split(' ').slice(0, 2).join(' '))).toEqual([
      '2:10 directive-value-invalid:',
      '14:7 directive-value-invalid:',
      '57:11 directive-id-repeated:',
      '69:16 directive-reference-unknown:',
    ]);
  });

  test('a repeated id points at its first use', () => {
    const [finding] = parseDirective(changed('code: CT02', 'code: CT01'), 'mau.yaml').diagnostics;
    expect(finding?.related).toEqual([
      {
        location: { kind: 'data', file: 'mau.yaml', path: 'indicators[0].code', line: 47, column: 11 },
        note: 'chỗ dùng lần đầu',
      },
    ]);
  });

  test('personal data in a faulty value is not repeated', () => {
    expect(findings(changed('version: 1', 'version: số 051099000123')).join()).not.toContain('051099000123');
  });
});

describe('rules whose severity is set', () => {
  const rules = {
    known: ['number-unreadable', 'report-late', 'task-missing'],
    adjustable: ['report-late', 'task-missing'],
  };
  const override = (rule: string, severity: string): string =>
    `${SAMPLE}rules:\n  - rule: ${rule}\n    severity: ${severity}\n    source: configuration\n    note: Xã tự chọn\n`;

  test.each<[string, string, readonly string[]]>([
    ['report-late', 'off', []],
    ['task-missing', 'error', []],
    [
      'task-mising',
      'off',
      ['99:11 directive-reference-unknown: Không có mã phát hiện “task-mising” (có phải ý bạn là “task-missing”?)'],
    ],
    ['xyz', 'warning', ['99:11 directive-reference-unknown: Không có mã phát hiện “xyz”']],
    ...['off', 'info', 'warning'].map((severity): [string, string, readonly string[]] => [
      'number-unreadable',
      severity,
      [
        '99:11 directive-value-invalid: Mức độ của phát hiện “number-unreadable” không đổi được: giá trị hoặc tệp không dùng được phải luôn được nêu trong báo cáo',
      ],
    ]),
  ])('%s: %s', (rule, severity, expected) => expect(findings(override(rule, severity), rules)).toEqual(expected));

  test.each([
    'number-unreadable',
    'unit-ambiguous',
    'file-unreadable',
    'personal-data-found',
    'submission-repeated',
    'setting-blank',
  ])('the program lets no directive lower %s', (rule) => {
    const { value, diagnostics } = readDirective(override(rule, 'warning'), 'mau.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule: id }) => id)).toEqual(['directive-value-invalid']);
  });

  test.each(['unit-name-mismatch', 'number-with-unit', 'unit-missing', 'part-exceeds-whole'])(
    'but %s it does',
    (rule) => expect(readDirective(override(rule, 'info'), 'mau.yaml').diagnostics).toEqual([]),
  );
});
