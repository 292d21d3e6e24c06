import { textWidth } from '../../profiles/times-new-roman.ts';
import { quoteValue } from '../../vi/text.ts';
import type { Line } from '../parts/lines.ts';
import type { Addressees } from '../parts/parts.ts';
import { FORMAT_ADDRESSEE_LIST } from '../problems.ts';
import type { FormatRule, Report, Undecided } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** How far a dash may stand beside the colon, in points: less than a letter. */
const TOLERANCE = 8;

const NAME = 'Kính gửi';

function start({ paragraph: { look } }: Line): number {
  return look.left + look.firstLine;
}

/** Whether the dashes stand below the colon: undefined where tabs or the middle of the page decide. */
function isUnderColon(label: Line, name: Line): boolean | undefined {
  const [above, below] = [label.paragraph, name.paragraph];
  const isPlain = [above, below].every(
    ({ look, runs }) => look.align !== 'center' && !runs.some(({ text }) => text.includes('\t')),
  );
  if (!isPlain || above.place.kind !== 'flow') return undefined;
  const colon = start(label) + textWidth('Kính gửi', label.runs[0]?.look.size ?? 14, 'regular');
  return Math.abs(start(name) - colon) <= TOLERANCE;
}

function checkSeveral({ label, names }: Addressees, report: Report, unsure: (undecided: Undecided) => void): void {
  names.forEach((name, index) => {
    const isLast = index === names.length - 1;
    const mark = isLast ? '.' : ';';
    if (name.text.endsWith(mark) || !/\p{L}/u.test(name.text)) return;
    const words = isLast ? 'dòng cuối cùng kết thúc bằng dấu chấm (.)' : 'cuối mỗi dòng có dấu chấm phẩy (;)';
    report({
      clause: 'C14',
      spot: spotOfLine(NAME, name),
      thing: `Dòng nơi nhận ghi ${quoteValue(name.text)}`,
      found: quoteValue(name.text),
      allowed: words,
      hint: `Thêm dấu “${mark}” ở cuối dòng`,
    });
  });
  const [first] = names;
  if (first === undefined) return;
  const allowed = 'các gạch đầu dòng thẳng hàng với nhau dưới dấu hai chấm (:)';
  const under = isUnderColon(label, first);
  if (under === undefined)
    unsure({
      clause: 'C14',
      spot: spotOfLine(NAME, first),
      thing: 'Gạch đầu dòng dưới “Kính gửi:” căn bằng Tab hoặc canh giữa',
      allowed,
    });
  if (under === false) {
    const hint = 'Kéo thụt lề trái (Left Indent) của các dòng gạch đầu dòng về ngay dưới dấu hai chấm';
    report({
      clause: 'C14',
      spot: spotOfLine(NAME, first),
      thing: 'Gạch đầu dòng không nằm dưới dấu hai chấm của “Kính gửi:”',
      found: 'lệch',
      allowed,
      hint,
    });
  }
}

/** How the addressees are written: one on the line, several below with dashes (C14). */
export const formatAddresseeList: FormatRule = {
  ...FORMAT_ADDRESSEE_LIST,
  check: ({ parts: { addressees } }, report, unsure) => {
    if (addressees === undefined) return;
    const { label, onLine, names } = addressees;
    const spot = spotOfLine(NAME, label);
    if (!label.text.startsWith('Kính gửi:')) {
      report({
        clause: 'C14',
        spot,
        thing: `Ghi ${quoteValue(label.text)}`,
        found: quoteValue(label.text),
        allowed: '“Kính gửi:”, có dấu hai chấm',
        hint: 'Ghi “Kính gửi:”',
      });
    }
    const isMixed = onLine !== '' && names.length > 0;
    if (isMixed || (onLine === '' && names.length === 1) || (onLine.includes(';') && /\p{L}/u.test(onLine))) {
      const allowed = 'một nơi nhận ghi cùng dòng; từ hai nơi nhận trở lên xuống dòng, mỗi nơi một dòng';
      report({
        clause: 'C14',
        spot,
        thing: `Nơi nhận sau “Kính gửi:” ghi ${quoteValue(onLine === '' ? (names[0]?.text ?? '') : onLine)}`,
        found: names.length + (onLine === '' ? 0 : 1),
        allowed,
        hint: 'Viết lại danh sách nơi nhận sau “Kính gửi:” theo mẫu 1.5 của Phụ lục III',
      });
    }
    if (names.length > 1) checkSeveral(addressees, report, unsure);
  },
};
