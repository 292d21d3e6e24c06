import { quoteValue } from '../../vi/text.ts';
import type { Run } from '../content/word-document.ts';
import { urgencyNamed } from '../parts/words.ts';
import { FORMAT_UNVERIFIABLE } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/**
 * What takes a page laid out, and eyes. The other rules hand over what they cannot decide; here is what no other rule looks at: the
 * boxes of stamps (C18), and the address line at the foot of page 1, which looks like any line (C19).
 */
export const formatUnverifiable: FormatRule = {
  ...FORMAT_UNVERIFIABLE,
  check: ({ parts, word, profile }, _report, unsure) => {
    const stamp = parts.head.urgency;
    const named = stamp === undefined ? undefined : urgencyNamed(stamp.text);
    if (stamp !== undefined && named !== undefined) {
      const [width, height] = profile.allowed.urgencyBox[named];
      unsure({
        clause: 'C18',
        spot: spotOfLine('Dấu chỉ mức độ khẩn', stamp),
        thing: `Khung của dấu ${quoteValue(stamp.text)}`,
        allowed: `khung viền đơn ${width} mm × ${height} mm`,
      });
    }
    const [first] = word.sections;
    const foot = first?.footers[first.hasTitlePage ? 'first' : 'default']?.paragraphs ?? [];
    const hasNumber = (runs: readonly Run[]): boolean => runs.some(({ field }) => field === 'page');
    const address = foot.find(
      ({ runs }) => !hasNumber(runs) && runs.some(({ text, field }) => field === undefined && /\p{L}/u.test(text)),
    );
    if (address === undefined) return;
    unsure({
      clause: 'C19',
      spot: { label: 'Chân trang thứ nhất', paragraph: address.number },
      thing: 'Chân trang thứ nhất có chữ, có thể là địa chỉ cơ quan',
      allowed: 'cỡ chữ từ 11 đến 12, chữ đứng, dưới đường kẻ dài hết chiều ngang',
    });
  },
};
