import type { ClauseId } from '../../profiles/clauses-nd-30-2020.ts';
import type { Range } from '../../profiles/profile.ts';
import { visibleRuns, type Line } from '../parts/lines.ts';
import { FORMAT_RULE_LINE } from '../problems.ts';
import type { FormatRule, Inspected, Report, Undecided } from '../rule.ts';
import { ruleUnder, widthOf, type MeasuredRule } from '../rules-under-text.ts';
import { measure, spotOfLine } from '../wording.ts';

/** A text that has a rule under it: its lines, and how long the rule may be. */
interface Ruled {
  readonly clause: ClauseId;
  readonly name: string;
  /** The same within a sentence. */
  readonly within: string;
  readonly lines: readonly Line[];
  readonly share: Range;
  /** What widths of letters and breaks of lines may differ by, as a share of the text. */
  readonly tolerance: number;
  readonly allowed: string;
}

const HINT =
  'Bỏ gạch chân; vẽ đường kẻ thẳng (Chèn → Hình dạng → Đường kẻ) hoặc dùng viền dưới của một đoạn trống, đặt cân đối dưới dòng chữ';

function ruledIn({ parts: { head, title }, profile: { allowed } }: Inspected): readonly Ruled[] {
  const third = 'đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ';
  const all: readonly Ruled[] = [
    {
      clause: 'C2',
      name: 'Tiêu ngữ',
      within: 'Tiêu ngữ',
      lines: head.motto === undefined ? [] : [head.motto],
      share: allowed.mottoRuleShare,
      tolerance: 0.12,
      allowed: 'đường kẻ ngang, nét liền, dài bằng dòng chữ',
    },
    {
      clause: 'C4',
      name: 'Tên cơ quan ban hành',
      within: 'tên cơ quan ban hành',
      lines: head.issuer,
      share: allowed.ruleShare,
      tolerance: 0.03,
      allowed: third,
    },
    {
      clause: 'C8',
      name: 'Trích yếu',
      within: 'trích yếu',
      lines: title?.abstract ?? [],
      share: allowed.ruleShare,
      tolerance: 0.03,
      allowed: third,
    },
  ];
  return all.filter(({ lines }) => lines.some(({ text }) => /\p{L}/u.test(text)));
}

/** A text wider than its room takes several lines, none of which is wider than the room. */
function longestLine({ lines }: Ruled): number {
  return lines.reduce((most, line) => Math.max(most, Math.min(widthOf(line), line.paragraph.room ?? Infinity)), 0);
}

function checkLength(ruled: Ruled, last: Line, length: number, report: Report): void {
  const { clause, name, within, share, tolerance, allowed } = ruled;
  // A text of several lines has none that the decree's share clearly is of: it may be that of a shorter one.
  const isBroken = ruled.lines.length > 1 || widthOf(last) > (last.paragraph.room ?? Infinity);
  const widest = longestLine(ruled);
  const narrowest = isBroken ? ruled.lines.reduce((least, line) => Math.min(least, widthOf(line)), widest) / 2 : widest;
  if (length >= narrowest * (share[0] - tolerance) && length <= widest * (share[1] + tolerance)) return;
  const found = `${Math.round((100 * length) / widest)}%`;
  report({
    clause,
    spot: spotOfLine(name, last),
    thing: `Đường kẻ dưới ${within} dài ${measure((length * 25.4) / 72)} mm, bằng ${found} dòng chữ`,
    found,
    allowed,
    hint: `Kéo đường kẻ dưới ${within} dài ${measure((((share[0] + share[1]) / 2) * widest * 25.4) / 72)} mm, đặt cân đối dưới dòng chữ`,
  });
}

function checkStroke(ruled: Ruled, last: Line, { isSolid, isCentred }: MeasuredRule, report: Report): void {
  const { clause, name, within, allowed } = ruled;
  const base = { clause, spot: spotOfLine(name, last), allowed: `${allowed}, đặt cân đối dưới dòng chữ` };
  if (!isSolid)
    report({
      ...base,
      thing: `Đường kẻ dưới ${within} là nét đứt hoặc nét đôi`,
      found: 'không phải nét liền',
      hint: 'Chọn kiểu đường kẻ là một nét liền',
    });
  if (isCentred === false)
    report({
      ...base,
      thing: `Đường kẻ dưới ${within} lệch so với dòng chữ`,
      found: 'lệch',
      hint: 'Kéo đường kẻ (hoặc thụt lề trái, thụt lề phải của đoạn có viền) cho cân đối hai bên',
    });
}

function check(ruled: Ruled, inspected: Inspected, report: Report, unsure: (undecided: Undecided) => void): void {
  const { clause, name, within, lines, allowed } = ruled;
  const last = lines.at(-1);
  if (last === undefined) return;
  const spot = spotOfLine(name, last);
  const isUnderlined = lines.some((line) => visibleRuns(line).some(({ look }) => look.isUnderlined));
  if (isUnderlined)
    report({
      clause,
      spot,
      thing: `${name} được gạch chân`,
      found: 'gạch chân',
      allowed: `không gạch chân, phía dưới có ${allowed}`,
      hint: HINT,
    });
  const hasStray = inspected.parts.head.lines.some(({ paragraph }) =>
    paragraph.drawings.some(({ kind }) => kind === 'line'),
  );
  const rule = ruleUnder(last, inspected.word, hasStray);
  switch (rule.kind) {
    case 'measured':
      checkStroke(ruled, last, rule, report);
      if (rule.isSure) checkLength(ruled, last, rule.length, report);
      else
        unsure({
          clause,
          spot,
          thing: `Đường kẻ dưới ${within} là dấu gạch gõ ở trên dòng, chương trình soạn thảo tự thu nhỏ`,
          allowed,
        });
      return;
    case 'drawn':
      if (rule.length !== undefined) checkLength(ruled, last, rule.length, report);
      unsure({
        clause,
        spot,
        thing: `Đường kẻ dưới ${within} là hình vẽ, vị trí chỉ thấy trên trang`,
        allowed: `${allowed}, đặt cân đối dưới dòng chữ`,
      });
      return;
    case 'unmeasured':
      unsure({ clause, spot, thing: `Đường kẻ dưới ${within} là viền của đoạn không rõ độ rộng`, allowed });
      return;
    case 'none':
      if (!isUnderlined)
        report({ clause, spot, thing: `Dưới ${within} không có đường kẻ`, found: 'không có', allowed, hint: HINT });
  }
}

/** Đường kẻ under motto, issuing body and abstract: that there is one, no underline, and how long it is (C2, C4, C8). */
export const formatRuleLine: FormatRule = {
  ...FORMAT_RULE_LINE,
  check: (inspected, report, unsure) => {
    for (const ruled of ruledIn(inspected)) check(ruled, inspected, report, unsure);
  },
};
