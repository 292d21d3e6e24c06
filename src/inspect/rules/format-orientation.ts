import { FORMAT_ORIENTATION } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfSection } from '../wording.ts';

/**
 * Kiểu trình bày: upright pages, sideways only where the text itself has tables (P2). Asked of the section with the letterhead: the
 * decree says nothing against appendices that are turned (ADR 0016).
 */
export const formatOrientation: FormatRule = {
  ...FORMAT_ORIENTATION,
  check: ({ word: { sections }, parts }, report) => {
    // A file of nothing but appendices has no page with a letterhead.
    if (parts.kind === 'appendix') return;
    const top = parts.head.nationalName ?? parts.head.motto ?? parts.head.number;
    const at = top === undefined ? 0 : sections.findIndex(({ paragraphs }) => paragraphs.includes(top.paragraph));
    const section = sections[Math.max(0, at)];
    // A table of the letterhead alone places things, and is no table of the text.
    const hasTables =
      parts.body.length > 0 && section?.paragraphs.some(({ place }) => place.kind === 'cell' && place.columns > 2);
    if (section === undefined || !section.page.isLandscape || hasTables === true) return;
    report({
      clause: 'P2',
      spot: spotOfSection('Hướng giấy', Math.max(0, at)),
      thing: 'Trang có phần đầu văn bản đặt theo chiều ngang, trong phần này không có bảng, biểu',
      found: 'ngang',
      allowed: 'trình bày theo chiều dài của khổ A4',
      hint: 'Vào thẻ Bố cục (Layout) → Hướng (Orientation), chọn Dọc (Portrait) cho phần đầu; chỉ để ngang phần có bảng rộng',
    });
  },
};
