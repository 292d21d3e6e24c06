import { numberPlaces } from '../page-numbers.ts';
import { FORMAT_PAGE_NUMBER_RESTART } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** Số trang of each appendix is counted by itself: it begins a section that begins at 1 (P6). */
export const formatPageNumberRestart: FormatRule = {
  ...FORMAT_PAGE_NUMBER_RESTART,
  check: ({ word, parts }, report) => {
    if (numberPlaces(word).length === 0) return;
    for (const [index, { label, section, beginsSection }] of parts.appendices.entries()) {
      const number = word.sections[section]?.firstNumber;
      // A file begins at 1 by itself.
      const beginsFile = section === 0 && (beginsSection || (parts.kind === 'appendix' && index === 0));
      if (beginsFile ? number === undefined || number === 1 : beginsSection && number === 1) continue;
      const name = label.text;
      report({
        clause: 'P6',
        spot: spotOfLine(name, label),
        thing: beginsSection
          ? `Số trang của ${name} ${number === undefined ? 'đánh tiếp theo phần trước' : `bắt đầu từ ${number}`}`
          : `${name} không tách thành phần (section) riêng nên số trang đánh tiếp theo phần trước`,
        found: number ?? 'đánh tiếp',
        allowed: 'số trang đánh riêng theo từng phụ lục, từ số 1',
        hint: beginsSection
          ? 'Đặt con trỏ ở phụ lục, vào Định dạng số trang (Format Page Numbers), đặt Bắt đầu từ (Start at) 1'
          : 'Đặt con trỏ trước phụ lục, vào Bố cục (Layout) → Ngắt (Breaks) → Trang tiếp theo (Next Page), rồi đặt số trang bắt đầu từ 1',
      });
    }
  },
};
