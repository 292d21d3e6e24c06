import { ADDRESSED_TYPES } from '../parts/words.ts';
import { FORMAT_ADDRESSEE_MISSING } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { WHOLE } from '../wording.ts';

const HINT = 'Thêm dòng “Kính gửi: …” dưới trích yếu, ghi tên cơ quan nhận văn bản';

/**
 * Kính gửi: in every dispatch, and in a report or proposal that goes to a superior (C14). That it does shows where copies go
 * “như trên”; otherwise the file does not say.
 */
export const formatAddresseeMissing: FormatRule = {
  ...FORMAT_ADDRESSEE_MISSING,
  check: ({ parts }, report, unsure) => {
    if (parts.addressees !== undefined) return;
    const name = parts.title?.type ?? 'Công văn';
    const isAbove = parts.signature.recipients.some(({ text }) => /^\W*như trên/iu.test(text));
    if (parts.kind === 'letter' || (ADDRESSED_TYPES.includes(name) && isAbove)) {
      report({
        clause: 'C14',
        spot: WHOLE,
        thing: `${name} không có dòng “Kính gửi”`,
        found: 'không có',
        allowed: 'dòng “Kính gửi:” và tên nơi nhận',
        hint: HINT,
      });
    } else if (ADDRESSED_TYPES.includes(name)) {
      unsure({
        clause: 'C14',
        spot: WHOLE,
        thing: `${name} không có dòng “Kính gửi”; không rõ văn bản có gửi cơ quan cấp trên hay không`,
        allowed: 'có “Kính gửi:” khi gửi cấp trên',
      });
    }
  },
};
