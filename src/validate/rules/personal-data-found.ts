import type { PersonalDataMark, Submission } from '../../model/submission.ts';
import { rowAnswers } from '../../model/submission.ts';
import { cellKey, type CellRef } from '../../model/workbook.ts';
import type { SubmissionRule } from '../rule.ts';

/** Never the value: a finding is printed, sent around and kept. */
const PATTERN_WORDS: Readonly<Record<PersonalDataMark['pattern'], string>> = {
  'id-number': 'Ô này có dãy số giống số định danh cá nhân (12 chữ số)',
  'phone-list': 'Ô này hoặc các ô cùng cột có nhiều số điện thoại',
};

/** The task or indicator in whose row the cell stands, for the directive's severities; nothing for other cells. */
function ownerOf(ref: CellRef, { tasks, indicators }: Submission): Readonly<Record<string, string>> {
  const key = cellKey(ref);
  const isHere = (answer: { readonly ref: CellRef | undefined }): boolean =>
    answer.ref !== undefined && cellKey(answer.ref) === key;
  const indicator = indicators.find(({ value, note }) => [value, note].some(isHere));
  if (indicator !== undefined) return { indicator: indicator.indicator };
  const task = tasks.find((answer) => rowAnswers(answer).some(isHere));
  return task === undefined ? {} : { task: task.task };
}

/**
 * A cell holds what looks like a citizen number or a list of telephone numbers. An error, so that the cell is used nowhere:
 * the report needs counts only, and personal data may be handled only as the law allows (Luật Bảo vệ dữ liệu cá nhân
 * 91/2025/QH15). The finding names the cell and the pattern, never the value.
 */
export const personalDataFound: SubmissionRule = {
  id: 'personal-data-found',
  severity: 'error',
  scope: 'submission',
  check: (submission, _round, report) => {
    for (const { ref, pattern } of submission.personalData) {
      report({
        message: `${PATTERN_WORDS[pattern]}, báo cáo chỉ nhận số lượng và không nhận dữ liệu cá nhân`,
        hint: 'Xóa dữ liệu cá nhân ở đây, chỉ để lại số lượng, rồi lưu và nộp lại tệp',
        location: { kind: 'cell', ref },
        facts: { ...ownerOf(ref, submission), pattern },
      });
    }
  },
};
