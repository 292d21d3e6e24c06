import { quoteValue } from '../../vi/text.ts';
import { areLevel } from '../parts/level.ts';
import { FORMAT_DATE_LINE } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

const ALLOWED = 'địa danh, dấu phẩy, rồi “ngày … tháng … năm …” viết đầy đủ';

/** Địa danh và thời gian ban hành: how it is written, and that it stands level with the number (C6). */
export const formatDateLine: FormatRule = {
  ...FORMAT_DATE_LINE,
  check: ({ parts: { head } }, report, unsure) => {
    const { date, number, lines } = head;
    if (date === undefined) return;
    const spot = spotOfLine('Địa danh, ngày tháng', date);
    const isComplete = /^[^,]+,\s*ngày(?:\s|\d|…|\.).*tháng(?:\s|\d|…|\.).*năm/u.test(date.text);
    const place = date.text.split(/,|\bngày/u)[0]?.trim() ?? '';
    if (!isComplete || /^\p{Ll}/u.test(place)) {
      const hint = 'Ghi theo mẫu: Tên xã, ngày 05 tháng 3 năm 2026';
      report({
        clause: 'C6',
        spot,
        thing: `Dòng địa danh, ngày tháng ghi ${quoteValue(date.text)}`,
        found: quoteValue(date.text),
        allowed: ALLOWED,
        hint,
      });
    }
    if (number === undefined) return;
    const level = areLevel(number, date, lines);
    const allowed = 'trên cùng một dòng với số, ký hiệu';
    if (level === undefined)
      unsure({
        clause: 'C6',
        spot,
        thing: 'Địa danh, ngày tháng và số, ký hiệu nằm ở hai khung hoặc hai đoạn khác nhau',
        allowed,
      });
    if (level === false) {
      const hint = 'Đặt số, ký hiệu và địa danh, ngày tháng vào cùng một hàng của bảng phần đầu văn bản';
      report({
        clause: 'C6',
        spot,
        thing: 'Địa danh, ngày tháng ở khác hàng với số, ký hiệu',
        found: 'khác hàng',
        allowed,
        hint,
      });
    }
  },
};
