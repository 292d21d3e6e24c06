import { describe, expect, test } from 'vitest';
import { indicatorAnswer, taskAnswer } from '../../src/model/submission.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { aFilledForm, INDICATOR_HEADER, INDICATOR_ROWS, STAMP, TASK_HEADER, TASKS } from '../support/a-filled-form.ts';
import { dayCell, formulaCell, numberCell, uncomputed, type CellDraft } from '../support/a-workbook.ts';
import { aRound, aUnit } from '../support/builders.ts';
import { brief, parse, understood } from '../support/parse-form.ts';

describe('what is found', () => {
  const indicators = (...rows: readonly (readonly CellDraft[])[]): Workbook =>
    aFilledForm({ tasks: TASKS.slice(0, -1), indicators: [INDICATOR_HEADER, ...rows] });
  const tasks = (...rows: readonly (readonly CellDraft[])[]): Workbook =>
    aFilledForm({ tasks: [TASK_HEADER, ...rows] });
  const done = ['', 'Đã hoàn thành'];

  test.each<[string, Workbook, readonly string[]]>([
    ['an unknown code', indicators(['CT99', 'Số camera', '', 5]), ['indicator-unknown Chỉ tiêu!A2']],
    ['an unknown code without a number', indicators(['CT99', 'Số camera']), []],
    ['an indicator of other units', indicators(['CT21', 'Số tin, bài', '', 5]), ['indicator-not-assigned Chỉ tiêu!A2']],
    ['an indicator of other units, blank', indicators(['CT21', 'Số tin, bài', '', '-']), []],
    [
      'a code twice',
      indicators(['CT01', '', '', 5], ['CT01', '', '', 6]),
      ['row-repeated Chỉ tiêu!D2', 'row-repeated Chỉ tiêu!D3'],
    ],
    ['a code twice, one blank', indicators(['CT01', '', ''], ['CT01', '', '', 6]), []],
    ['words for a number', indicators(['CT01', '', '', 'ba trăm']), ['number-unreadable Chỉ tiêu!D2']],
    ['turns for persons', indicators(['CT01', '', '', '80 lượt']), ['number-unit-mismatch Chỉ tiêu!D2']],
    ['a formula nobody computed', indicators(['CT01', '', '', uncomputed]), ['formula-uncomputed Chỉ tiêu!D2']],
    ['the form’s own formula not computed', indicators(['CT04', '', '', uncomputed]), []],
    [
      'the form’s own formula with an error',
      indicators(['CT04', '', '', { kind: 'error', code: '#DIV/0!' }]),
      ['computed-cell-broken Chỉ tiêu!D2'],
    ],
    [
      'no column for numbers',
      aFilledForm({ tasks: TASKS.slice(0, -1), indicators: [['Mã', 'Chỉ tiêu', 'Số liệu?']] }),
      ['heading-missing Chỉ tiêu'],
    ],
    [
      'two columns for numbers',
      aFilledForm({ tasks: TASKS.slice(0, -1), indicators: [[...INDICATOR_HEADER, 'Số liệu']] }),
      ['heading-repeated Chỉ tiêu!F1'],
    ],
    ['an unknown task', tasks(['II.9-9', ...done]), ['task-unknown Nhiệm vụ!A2']],
    ['a task of other units', tasks(['II.5-1', ...done]), ['task-not-assigned Nhiệm vụ!A2']],
    [
      'a task twice',
      tasks(['II.3-1', ...done], ['II.3-1', ...done]),
      ['row-repeated Nhiệm vụ!C2', 'row-repeated Nhiệm vụ!C3'],
    ],
    ['a status not in the list', tasks(['II.3-1', '', 'tốt']), ['choice-unknown Nhiệm vụ!C2']],
    [
      'no column for results',
      aFilledForm({ tasks: [TASK_HEADER.filter((heading) => heading !== 'Kết quả thực hiện')] }),
      ['heading-missing-optional Nhiệm vụ'],
    ],
    [
      'no indicator sheet',
      {
        ...aFilledForm({ tasks: [TASK_HEADER] }),
        sheets: aFilledForm({ tasks: [TASK_HEADER] }).sheets.filter(({ name }) => name !== 'Chỉ tiêu'),
      },
      ['sheet-missing Chỉ tiêu'],
    ],
    ['no header row', aFilledForm({ tasks: [TASK_HEADER], indicators: INDICATOR_ROWS }), ['sheet-missing Chỉ tiêu']],
    [
      'an unreadable report date',
      aFilledForm({ tasks: [TASK_HEADER], general: [['Ngày báo cáo', 'hôm qua']] }),
      ['date-unreadable Thông tin chung!B1'],
    ],
  ])('%s', (_what, workbook, expected) => expect(brief(parse(workbook))).toEqual(expected));

  test('of two rows the first with an answer counts', () => {
    const submission = understood(indicators(['CT01', '', '', '-'], ['CT01', '', '', 5], ['CT01', '', '', 6]));
    expect(indicatorAnswer(submission, 'adults')?.value).toMatchObject({ kind: 'value', value: 5 });
  });

  test('a computed cell that was typed over is known', () => {
    const typed = (draft: CellDraft): boolean | undefined =>
      indicatorAnswer(understood(indicators(['CT04', '', '', draft])), 'signature-rate')?.isTyped;
    expect([typed(45), typed(formulaCell(numberCell(45))), typed('')]).toEqual([true, false, false]);
  });

  test('every finding about a row names its task or indicator, for the directive’s severities', () => {
    const { diagnostics } = parse(
      aFilledForm({
        tasks: [TASK_HEADER, ['II.3-1', '', 'tốt', '', 'ba', 'hôm qua']],
        indicators: [INDICATOR_HEADER, ['CT01', '', '', -1], ['CT01', '', '', 2]],
      }),
    );
    expect(diagnostics.map(({ rule, facts }) => [rule, facts['task'] ?? facts['indicator']])).toEqual([
      ['choice-unknown', 'II.3-1'],
      ['number-unreadable', 'II.3-1'],
      ['date-unreadable', 'II.3-1'],
      ['number-negative', 'adults'],
      ['row-repeated', 'adults'],
      ['row-repeated', 'adults'],
    ]);
  });

  test('a missing heading is suggested from the words that stand there', () => {
    const header = INDICATOR_HEADER.map((heading) => (heading === 'Số liệu' ? 'Số liêụ' : heading));
    const [finding] = parse(aFilledForm({ tasks: [TASK_HEADER], indicators: [header] })).diagnostics;
    expect(finding).toMatchObject({
      rule: 'heading-missing',
      message: 'Trang “Chỉ tiêu” không có cột “Số liệu” (có phải là cột “Số liêụ”?), cột này bắt buộc phải có',
      hint: 'Sửa lại tên cột ở dòng tiêu đề (dòng 1) thành “Số liệu” như trong biểu mẫu; nếu đúng là vậy, cán bộ xã chỉ cần xác nhận một lần: tkcds confirm "Số liêụ" "Số liệu"',
      facts: { column: 'value', written: 'Số liêụ', suggestion: 'Số liệu' },
    });
  });

  test('answers of a missing column lie nowhere', () => {
    const header = TASK_HEADER.filter((heading) => heading !== 'Minh chứng');
    const submission = understood(aFilledForm({ tasks: [header, ['II.3-1', '', 'Đã hoàn thành']] }));
    expect(taskAnswer(submission, 'II.3-1')?.evidence).toEqual({ kind: 'absent', mark: 'blank', ref: undefined });
  });

  test('units without tasks and indicators miss nothing', () => {
    const round = aRound({ units: [aUnit({ id: 'DN01', name: 'Doanh nghiệp Mẫu', type: 'company' })] });
    const form = aFilledForm({ file: 'DN01.xlsx', stamp: null, general: [['Tên đơn vị', 'Doanh nghiệp Mẫu']] });
    const outcome = parse({ ...form, sheets: form.sheets.slice(0, 1) }, round);
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.value.submission).toMatchObject({ tasks: [], indicators: [] });
  });

  test('only units that are asked have a count date', () => {
    const round = aRound({ units: [aUnit({ id: 'TR01', name: 'Trường học Mẫu', type: 'school' })] });
    const stamp = { ...STAMP, unit: 'TR01', 'unit-name': 'Trường học Mẫu', 'unit-type': 'school' };
    const general = [
      ['Tên đơn vị', 'Trường học Mẫu'],
      ['Số liệu tính đến ngày', dayCell(45_966)],
    ];
    const submission = understood(aFilledForm({ file: 'TR01.xlsx', stamp, general }), round);
    expect(submission.countedOn).toEqual({ kind: 'absent', mark: 'blank', ref: undefined });
  });
});

test('the name of a sheet is not repeated where it holds personal data', () => {
  const form = aFilledForm({
    tasks: [TASK_HEADER.filter((heading) => heading !== 'Kết quả thực hiện'), ['II.3-1', 'x', 'Đã hoàn thành']],
  });
  const sheets = form.sheets.map((sheet) =>
    sheet.name === 'Nhiệm vụ' ? { ...sheet, name: 'Ông A 0912345678' } : sheet,
  );
  const [finding] = parse({ ...form, sheets }).diagnostics;
  expect(finding?.message).toContain('Trang “Ông A ••••” không có cột “Kết quả thực hiện”');
});
