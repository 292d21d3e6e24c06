import { FORMAT_PAPER } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { measure, sectionsBy, spotOfSections } from '../wording.ts';

/** What programs round paper sizes by, in millimetres. */
const TOLERANCE = 1;

/** Khổ giấy: every page of the document is A4, upright or turned (P1). */
export const formatPaper: FormatRule = {
  ...FORMAT_PAPER,
  check: ({ word, profile }, report) => {
    const { width, height } = profile.allowed.page;
    const wrong = sectionsBy(word.sections, ({ page }) => {
      const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
      const isA4 = Math.abs(short - width) <= TOLERANCE && Math.abs(long - height) <= TOLERANCE;
      return isA4 ? undefined : `${measure(page.width)} × ${measure(page.height)} mm`;
    });
    for (const [found, sections] of wrong) {
      report({
        clause: 'P1',
        spot: spotOfSections('Khổ giấy', sections),
        thing: `Khổ giấy là ${found}`,
        found,
        allowed: `A4 (${width} × ${height} mm)`,
        hint: 'Vào thẻ Bố cục (Layout) → Kích cỡ (Size), chọn A4, áp dụng cho toàn văn bản',
      });
    }
  },
};
