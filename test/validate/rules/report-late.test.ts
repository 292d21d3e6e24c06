import { describe, expect, test } from 'vitest';
import type { Submission } from '../../../src/model/submission.ts';
import { reportLate } from '../../../src/validate/rules/report-late.ts';
import { anArrival, aRound, aSubmission, blank, date, invalid, value } from '../../support/builders.ts';
import { judgeAll, messages, places } from '../run-rule.ts';

describe('report-late', () => {
  const judgeLate = (submission: Submission, round = aRound()) =>
    judgeAll(reportLate, [{ ...anArrival(), submission }], round);
  const on = { ...aRound().period, due: { kind: 'on', date: date('2025-11-09') } } as const;

  test.each([
    ['trước ngày 10/11/2025', '2025-11-10', 1],
    ['trước ngày 10/11/2025', '2025-11-12', 3],
  ])('counts the days after a deadline “%s”: %s', (words, day, dayCount) => {
    const findings = judgeLate(aSubmission({ reportedOn: value(date(day)) }));
    expect(places(findings)).toEqual(['TH01.xlsx Thông tin chung!B8']);
    expect(messages(findings)[0]).toContain(`muộn ${dayCount} ngày so với hạn nộp ${words}`);
    expect(findings[0]?.facts).toEqual({ unit: 'TH01', date: day, due: '2025-11-10', dayCount });
    expect(findings[0]?.severity).toBe('info');
  });

  test('knows the inclusive deadline', () => {
    const late = judgeLate(aSubmission({ reportedOn: value(date('2025-11-10')) }), aRound({ period: on }));
    expect(messages(late)).toEqual([
      'Báo cáo ghi ngày 10/11/2025, muộn 1 ngày so với hạn nộp chậm nhất ngày 09/11/2025',
    ]);
    const onTime = aSubmission({ reportedOn: value(date('2025-11-09')) });
    expect(judgeLate(onTime, aRound({ period: on }))).toEqual([]);
  });

  test.each([
    ['the last day', value(date('2025-11-09'))],
    ['no day', blank()],
    ['an unreadable day', invalid('12/13')],
    ['a day to come, which is date-after-cutoff', value(date('2025-11-13'))],
  ])('accepts %s', (_name, reportedOn) => {
    expect(judgeLate(aSubmission({ reportedOn }))).toEqual([]);
  });
});

describe('report-late by the ledger', () => {
  const entered = (day: string, file: string, entry = 1) =>
    anArrival({ file, sha256: file, receipt: { receivedOn: date(day), entry } });

  test('stands at the file, for no cell says when it came', () => {
    const [finding] = judgeAll(reportLate, [entered('2025-11-12', 'a.xlsx')], aRound());
    expect(finding).toMatchObject({
      location: { kind: 'file', file: 'a.xlsx' },
      message: 'Báo cáo nhận ngày 12/11/2025 theo sổ tiếp nhận, muộn 3 ngày so với hạn nộp trước ngày 10/11/2025',
    });
  });

  test('a correction after the deadline is not late; lateness that was accepted says why', () => {
    const [first, second] = [entered('2025-11-09', 'a.xlsx'), entered('2025-11-12', 'b.xlsx', 2)];
    expect(judgeAll(reportLate, [first, second], aRound())).toEqual([]);
    const round = aRound({ acceptedLate: [{ unit: 'TH01', reason: 'Bão lũ' }] });
    expect(judgeAll(reportLate, [second], round)[0]?.hint).toContain('xã chấp nhận nộp muộn (Bão lũ)');
  });
});
