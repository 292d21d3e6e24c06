import { FORMAT_PAPER } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { measure, spotOfSection } from '../wording.ts';

/** What programs round paper sizes by, in millimetres. */
const TOLERANCE = 1;

/** Khổ giấy: every page of the document is A4, upright or turned (P1). */
export const formatPaper: FormatRule = {
  ...FORMAT_PAPER,
  check: ({ word, profile }, report) => {
    const { width, height } = profile.allowed.page;
    word.sections.forEach(({ page }, section) => {
      const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
      if (Math.abs(short - width) <= TOLERANCE && Math.abs(long - height) <= TOLERANCE) return;
      const found = `${measure(page.width)} × ${measure(page.height)} mm`;
      report({
        clause: 'P1',
        spot: spotOfSection('Khổ giấy', section),
        thing: `Khổ giấy là ${found}`,
        found,
        allowed: `A4 (${width} × ${height} mm)`,
        hint: 'Vào thẻ Bố cục (Layout) → Kích cỡ (Size), chọn A4, áp dụng cho toàn văn bản',
      });
    });
  },
};
