import { quoteValue } from '../../vi/text.ts';
import { FORMAT_SIGNER } from '../problems.ts';
import type { FormatRule, Inspected } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** `T/M`, `KT `, `TL:` for `TM.`, `KT.`, `TL.`. */
const WRONG_POWER = /^(?:T\/M|K\/T|T\/L|(?:TM|KT|TL|TUQ|Q)(?:\s*[:,;-]|\s+(?=\p{L})))/u;

const TITLE =
  /^(?:GS|PGS|TS|TSKH|ThS|Th\.S|BS|BSCK|CN|KS|KTS|DS|NGND|NGƯT|NSND|NSƯT|AHLĐ|Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Cử nhân|Kỹ sư|Nhà giáo|Nghệ sĩ)(?:\.|\s|,)/iu;

/** Whose sector may rule otherwise: schools, health, science, armed forces. */
const EXEMPT = /TRƯỜNG|BỆNH VIỆN|TRẠM Y TẾ|TRUNG TÂM Y TẾ|VIỆN|ĐẠI HỌC|HỌC VIỆN|CÔNG AN|QUÂN SỰ|QUÂN ĐỘI|BIÊN PHÒNG/u;

function isExempt({ parts: { head } }: Inspected): boolean {
  return [...head.superior, ...head.issuer].some(({ text }) => EXEMPT.test(text.toLocaleUpperCase('vi')));
}

/** Quyền hạn, họ tên: how the powers are abbreviated, and no academic or honorary titles before a name (C12, C13). */
export const formatSigner: FormatRule = {
  ...FORMAT_SIGNER,
  check: (inspected, report, unsure) => {
    const { authority, name } = inspected.parts.signature;
    for (const line of authority) {
      if (!WRONG_POWER.test(line.text)) continue;
      const found = quoteValue(line.text);
      const hint = 'Ghi chữ viết tắt quyền hạn có dấu chấm: TM., KT., TL., TUQ., Q.';
      report({
        clause: 'C12',
        spot: spotOfLine('Quyền hạn, chức vụ', line),
        thing: `Quyền hạn ghi ${found}`,
        found,
        allowed: 'TM., KT., TL., TUQ. hoặc Q. trước chức vụ',
        hint,
      });
    }
    if (name === undefined || !TITLE.test(name.text)) return;
    const spot = spotOfLine('Họ tên người ký', name);
    const title = quoteValue(TITLE.exec(name.text)?.[0] ?? '');
    const allowed = 'không ghi học hàm, học vị, danh hiệu danh dự trước họ tên';
    if (isExempt(inspected))
      unsure({
        clause: 'C13',
        spot,
        thing: `Trước họ tên người ký có ${title}; ngành giáo dục, y tế, khoa học, lực lượng vũ trang có quy định riêng`,
        allowed,
      });
    else
      report({
        clause: 'C13',
        spot,
        thing: `Trước họ tên người ký có ${title}`,
        found: title,
        allowed,
        hint: 'Xóa phần trước họ tên người ký',
      });
  },
};
