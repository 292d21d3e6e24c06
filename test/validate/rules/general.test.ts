import { describe, expect, test } from 'vitest';
import type { Directive } from '../../../src/model/directive.ts';
import { countDateMissing } from '../../../src/validate/rules/count-date-missing.ts';
import { dateAfterCutoff } from '../../../src/validate/rules/date-after-cutoff.ts';
import { dateBeforePeriod } from '../../../src/validate/rules/date-before-period.ts';
import { personalDataFound } from '../../../src/validate/rules/personal-data-found.ts';
import { reportDateMissing } from '../../../src/validate/rules/report-date-missing.ts';
import { reporterMissing } from '../../../src/validate/rules/reporter-missing.ts';
import type { SubmissionDraft } from '../../support/builders.ts';
import {
  aDirective,
  aRef,
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

const school = aUnit({ id: 'TR01', name: 'Trường Tiểu học', type: 'school' });

function withoutFields(): Directive {
  const directive = aDirective();
  return { ...directive, form: { ...directive.form, fields: [] } };
}

describe('date-after-cutoff', () => {
  const tomorrow = value(date('2025-11-13'));

  test.each<[string, SubmissionDraft, string, string]>([
    ['the report', { reportedOn: tomorrow }, 'Thông tin chung!B8', '“Ngày báo cáo” là 13/11/2025'],
    ['the count', { countedOn: tomorrow }, 'Thông tin chung!B9', '“Số liệu tính đến ngày” là 13/11/2025'],
    [
      'a task',
      { answers: { 'II.3-2': { doneOn: tomorrow } } },
      'Nhiệm vụ!F8',
      '“Ngày thực hiện” của nhiệm vụ II.3-2 “Hướng dẫn người dân sử dụng dịch vụ số” là 13/11/2025',
    ],
  ])('reports a day of %s that has not come', (_name, draft, place, words) => {
    const findings = judge(dateAfterCutoff, aSubmission(draft));
    expect(places(findings)).toEqual([`TH01.xlsx ${place}`]);
    expect(messages(findings)).toEqual([`${words}, sau ngày chốt số liệu 12/11/2025`]);
  });

  test('names the task in the facts, for the directive’s severities', () => {
    const [finding] = judge(dateAfterCutoff, aSubmission({ answers: { 'II.3-2': { doneOn: tomorrow } } }));
    expect(finding?.facts).toEqual({ task: 'II.3-2', date: '2025-11-13', asOf: '2025-11-12' });
  });

  test.each<[string, SubmissionDraft]>([
    [
      'the cut-off day itself',
      { reportedOn: value(date('2025-11-12')), answers: { 'II.3-1': { doneOn: value(date('2025-11-12')) } } },
    ],
    ['no days', { reportedOn: blank(), countedOn: blank(), answers: { 'II.3-1': { doneOn: blank() } } }],
    ['unreadable days', { reportedOn: invalid(), countedOn: invalid(), answers: { 'II.3-1': { doneOn: invalid() } } }],
    ['rows that are not there', { without: ['II.3-1', 'II.3-2'] }],
    ['a count date that schools are not asked for', { unit: school, countedOn: tomorrow }],
  ])('accepts %s', (_name, draft) => {
    expect(judge(dateAfterCutoff, aSubmission(draft))).toEqual([]);
  });
});

describe('date-before-period', () => {
  const judgeDates = (reportedOn: string, countedOn = '2025-10-31', unit = aUnit()) =>
    judge(
      dateBeforePeriod,
      aSubmission({ unit, reportedOn: value(date(reportedOn)), countedOn: value(date(countedOn)) }),
    );

  test.each([
    [
      'a report of last year',
      '2024-11-05',
      '2025-10-31',
      'B8',
      '“Ngày báo cáo” là 05/11/2024, sớm hơn ngày bắt đầu kỳ báo cáo 01/10/2025',
    ],
    [
      'a report of the day before',
      '2025-09-30',
      '2025-10-31',
      'B8',
      '“Ngày báo cáo” là 30/09/2025, sớm hơn ngày bắt đầu kỳ báo cáo 01/10/2025',
    ],
    [
      'counts of two years ago',
      '2025-11-05',
      '2023-10-31',
      'B9',
      '“Số liệu tính đến ngày” là 31/10/2023, sớm hơn ngày bắt đầu kỳ báo cáo 01/10/2025 quá 31 ngày',
    ],
    [
      'counts 32 days before',
      '2025-11-05',
      '2025-08-30',
      'B9',
      '“Số liệu tính đến ngày” là 30/08/2025, sớm hơn ngày bắt đầu kỳ báo cáo 01/10/2025 quá 31 ngày',
    ],
  ])('warns of %s', (_name, reportedOn, countedOn, cell, message) => {
    const findings = judgeDates(reportedOn, countedOn);
    expect(places(findings)).toEqual([`TH01.xlsx Thông tin chung!${cell}`]);
    expect(messages(findings)).toEqual([message]);
    expect(findings[0]?.severity).toBe('warning');
  });

  test.each([
    ['a report of the first day', '2025-10-01', '2025-10-01'],
    ['counts 31 days before', '2025-11-05', '2025-08-31'],
    ['days to come, which are date-after-cutoff', '2026-11-05', '2026-10-31'],
  ])('accepts %s', (_name, reportedOn, countedOn) => expect(judgeDates(reportedOn, countedOn)).toEqual([]));

  test('asks nothing that the form does not ask, and nothing of no day', () => {
    expect(judgeDates('2025-11-05', '2020-01-01', school)).toEqual([]);
    expect(judge(dateBeforePeriod, aSubmission({ reportedOn: blank(), countedOn: invalid('cũ') }))).toEqual([]);
  });
});

describe.each([
  { rule: reportDateMissing, field: 'reportedOn', cell: 'B8', label: 'Ngày báo cáo' },
  { rule: countDateMissing, field: 'countedOn', cell: 'B9', label: 'Số liệu tính đến ngày' },
] as const)('$rule.id', ({ rule, field, cell, label }) => {
  test.each([
    ['a blank', blank(), ` Thông tin chung!${cell}`, 'để trống'],
    ['a dash', dash(), ` Thông tin chung!${cell}`, 'chỉ có dấu gạch'],
    ['no such cell', noCell, ' Thông tin chung', 'để trống'],
  ])('reports %s', (_name, answer, place, words) => {
    const findings = judge(rule, aSubmission({ [field]: answer }));
    expect(places(findings)).toEqual([`TH01.xlsx${place}`]);
    expect(messages(findings)[0]).toContain(`“${label}” ${words}, cần`);
  });

  test.each<[string, SubmissionDraft]>([
    ['a date', {}],
    ['an unreadable date, which the parser reports', { [field]: invalid('cuối tháng') }],
  ])('accepts %s', (_name, draft) => {
    expect(judge(rule, aSubmission(draft))).toEqual([]);
  });

  test('asks nothing that the form does not ask', () => {
    const round = aRound({ directive: withoutFields() });
    expect(judge(rule, aSubmission({ [field]: blank() }), round)).toEqual([]);
  });
});

test('count-date-missing asks only the unit types that the form asks', () => {
  expect(judge(countDateMissing, aSubmission({ unit: school, countedOn: blank() }))).toEqual([]);
});

describe('reporter-missing', () => {
  test.each([
    [false, false, 'Chưa ghi “Người báo cáo” và “Số điện thoại”,'],
    [false, true, 'Chưa ghi “Người báo cáo”,'],
    [true, false, 'Chưa ghi “Số điện thoại”,'],
  ])('names what is blank (name %s, phone %s)', (hasReporter, hasPhone, words) => {
    const findings = judge(reporterMissing, aSubmission({ hasReporter, hasPhone }));
    expect(places(findings)).toEqual(['TH01.xlsx Thông tin chung']);
    expect(messages(findings)[0]?.startsWith(words)).toBe(true);
  });

  test('accepts both, and asks nothing that the form does not ask', () => {
    expect(judge(reporterMissing, aSubmission())).toEqual([]);
    const round = aRound({ directive: withoutFields() });
    expect(judge(reporterMissing, aSubmission({ hasReporter: false, hasPhone: false }), round)).toEqual([]);
  });
});

describe('personal-data-found', () => {
  test.each([
    ['id-number', 'Nhiệm vụ', 'D7', { task: 'II.3-1' }, 'Ô này có dãy số giống số định danh cá nhân'],
    [
      'phone-list',
      'Chỉ tiêu',
      'E6',
      { indicator: 'signature-holders' },
      'Ô này hoặc các ô cùng cột có nhiều số điện thoại',
    ],
    ['id-number', 'Chỉ tiêu', 'D5', { indicator: 'adults' }, 'Ô này có dãy số giống số định danh cá nhân'],
    ['phone-list', 'Danh sách', 'C9', {}, 'Ô này hoặc các ô cùng cột có nhiều số điện thoại'],
  ] as const)('reports the %s at %s!%s with its owner', (pattern, sheet, address, owner, words) => {
    const ref = aRef(address, sheet);
    const findings = judge(personalDataFound, aSubmission({ personalData: [{ ref, pattern }] }));
    expect(places(findings)).toEqual([`TH01.xlsx ${sheet}!${address}`]);
    expect(messages(findings)[0]).toContain(words);
    expect(findings[0]?.facts).toEqual({ ...owner, pattern });
  });

  test('never repeats what stands in the cell', () => {
    const secret = '051099001234';
    const submission = aSubmission({
      answers: { 'II.3-1': { result: value(`Danh sách ${secret}`) } },
      personalData: [{ ref: aRef('D7', 'Nhiệm vụ'), pattern: 'id-number' }],
    });
    expect(JSON.stringify(judge(personalDataFound, submission))).not.toContain(secret);
  });

  test('is not confused by answers without a cell', () => {
    const submission = aSubmission({
      answers: { 'II.3-1': { difficulty: noCell } },
      personalData: [{ ref: aRef('Z1', 'Nhiệm vụ'), pattern: 'id-number' }],
    });
    expect(judge(personalDataFound, submission)[0]?.facts).toEqual({ pattern: 'id-number' });
  });

  test('says nothing of a clean file', () => {
    expect(judge(personalDataFound, aSubmission())).toEqual([]);
  });
});
