import { describe, expect, test } from 'vitest';
import { indicatorAnswer, taskAnswer } from '../../src/model/submission.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import {
  aFilledForm,
  GENERAL,
  INDICATOR_HEADER,
  INDICATOR_ROWS,
  INDICATORS,
  TASK_ROWS,
  TASKS,
} from '../support/a-filled-form.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { brief, content, COUNTS, parse, TASK_TEXTS, understood } from '../support/parse-form.ts';

describe('the form as it was made', () => {
  const outcome = parse(aFilledForm());
  const submission = understood(aFilledForm());

  test('findings: only that a number has a word behind it', () =>
    expect(brief(outcome)).toEqual(['number-with-unit Nhiệm vụ!E6']));

  test('general information, without names and numbers of persons', () => {
    expect(submission).toMatchObject({
      file: 'TH01.xlsx',
      sha256: 'ab'.repeat(32),
      unit: { id: 'TH01' },
      stamp: { unit: 'TH01', period: '2025-10' },
      hasReporter: true,
      hasPhone: true,
      reportedOn: {
        kind: 'value',
        value: '2025-11-05',
        raw: '05/11/2025',
        ref: { sheet: 'Thông tin chung', address: 'B6' },
      },
      countedOn: { kind: 'value', value: '2025-10-31' },
      personalData: [],
    });
    expect(JSON.stringify(outcome)).not.toMatch(/Nguyễn Văn A|0900000000/u);
  });

  test('tasks', () => {
    expect(content(submission)).toMatchObject({ tasks: TASK_TEXTS });
    expect(taskAnswer(submission, 'II.3-2')).toMatchObject({
      ref: { sheet: 'Nhiệm vụ', address: 'A6' },
      evidence: { kind: 'absent', mark: 'dash', ref: { address: 'G6' } },
      difficulty: { kind: 'value', value: 'Thiếu máy' },
      doneOn: { kind: 'absent', mark: 'blank', ref: { sheet: 'Nhiệm vụ', address: 'F6' } },
    });
  });

  test('indicators: a blank, a dash and a zero are three things', () => {
    expect(content(submission)).toMatchObject({ counts: COUNTS });
    expect(indicatorAnswer(submission, 'signature-new')?.value).toMatchObject({ kind: 'value', value: 0 });
    expect(indicatorAnswer(submission, 'people-guided')?.value).toMatchObject({ kind: 'absent', mark: 'dash' });
    expect(indicatorAnswer(submission, 'households-visited')?.value).toEqual({
      kind: 'absent',
      mark: 'blank',
      ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D8' },
    });
    expect(indicatorAnswer(submission, 'online-service-turns')).toBeUndefined();
    expect(indicatorAnswer(submission, 'signature-holders')?.note).toMatchObject({ value: 'Theo VNeID' });
  });

  test('opinions: “Không” is none', () =>
    expect(submission.opinions).toEqual([
      {
        opinion: 'difficulties',
        text: {
          value: 'Sóng yếu ở xóm ngoài',
          raw: 'Sóng yếu ở xóm ngoài',
          ref: { file: 'TH01.xlsx', sheet: 'Khó khăn, đề xuất', address: 'B1' },
        },
      },
    ]));
});

describe('the same content is understood', () => {
  const moved = (rows: readonly (readonly CellDraft[])[]): readonly (readonly CellDraft[])[] => [
    ['Ủy ban nhân dân xã'],
    ['Thôn Đông'],
    ...rows.map((row) => ['', ...row]),
  ];
  const reversed = (rows: readonly (readonly CellDraft[])[], width: number): readonly (readonly CellDraft[])[] =>
    rows.map((row) => Array.from({ length: width }, (_, column) => row[width - 1 - column]));
  const nfd = (rows: readonly (readonly CellDraft[])[]): readonly (readonly CellDraft[])[] =>
    rows.map((row) => row.map((draft) => (typeof draft === 'string' ? draft.normalize('NFD') : draft)));
  const without = (column: number, rows: readonly (readonly CellDraft[])[]): readonly (readonly CellDraft[])[] =>
    rows.map((row) => row.map((draft, index) => (index === column ? '' : draft)));
  const fullTitles = TASKS.map(([code, ...rest]) =>
    code === 'II.3-1'
      ? ['1', 'Phối hợp triển khai Chiến dịch "Đi từng ngõ, gõ từng nhà".', ...rest.slice(1)]
      : code === 'II.3-2'
        ? ['2', 'HƯỚNG DẪN NGƯỜI DÂN SỬ DỤNG DỊCH VỤ SỐ', ...rest.slice(1)]
        : [code, ...rest],
  );

  test.each<[string, Workbook]>([
    ['rows and columns inserted', aFilledForm({ tasks: moved(TASKS), indicators: moved(INDICATORS) })],
    ['columns in another order', aFilledForm({ tasks: reversed(TASKS, 8), indicators: reversed(INDICATORS, 5) })],
    [
      'letters and marks apart (NFD)',
      aFilledForm({ general: nfd(GENERAL), tasks: nfd(TASKS), indicators: nfd(INDICATORS) }),
    ],
    ['codes typed over with ordinals: by title', aFilledForm({ tasks: fullTitles })],
    ['titles gone', aFilledForm({ tasks: without(1, TASKS), indicators: without(1, INDICATORS) })],
    [
      'the heading of the code column lost',
      aFilledForm({
        indicators: [['CHỈ TIÊU'], ['TT', '', '', 'Số liệu (người, lượt)', 'Ghi chú'], ...INDICATOR_ROWS],
      }),
    ],
    [
      'headings with remarks and capitals, in two rows',
      aFilledForm({
        tasks: [
          [
            'MÃ (*)',
            'NỘI DUNG NHIỆM VỤ',
            'TÌNH TRẠNG',
            'Thực hiện',
            '',
            '',
            'MINH CHỨNG (nếu có)',
            'Khó khăn,\nvướng mắc',
          ],
          ['', '', '', 'Kết quả thực hiện', 'Số lượng', 'Ngày thực hiện'],
          ...TASK_ROWS,
        ],
      }),
    ],
    [
      'bands, subtotals, repeated headers, notes and signatures between and below the rows',
      aFilledForm({
        indicators: [
          ...INDICATORS.slice(0, 4),
          ['', 'Tổng cộng', '', 1840],
          INDICATOR_HEADER,
          ...INDICATORS.slice(4),
          ['Cộng', '', '', 99],
          ['Ghi chú: số liệu lấy từ Công an xã'],
          ['Người lập biểu', '', '', 'Trưởng thôn'],
        ],
      }),
    ],
    [
      'other names of the sheets',
      (() => {
        const form = aFilledForm();
        return {
          ...form,
          sheets: form.sheets.map((sheet, index) => (index < 4 ? { ...sheet, name: `Sheet${index + 1}` } : sheet)),
        };
      })(),
    ],
    [
      'everything on one sheet',
      aWorkbook([
        aSheet('Sheet1', [...GENERAL, [], ...TASKS, [], ...INDICATORS, [], ['Khó khăn, vướng mắc', 'Sóng yếu']]),
      ]),
    ],
  ])('%s', (_what, workbook) => {
    const outcome = parse(workbook);
    expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(['number-with-unit']);
    expect(content(understood(workbook))).toMatchObject({ tasks: TASK_TEXTS, counts: COUNTS });
  });

  test('a label and its answer in one cell', () => {
    const general = [['Đơn vị'], ['Tên đơn vị: Thôn Đông'], ['Ngày báo cáo: 05/11/2025']];
    const submission = understood(aFilledForm({ general, stamp: null }));
    expect(submission.unit.id).toBe('TH01');
    expect(submission.reportedOn).toMatchObject({ value: '2025-11-05', ref: { address: 'A3' } });
  });

  test('a label merged over two columns: the answer stands behind the merge', () => {
    const sheet = aSheet('Thông tin chung', [['Ngày báo cáo', undefined, '05/11/2025']], {
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    });
    const form = aFilledForm();
    const submission = understood({ ...form, sheets: [sheet, ...form.sheets.slice(1)] });
    expect(submission.reportedOn).toMatchObject({ value: '2025-11-05', ref: { address: 'C1' } });
  });

  test('a column of the task table is no label of an opinion', () => {
    const form = aFilledForm();
    const submission = understood({ ...form, sheets: form.sheets.filter(({ name }) => name !== 'Khó khăn, đề xuất') });
    expect(submission.opinions).toEqual([]);
  });
});
