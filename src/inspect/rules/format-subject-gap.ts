import { FORMAT_SUBJECT_GAP } from '../problems.ts';
import type { FormatRule, Inspected } from '../rule.ts';
import { measure, spotOfLine } from '../wording.ts';

/** From the number down to the subject, in points; undefined where only the page tells. */
function gapBelowNumber({ parts: { head } }: Inspected): number | undefined {
  const [subject] = head.subject;
  const { number, lines } = head;
  if (subject === undefined || number === undefined || subject.paragraph === number.paragraph) return undefined;
  const isNext = lines.indexOf(subject) === lines.indexOf(number) + 1;
  const isTogether = JSON.stringify(subject.paragraph.place) === JSON.stringify(number.paragraph.place);
  return isNext && isTogether ? number.paragraph.look.after + subject.paragraph.look.before : undefined;
}

/** What rulers round by, in points. */
const TOLERANCE = 0.5;

/** Trích yếu công văn: 6 pt below the number (C8b). The decree's own sample has none, so this is a warning. */
export const formatSubjectGap: FormatRule = {
  ...FORMAT_SUBJECT_GAP,
  check: (inspected, report, unsure) => {
    const [subject] = inspected.parts.head.subject;
    if (subject === undefined) return;
    const base = { clause: 'C8b', spot: spotOfLine('Trích yếu công văn', subject) } as const;
    const { subjectGap } = inspected.profile.allowed;
    const allowed = `cách dòng số, ký hiệu ${subjectGap} pt`;
    const gap = gapBelowNumber(inspected);
    if (gap === undefined) {
      unsure({ ...base, thing: 'Trích yếu công văn không nằm ngay sau dòng số, ký hiệu trong cùng một ô', allowed });
    } else if (Math.abs(gap - subjectGap) > TOLERANCE) {
      const found = `${measure(gap)} pt`;
      const hint = `Đặt con trỏ ở dòng “V/v”, vào Đoạn văn (Paragraph), đặt Trước (Before) ${subjectGap} pt`;
      report({ ...base, thing: `Trích yếu công văn cách dòng số, ký hiệu ${found}`, found, allowed, hint });
    }
  },
};
