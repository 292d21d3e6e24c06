import { quoteValue } from '../../vi/text.ts';
import { isInColumnOf } from '../parts/level.ts';
import { MOTTO } from '../parts/words.ts';
import { FORMAT_MOTTO } from '../problems.ts';
import type { FormatRule, Inspected, Report, Spot, Undecided } from '../rule.ts';
import { measure, spotOfLine } from '../wording.ts';

/** More than single spacing between Quốc hiệu and Tiêu ngữ, in lines and points. */
const SINGLE = { lines: 1.05, gap: 2 };

function distance({ parts: { head } }: Inspected): string | undefined {
  const { nationalName, motto } = head;
  if (nationalName === undefined || motto === undefined || nationalName.paragraph === motto.paragraph) return undefined;
  const [above, below] = [nationalName.paragraph.look, motto.paragraph.look];
  const gap = above.after + below.before;
  if (gap > SINGLE.gap) return `${measure(gap)} pt`;
  return below.line.kind === 'lines' && below.line.amount > SINGLE.lines
    ? `${measure(below.line.amount)} dòng`
    : undefined;
}

function checkColumn(
  { parts: { head } }: Inspected,
  spot: Spot,
  report: Report,
  unsure: (undecided: Undecided) => void,
): void {
  const { nationalName, motto } = head;
  if (nationalName === undefined || motto === undefined) return;
  const isBelow = isInColumnOf(motto, nationalName);
  const allowed = 'canh giữa dưới Quốc hiệu';
  if (isBelow === undefined)
    unsure({ clause: 'C2', spot, thing: 'Tiêu ngữ và Quốc hiệu nằm ở hai khung hoặc hai bảng khác nhau', allowed });
  if (isBelow === false)
    report({
      clause: 'C2',
      spot,
      thing: 'Tiêu ngữ ở khác cột với Quốc hiệu',
      found: 'khác cột',
      allowed,
      hint: 'Chuyển Tiêu ngữ vào cùng ô với Quốc hiệu, ngay dưới Quốc hiệu',
    });
}

/** Tiêu ngữ: its words, its hyphens with blanks, and that it stands close under the Quốc hiệu (C2). */
export const formatMotto: FormatRule = {
  ...FORMAT_MOTTO,
  check: (inspected, report, unsure) => {
    const line = inspected.parts.head.motto;
    if (line === undefined) return;
    const spot = spotOfLine('Tiêu ngữ', line);
    // Letters alone are compared here; capitals all through are a matter of `format-letter-case`.
    const isWritten = line.text === MOTTO || line.text === MOTTO.toLocaleUpperCase('vi');
    if (!isWritten) {
      report({
        clause: 'C2',
        spot,
        thing: `Tiêu ngữ ghi ${quoteValue(line.text)}`,
        found: quoteValue(line.text),
        allowed: `${quoteValue(MOTTO)}, giữa các cụm từ có gạch nối, có cách chữ`,
        hint: `Gõ lại cho đúng: ${MOTTO}`,
      });
    }
    checkColumn(inspected, spot, report, unsure);
    const apart = distance(inspected);
    if (apart === undefined) return;
    report({
      clause: 'C2',
      spot,
      thing: `Quốc hiệu và Tiêu ngữ cách nhau ${apart}`,
      found: apart,
      allowed: 'cách nhau dòng đơn',
      hint: 'Chọn hai dòng, vào Đoạn văn (Paragraph), đặt Trước (Before), Sau (After) là 0 pt, Giãn dòng (Line spacing) là Đơn (Single)',
    });
  },
};
