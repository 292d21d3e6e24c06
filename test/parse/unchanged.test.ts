import { describe, expect, test } from 'vitest';
import type { PastRound } from '../../src/model/history.ts';
import type { Round } from '../../src/model/round.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { parseSubmissions } from '../../src/parse/submissions.ts';
import { aFilledForm, INDICATOR_HEADER, INDICATOR_ROWS } from '../support/a-filled-form.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { aDirective, aRound, aUnit } from '../support/builders.ts';
import { parse } from '../support/parse-form.ts';
import { lastOf, pastRounds } from '../support/past-rounds.ts';

const LASTING = new Set(['adults', 'signature-holders']);

/** October of the sample campaign, in which adults and holders last, after the closed rounds of that table. */
function october(...rows: readonly (readonly string[])[]): Round {
  const plain = aDirective();
  const indicators = plain.indicators.map((one) => (LASTING.has(one.id) ? { ...one, isStanding: true as const } : one));
  const directive = { ...plain, indicators };
  const history = pastRounds(rows, directive);
  return aRound({ directive, ...(history.length === 0 ? {} : { history, ...lastOf(history) }) });
}

const SEPTEMBER = october(
  ['2025-09', 'TH01', 'CT01', '1.190'],
  ['2025-09', 'TH01', 'CT02', '600'],
  ['2025-09', 'TH01', 'CT03', '7'],
);

type Rows = readonly (readonly CellDraft[])[];

/** The form with another text for each of these numbers. */
function withNumbers(texts: Readonly<Record<string, CellDraft>>): Workbook {
  const rows = INDICATOR_ROWS.map((row) =>
    row.map((cell, column) => (column === 3 ? (texts[typeof row[0] === 'string' ? row[0] : ''] ?? cell) : cell)),
  );
  return aFilledForm({ indicators: [['CHỈ TIÊU'], INDICATOR_HEADER, ...rows] });
}

/** The table that somebody typed, in the form's place. */
function withTable(indicators: Rows): Workbook {
  return aFilledForm({ indicators });
}

function read(workbook: Workbook, round: Round = SEPTEMBER) {
  const { value, diagnostics } = parse(workbook, round);
  const found = diagnostics.filter(({ rule }) => rule.startsWith('number-unchanged'));
  const answers = value.submission?.indicators ?? [];
  return {
    numbers: Object.fromEntries(
      answers.map(({ indicator, value: answer }) => [indicator, answer.kind === 'value' ? answer.value : answer.kind]),
    ),
    answers,
    rules: found.map(({ rule }) => rule),
    found,
    all: diagnostics.map(({ rule }) => rule),
  };
}

describe('“giữ nguyên” in the cell of a number', () => {
  test('is the number of the closed round before, and says so with its cell', () => {
    const { numbers, answers, found } = read(withNumbers({ CT01: 'Giữ nguyên' }));
    expect(numbers).toMatchObject({ adults: 1190, 'signature-holders': 640 });
    expect(answers[0]?.value).toMatchObject({
      raw: 'Giữ nguyên',
      carriedOver: { value: 1190, period: '2025-09', file: 'luu/2025-09/khoa-1.json', cells: [{ address: 'D9' }] },
    });
    expect(found).toMatchObject([
      {
        rule: 'number-unchanged',
        severity: 'info',
        facts: { indicator: 'adults', value: 1190, previousPeriod: '2025-09' },
      },
    ]);
    expect(found[0]?.message).toContain(
      '1.190 người của kỳ 2025-09 (tệp “nop/2025-09/TH01.xlsx”, trang “Chỉ tiêu”, ô D9)',
    );
  });

  test('is never a figure where each round is counted anew', () => {
    const { numbers, rules } = read(withNumbers({ CT03: 'không thay đổi' }));
    expect(numbers).toMatchObject({ 'signature-new': 'invalid' });
    expect(rules).toEqual(['number-unchanged-in-round']);
  });

  test.each<readonly [string, Round, string]>([
    ['there is no round before', october(), 'không có kỳ trước'],
    ['the unit had no number', october(['2025-09', 'TH02', 'CT01', '850']), 'không có số nào của đơn vị'],
    [
      'only an older round has it',
      october(['2025-08', 'TH01', 'CT01', '1.180'], ['2025-09', 'TH02', 'CT01', '850']),
      'kỳ 2025-09',
    ],
    ['the round before is not closed', { ...SEPTEMBER, preceding: { id: '2025-09', closed: undefined } }, 'chưa khóa'],
  ])('is an error when %s', (_name, round, words) => {
    const { numbers, found } = read(withNumbers({ CT01: 'giữ nguyên' }), round);
    expect(numbers).toMatchObject({ adults: 'invalid' });
    expect(found).toMatchObject([{ rule: 'number-unchanged-unknown', severity: 'error' }]);
    expect(found[0]?.message).toContain(words);
  });

  test('of merged units is the sum, with every cell', () => {
    const [past] = SEPTEMBER.history ?? [];
    if (past === undefined) throw new Error('no history');
    const cells = ['TH08', 'TH09'].map((id) => ({ file: `nop/2025-09/${id}.xlsx`, sheet: 'Chỉ tiêu', address: 'D9' }));
    const closed: PastRound = { ...past, counts: new Map([['TH01', new Map([['adults', { value: 2000, cells }]])]]) };
    const { numbers, found } = read(withNumbers({ CT01: 'như kỳ trước' }), {
      ...SEPTEMBER,
      preceding: { id: '2025-09', closed },
    });
    expect(numbers).toMatchObject({ adults: 2000 });
    expect(found[0]?.message).toContain('cộng từ 2 ô');
    expect(found[0]?.related).toHaveLength(2);
  });
});

const ROWS: Rows = [
  ['CT01', 'Số người từ đủ 18 tuổi trở lên', 1190, 1200],
  ['CT02', 'Số người có chữ ký số hoặc chữ ký điện tử cá nhân', 600, 640],
  ['CT03', 'Số người đăng ký mới chữ ký số trong kỳ', 7, ''],
];

describe('the column of the round before', () => {
  test.each<readonly [string, Rows]>([
    ['left of the answers', [['Mã', 'Chỉ tiêu', 'Kỳ trước (2025-09)', 'Số liệu'], ...ROWS]],
    [
      'right of the answers',
      [
        ['Mã', 'Chỉ tiêu', 'Số liệu', 'Kỳ trước (2025-09)'],
        ...ROWS.map(([code = '', title = '', before = '', now = '']) => [code, title, now, before]),
      ],
    ],
    ['with the same words and a remark', [['Mã', 'Chỉ tiêu', 'Số liệu (kỳ trước)', 'Số liệu'], ...ROWS]],
    ['under a heading for both', [['Mã', 'Chỉ tiêu', 'Số liệu'], ['', '', 'Kỳ trước', 'Số liệu'], ...ROWS]],
    ['as a group of its own', [['Mã', 'Chỉ tiêu', 'Kỳ trước', 'Kỳ này'], ['', '', 'Số liệu', 'Số liệu'], ...ROWS]],
    ['typed without capitals', [['mã', 'chỉ tiêu', 'số liệu kì trước', 'số liệu'], ...ROWS]],
  ])('%s is not read as this round’s', (_name, table) => {
    expect(read(withTable(table)).numbers).toEqual({
      adults: 1200,
      'signature-holders': 640,
      'signature-new': 'absent',
    });
  });

  test('alone gives no figure at all', () => {
    const { numbers, all } = read(withTable([['Mã', 'Chỉ tiêu', 'Kỳ trước (2025-09)', 'Số mới'], ...ROWS]));
    expect(Object.values(numbers).filter((value) => typeof value === 'number')).toEqual([]);
    expect(all).toContain('heading-missing');
  });

  test.each([
    ['another number', 1180, 'invalid', ['number-unchanged-differs']],
    ['another number as text', '1.180', 'invalid', ['number-unchanged-differs']],
    ['the same number', 1190, 1190, ['number-unchanged']],
    ['the same number as text', '1.190', 1190, ['number-unchanged']],
    ['nothing', '', 1190, ['number-unchanged']],
  ])('that shows %s', (_name, before, value, rules) => {
    const read2 = read(
      withTable([
        ['Mã', 'Chỉ tiêu', 'Kỳ trước (2025-09)', 'Số liệu'],
        ['CT01', 'Số người từ đủ 18 tuổi trở lên', before, 'giữ nguyên'],
        ['CT02', 'Số người có chữ ký số', '', 640],
      ]),
    );
    expect(read2.numbers).toMatchObject({ adults: value });
    expect(read2.rules).toEqual(rules);
  });

  test('beside each number of a table with a line for each unit', () => {
    const rows = [
      ['Thôn', 'CT01 (kỳ trước)', 'CT01', 'CT02'],
      ['Thôn Đông', 1190, '', 640],
      ['Thôn Tây', 850, 860, 'giữ nguyên'],
    ];
    const units = [aUnit({ id: 'TH01', name: 'Thôn Đông' }), aUnit({ id: 'TH02', name: 'Thôn Tây' })];
    const table = october(['2025-09', 'TH01', 'CT02', '600'], ['2025-09', 'TH02', 'CT02', '500']);
    const { value } = parseSubmissions(
      aWorkbook([aSheet('Tổng hợp', rows)]),
      { file: 'tong-hop.xlsx', sha256: '', size: 1 },
      { ...table, units },
    );
    const numbers = value.map(({ unit, submission }) => [
      unit?.id,
      submission?.indicators.map(({ value: answer }) => (answer.kind === 'value' ? answer.value : answer.kind)),
    ]);
    expect(numbers).toEqual([
      ['TH01', ['absent', 640]],
      ['TH02', [860, 500]],
    ]);
  });
});
