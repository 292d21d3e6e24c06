import { quoteValue } from '../../vi/text.ts';
import { FORMAT_SUBJECT_LINE } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** Trích yếu công văn: `V/v` before it (C8b). */
export const formatSubjectLine: FormatRule = {
  ...FORMAT_SUBJECT_LINE,
  check: ({ parts: { head } }, report) => {
    const [subject] = head.subject;
    if (subject === undefined || /^V\/v(?:\s|…|\.)/u.test(subject.text)) return;
    const found = quoteValue(subject.text);
    report({
      clause: 'C8b',
      spot: spotOfLine('Trích yếu công văn', subject),
      thing: `Trích yếu công văn ghi ${found}`,
      found,
      allowed: 'bắt đầu bằng “V/v ”',
      hint: 'Bắt đầu trích yếu bằng “V/v ”, chữ V hoa, chữ v thường',
    });
  },
};
