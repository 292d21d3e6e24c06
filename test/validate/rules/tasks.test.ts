import { describe, expect, test } from 'vitest';
import type { Directive } from '../../../src/model/directive.ts';
import type { TaskAnswer } from '../../../src/model/submission.ts';
import { dateOutsideWindow } from '../../../src/validate/rules/date-outside-window.ts';
import { doneWithoutEvidence } from '../../../src/validate/rules/done-without-evidence.ts';
import { doneWithoutResult } from '../../../src/validate/rules/done-without-result.ts';
import { statusMissing } from '../../../src/validate/rules/status-missing.ts';
import { taskMissing } from '../../../src/validate/rules/task-missing.ts';
import {
  aDirective,
  aRound,
  aSubmission,
  aUnit,
  blank,
  dash,
  date,
  invalid,
  noCell,
  value,
} from '../../support/builders.ts';
import { judge, messages, places } from '../run-rule.ts';

const empty = { status: blank(), result: blank(), quantity: blank(), doneOn: blank(), evidence: blank() };

function withTask(answer: Partial<TaskAnswer>) {
  return aSubmission({ answers: { 'II.3-1': answer } });
}

describe('task-missing', () => {
  test('says which task has no row, at the sheet as it is called in the file', () => {
    const findings = judge(taskMissing, aSubmission({ without: ['II.3-2'] }));
    expect(messages(findings)).toEqual([
      'Không thấy dòng của nhiệm vụ II.3-2 “Hướng dẫn người dân sử dụng dịch vụ số”, là nhiệm vụ được giao cho đơn vị',
    ]);
    expect(places(findings)).toEqual(['TH01.xlsx Nhiệm vụ']);
    expect(findings[0]?.facts).toEqual({ task: 'II.3-2' });
  });

  test('says it once for each group when the file has no row of a task, at the form’s sheet', () => {
    const directive = aDirective();
    const sheets = { ...directive.form.sheets, tasks: { name: 'Việc được giao', aliases: [] } };
    const round = aRound({ directive: { ...directive, form: { ...directive.form, sheets } } });
    const findings = judge(taskMissing, aSubmission({ without: ['II.3-1', 'II.3-2'] }), round);
    expect(messages(findings)).toEqual([
      'Không thấy dòng nào của 2 nhiệm vụ ở mục II.3 (II.3-1 và II.3-2), là nhiệm vụ được giao cho đơn vị',
    ]);
    expect(places(findings)).toEqual(['TH01.xlsx Việc được giao']);
    expect(findings[0]?.facts).toEqual({ taskGroup: 'II.3', taskCount: 2 });
  });

  test('leaves a missing sheet to the parser', () => {
    const submission = aSubmission({ without: ['II.3-1', 'II.3-2'], missingSheets: ['tasks'] });
    expect(judge(taskMissing, submission)).toEqual([]);
  });

  test('says nothing of a unit without tasks', () => {
    expect(judge(taskMissing, aSubmission({ unit: aUnit({ type: 'company' }) }))).toEqual([]);
  });

  test.each([
    ['all blank', empty],
    ['nothing but dashes', { ...empty, status: dash(), result: dash(), difficulty: dash() }],
  ])('reports a row that says nothing: %s', (_name, answer) => {
    const findings = judge(taskMissing, withTask(answer));
    expect(places(findings)).toEqual(['TH01.xlsx Nhiệm vụ!A7']);
    expect(messages(findings)[0]).toContain('nhiệm vụ II.3-1');
  });

  test.each<[string, Partial<TaskAnswer>]>([
    ['a status', { ...empty, status: value('not-started') }],
    ['an unreadable status', { ...empty, status: invalid('xong rồi') }],
    ['a result', { ...empty, result: value('Đã ra quân') }],
    ['a quantity of zero', { ...empty, quantity: value(0) }],
    ['an unreadable date', { ...empty, doneOn: invalid('giữa tháng') }],
    ['evidence', { ...empty, evidence: value('05/BC') }],
    ['a difficulty', { ...empty, difficulty: value('Thiếu thiết bị') }],
    ['no status column, which the parser reports', { ...empty, status: noCell }],
  ])('leaves a row alone that has %s', (_name, answer) => {
    expect(judge(taskMissing, withTask(answer))).toEqual([]);
  });
});

describe('status-missing', () => {
  test.each<[string, Partial<TaskAnswer>]>([
    ['a result', { ...empty, result: value('Đã ra quân') }],
    ['a quantity', { ...empty, quantity: value(0) }],
    ['a date', { ...empty, doneOn: value(date('2025-10-10')) }],
    ['evidence', { ...empty, evidence: value('05/BC') }],
    ['a difficulty', { ...empty, difficulty: value('Thiếu thiết bị') }],
    ['something unreadable', { ...empty, quantity: invalid('vài buổi') }],
  ])('reports a row without status that has %s', (_name, answer) => {
    const findings = judge(statusMissing, withTask(answer));
    expect(places(findings)).toEqual(['TH01.xlsx Nhiệm vụ!C7']);
    expect(findings[0]?.facts).toEqual({ task: 'II.3-1' });
  });

  test('names the choices, and tells a dash from a blank', () => {
    const [finding] = judge(statusMissing, withTask({ status: dash() }));
    expect(finding?.message).toContain('ô “Tình trạng” chỉ có dấu gạch');
    expect(finding?.hint).toContain('“Đã hoàn thành”, “Đang thực hiện”, “Chưa thực hiện”');
  });

  test.each<[string, Partial<TaskAnswer>]>([
    ['a status', {}],
    ['a status that the parser could not read', { status: invalid('xong rồi') }],
    ['no answer at all, which is task-missing', empty],
    ['no status column, which the parser reports', { status: noCell }],
  ])('says nothing of a row with %s', (_name, answer) => {
    expect(judge(statusMissing, withTask(answer))).toEqual([]);
  });

  test('says nothing of a row that is not there', () => {
    expect(judge(statusMissing, aSubmission({ without: ['II.3-1'] }))).toEqual([]);
  });
});

describe.each([
  { rule: doneWithoutResult, column: 'result', cell: 'D7', label: '“Kết quả thực hiện”' },
  { rule: doneWithoutEvidence, column: 'evidence', cell: 'G7', label: '“Minh chứng”' },
] as const)('$rule.id', ({ rule, column, cell, label }) => {
  test.each([
    ['blank', blank(), 'để trống'],
    ['a dash', dash(), 'chỉ có dấu gạch'],
  ])('warns of a finished task when the cell is %s', (_name, answer, words) => {
    const findings = judge(rule, withTask({ [column]: answer }));
    expect(places(findings)).toEqual([`TH01.xlsx Nhiệm vụ!${cell}`]);
    expect(messages(findings)[0]).toContain(`ghi “Đã hoàn thành” nhưng ô ${label} ${words}`);
    expect(findings[0]?.facts).toEqual({ task: 'II.3-1' });
  });

  test.each<[string, Partial<TaskAnswer>]>([
    ['done and filled in', {}],
    ['done, the cell unreadable', { [column]: invalid('#REF!') }],
    ['in progress', { status: value('in-progress'), [column]: blank() }],
    ['not started', { status: value('not-started'), [column]: blank() }],
    ['without status', { status: blank(), [column]: blank() }],
    ['of unreadable status', { status: invalid('xong'), [column]: blank() }],
    ['done in a file without that column', { [column]: noCell }],
  ])('accepts a task that is %s', (_name, answer) => {
    expect(judge(rule, withTask(answer))).toEqual([]);
  });

  test('accepts a row that is not there', () => {
    expect(judge(rule, aSubmission({ without: ['II.3-1'] }))).toEqual([]);
  });

  test('falls back on the role when the form names neither status nor column', () => {
    const directive: Directive = aDirective();
    const form = { ...directive.form, statuses: [], taskColumns: [] };
    const findings = judge(rule, withTask({ [column]: blank() }), aRound({ directive: { ...directive, form } }));
    expect(messages(findings)[0]).toContain(`ghi “completed” nhưng ô “${column}” để trống`);
  });
});

describe('date-outside-window', () => {
  test.each(['2025-09-30', '2025-11-01', '2025-11-12'])('warns of %s', (day) => {
    const findings = judge(dateOutsideWindow, withTask({ doneOn: value(date(day)) }));
    expect(places(findings)).toEqual(['TH01.xlsx Nhiệm vụ!F7']);
    expect(findings[0]?.facts).toEqual({ task: 'II.3-1', date: day, from: '2025-10-01', to: '2025-10-31' });
  });

  test('names the day and the window', () => {
    const [finding] = judge(dateOutsideWindow, withTask({ doneOn: value(date('2025-09-05')) }));
    expect(finding?.message).toBe(
      '“Ngày thực hiện” của nhiệm vụ II.3-1 “Phối hợp triển khai Chiến dịch Đi từng ngõ, gõ từng nhà” là 05/09/2025, nằm ngoài thời gian thực hiện từ 01/10/2025 đến 31/10/2025',
    );
  });

  test.each<[string, Partial<TaskAnswer>]>([
    ['the first day', { doneOn: value(date('2025-10-01')) }],
    ['the last day', { doneOn: value(date('2025-10-31')) }],
    ['no day', { doneOn: blank() }],
    ['an unreadable day', { doneOn: invalid('31/9') }],
    ['a day to come, which is date-after-cutoff', { doneOn: value(date('2025-11-13')) }],
  ])('accepts %s', (_name, answer) => {
    expect(judge(dateOutsideWindow, withTask(answer))).toEqual([]);
  });

  test('accepts a row that is not there', () => {
    expect(judge(dateOutsideWindow, aSubmission({ without: ['II.3-1'] }))).toEqual([]);
  });
});
