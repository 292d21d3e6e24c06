import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/cli/command.ts';
import { makePaint, usesColor } from '../../src/cli/paint.ts';
import { REPORTERS } from '../../src/cli/reporters/index.ts';
import { diagnosticOf, type Diagnostic } from '../../src/model/diagnostic.ts';

/** A name as a clerk gives it: the unit's code, a citizen number, a telephone number. */
const CLERKS_NAME = 'TH03 CCCD_051203004567 0905123456.xlsx';

function cellFinding(address: string, rule = 'number-negative', file = 'TH01.xlsx'): Diagnostic {
  return diagnosticOf(
    { id: rule, severity: 'error' },
    {
      message: `Số người là -3, phải từ 0 trở lên`,
      hint: 'Sửa ô này thành số từ 0 trở lên',
      location: { kind: 'cell', ref: { file, sheet: 'Chỉ tiêu', address } },
      facts: { value: -3, indicator: 'adults' },
    },
  );
}

const MISSING = diagnosticOf(
  { id: 'unit-missing', severity: 'error' },
  {
    message: 'Thôn Hạ chưa nộp báo cáo, hạn trước ngày 10/11/2025',
    hint: 'Đôn đốc đơn vị nộp',
    location: { kind: 'unit', unit: 'TH03', name: 'Thôn Hạ' },
  },
);

const SETTINGS = diagnosticOf(
  { id: 'settings-round-differs', severity: 'warning' },
  {
    message: 'Kỳ “2025-10” ghi đến ngày 30/10/2025',
    hint: 'Sửa lại theo văn bản',
    location: { kind: 'data', file: 'tkcds.yaml', path: 'rounds.0.to', line: 62, column: 5 },
    related: [{ location: { kind: 'sheet', file: 'TH01.xlsx', sheet: 'Chỉ tiêu' }, note: 'trang này' }],
  },
);

async function print(id: string, answer: Partial<Answer>, isQuiet = false, isColored = false): Promise<string> {
  const reporter = await REPORTERS.find((candidate) => candidate.id === id)?.load();
  if (reporter === undefined) throw new Error(id);
  const diagnostics = answer.diagnostics ?? [];
  const complete: Answer = {
    command: 'validate',
    exitCode: 1,
    diagnostics,
    listed: diagnostics,
    facts: {},
    body: () => [],
    closing: () => [],
    ...answer,
  };
  return reporter.print(complete, { paint: makePaint(isColored), isQuiet, programVersion: '1.2.3' });
}

describe('text', () => {
  test('shows place, severity, what is wrong, how to fix it, and the id, file by file', async () => {
    expect(await print('text', { diagnostics: [cellFinding('D8'), SETTINGS, cellFinding('D9'), MISSING] })).toBe(
      `TH01.xlsx
  Chỉ tiêu!D8  ✗ lỗi  Số người là -3, phải từ 0 trở lên
      cách sửa: Sửa ô này thành số từ 0 trở lên
      number-negative
  Chỉ tiêu!D9  ✗ lỗi  Số người là -3, phải từ 0 trở lên
      cách sửa: Sửa ô này thành số từ 0 trở lên
      number-negative

tkcds.yaml
  dòng 62, cột 5  ! cảnh báo  Kỳ “2025-10” ghi đến ngày 30/10/2025
      cách sửa: Sửa lại theo văn bản
      xem thêm: TH01.xlsx › trang “Chỉ tiêu” – trang này
      settings-round-differs

TH03 – Thôn Hạ
  đơn vị  ✗ lỗi  Thôn Hạ chưa nộp báo cáo, hạn trước ngày 10/11/2025
      cách sửa: Đôn đốc đơn vị nộp
      unit-missing
`,
    );
  });

  test('hides nothing, however often one rule is broken in a file', async () => {
    const many = Array.from({ length: 13 }, (_, row) => cellFinding(`D${row + 1}`));
    const text = await print('text', { diagnostics: many });
    expect(text.match(/Chỉ tiêu!D\d+ /gu)).toEqual(many.map((_found, row) => `Chỉ tiêu!D${row + 1} `));
  });

  test('masks what looks personal in names of files and sheets, and leaves the rest', async () => {
    const location = { kind: 'cell', ref: { file: CLERKS_NAME, sheet: 'Ông A 0905123456', address: 'D8' } } as const;
    const found = { ...cellFinding('D8'), location, related: [{ location, note: 'ô này' }] };
    const text = await print('text', { diagnostics: [found] });
    expect(text).toMatch(/^TH03 CCCD_•••• ••••\.xlsx\n {2}Ông A ••••!D8 {2}/u);
    expect(text).toContain('xem thêm: TH03 CCCD_•••• ••••.xlsx › Ông A ••••!D8 – ô này\n');
    expect(await print('json', { diagnostics: [found] })).not.toMatch(/0512|0905/u);
  });

  test('two files that look alike when masked stay apart', async () => {
    const found = ['TH01 0905123456.xlsx', 'TH01 0905123457.xlsx'].map((file) =>
      cellFinding('D8', 'number-negative', file),
    );
    expect((await print('text', { diagnostics: found })).match(/^TH01 ••••\.xlsx$/gmu)).toHaveLength(2);
  });

  test('ends with the summary, unless quiet', async () => {
    const answer = { diagnostics: [MISSING], body: () => ['bảng'], closing: () => ['tóm tắt'] };
    expect(await print('text', answer)).toMatch(/unit-missing\n\nbảng\ntóm tắt\n$/u);
    expect(await print('text', answer, true)).toMatch(/unit-missing\n\nbảng\n$/u);
  });

  test('of nothing is nothing', async () => {
    expect(await print('text', {})).toBe('');
  });

  test('with colours says the same as without', async () => {
    const colored = await print('text', { diagnostics: [cellFinding('D8'), SETTINGS] }, false, true);
    expect(colored).toContain('\u001b[31m✗ lỗi\u001b[39m');
    const plain = stripVTControlCharacters(colored);
    expect(plain).toBe(await print('text', { diagnostics: [cellFinding('D8'), SETTINGS] }));
  });
});

test('JSON has version, counts, facts and every finding in full', async () => {
  const text = await print(
    'json',
    { diagnostics: [cellFinding('D8'), SETTINGS, MISSING], listed: [], facts: { files: [] } },
    true,
  );
  expect(JSON.parse(text)).toEqual({
    schemaVersion: 1,
    command: 'validate',
    program: { name: 'tkcds', version: '1.2.3' },
    exitCode: 1,
    outcome: 'findings',
    counts: { error: 2, warning: 1, info: 0 },
    files: [],
    findings: [
      {
        rule: 'number-negative',
        severity: 'error',
        message: 'Số người là -3, phải từ 0 trở lên',
        hint: 'Sửa ô này thành số từ 0 trở lên',
        location: { kind: 'cell', file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D8' },
        related: [],
        facts: { indicator: 'adults', value: -3 },
      },
      {
        rule: 'settings-round-differs',
        severity: 'warning',
        message: 'Kỳ “2025-10” ghi đến ngày 30/10/2025',
        hint: 'Sửa lại theo văn bản',
        location: { kind: 'data', file: 'tkcds.yaml', path: 'rounds.0.to', line: 62, column: 5 },
        related: [{ note: 'trang này', location: { kind: 'sheet', file: 'TH01.xlsx', sheet: 'Chỉ tiêu' } }],
        facts: {},
      },
      {
        rule: 'unit-missing',
        severity: 'error',
        message: 'Thôn Hạ chưa nộp báo cáo, hạn trước ngày 10/11/2025',
        hint: 'Đôn đốc đơn vị nộp',
        location: { kind: 'unit', unit: 'TH03', name: 'Thôn Hạ' },
        related: [],
        facts: {},
      },
    ],
  });
  expect(text.indexOf('"indicator"')).toBeLessThan(text.indexOf('"value"'));
});

test.each([
  [true, undefined, true, true],
  [true, '', true, true],
  [true, '1', true, false],
  [true, '0', true, false],
  [false, undefined, true, false],
  [true, undefined, false, false],
])('colours: wanted %s, NO_COLOR %j, terminal %s → %s', (isWanted, noColor, isTerminal, expected) => {
  expect(usesColor({ isWanted, noColor, isTerminal })).toBe(expected);
});
