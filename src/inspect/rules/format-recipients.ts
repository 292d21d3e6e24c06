import { quoteValue } from '../../vi/text.ts';
import { areLevel } from '../parts/level.ts';
import { hasLetters, type Line } from '../parts/lines.ts';
import { TYPES_SIGNED_BY_TWO } from '../parts/words.ts';
import { FORMAT_RECIPIENTS } from '../problems.ts';
import type { FormatRule, Inspected, Report, Undecided } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

const NAME = 'Nơi nhận';

/** A list entry with the lines that go on with it. */
function entriesOf(lines: readonly Line[]): readonly { readonly first: Line; readonly text: string }[] {
  const entries: { first: Line; text: string }[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (last === undefined || /^[-–—+•*]|^lưu\b/iu.test(line.text)) entries.push({ first: line, text: line.text });
    else last.text = `${last.text} ${line.text}`;
  }
  return entries;
}

function checkEntry(
  { first, text }: { readonly first: Line; readonly text: string },
  isLast: boolean,
  report: Report,
): void {
  const spot = spotOfLine(NAME, first);
  const base = { clause: 'C16', spot, thing: `Nơi nhận ghi ${quoteValue(text)}`, found: quoteValue(text) } as const;
  if (!text.startsWith('-')) report({ ...base, allowed: 'đầu dòng có gạch đầu dòng (-)', hint: 'Gõ “- ” ở đầu dòng' });
  const mark = isLast ? '.' : ';';
  if (!text.endsWith(mark)) {
    const allowed = isLast ? 'dòng cuối cùng kết thúc bằng dấu chấm (.)' : 'cuối dòng có dấu chấm phẩy (;)';
    report({ ...base, allowed, hint: `Đặt dấu “${mark}” ở cuối dòng` });
  }
}

function checkOrder(
  { parts }: Inspected,
  entries: readonly { readonly first: Line; readonly text: string }[],
  report: Report,
): void {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return;
  if (!/^\W*lưu\s*:\s*VT(?:\P{L}|$)/iu.test(last.text)) {
    const hint = 'Thêm dòng cuối “- Lưu: VT, …” với chữ viết tắt của đơn vị soạn thảo';
    report({
      clause: 'C16',
      spot: spotOfLine(NAME, last.first),
      thing: `Dòng cuối của Nơi nhận ghi ${quoteValue(last.text)}`,
      found: quoteValue(last.text),
      allowed: '“- Lưu: VT, …”',
      hint,
    });
  }
  if (parts.addressees === undefined || /^\W*như /iu.test(first.text)) return;
  const hint = 'Thêm dòng đầu “- Như trên;”';
  report({
    clause: 'C16',
    spot: spotOfLine(NAME, first.first),
    thing: `Dòng đầu của Nơi nhận ghi ${quoteValue(first.text)}`,
    found: quoteValue(first.text),
    allowed: '“- Như trên;” khi văn bản có “Kính gửi”',
    hint,
  });
}

/** `Nơi nhận` stands level with the power of who signs. */
function checkLevel(
  { parts: { signature, title } }: Inspected,
  label: Line,
  report: Report,
  unsure: (undecided: Undecided) => void,
): void {
  const [authority] = signature.authority;
  if (authority === undefined || TYPES_SIGNED_BY_TWO.includes(title?.type ?? '')) return;
  const base = {
    clause: 'C15',
    spot: spotOfLine(NAME, label),
    allowed: 'ngang hàng với dòng chữ quyền hạn, chức vụ của người ký',
  } as const;
  const level = areLevel(label, authority, signature.lines);
  if (level === undefined)
    unsure({
      ...base,
      thing: 'Từ “Nơi nhận” và quyền hạn, chức vụ của người ký nằm ở hai khung hoặc hai đoạn khác nhau',
    });
  if (level === false)
    report({
      ...base,
      thing: 'Từ “Nơi nhận” ở khác hàng với quyền hạn, chức vụ của người ký',
      found: 'khác hàng',
      hint: 'Đặt “Nơi nhận:” và quyền hạn, chức vụ của người ký vào cùng một hàng của bảng phần cuối văn bản',
    });
}

/** What the ruler rounds an indent by, in points: less than is seen. */
const NEAR_EDGE = 9;

/** `Nơi nhận` and its list begin at the left margin. */
function checkEdge(lines: readonly Line[], report: Report): void {
  const wrong = lines.find(({ paragraph: { look } }) => {
    const isLeft = look.align === 'left' || look.align === 'justify';
    return !isLeft || Math.abs(look.left + Math.min(0, look.firstLine)) > NEAR_EDGE;
  });
  if (wrong === undefined) return;
  report({
    clause: 'C15',
    spot: spotOfLine(NAME, wrong),
    thing: `${quoteValue(wrong.text)} không sát lề trái`,
    found: 'không sát lề trái',
    allowed: 'từ “Nơi nhận” và các gạch đầu dòng sát lề trái',
    hint: 'Chọn phần Nơi nhận, nhấn Ctrl+L và kéo thụt lề trái (Left Indent) về 0',
  });
}

/** Nơi nhận: its colon, its place, dashes, marks at the ends, its first and last entry (C15, C16). */
export const formatRecipients: FormatRule = {
  ...FORMAT_RECIPIENTS,
  check: (inspected, report, unsure) => {
    const { label, recipients } = inspected.parts.signature;
    if (label === undefined) return;
    checkLevel(inspected, label, report, unsure);
    checkEdge([label, ...recipients], report);
    if (!label.text.endsWith(':')) {
      report({
        clause: 'C15',
        spot: spotOfLine(NAME, label),
        thing: `Ghi ${quoteValue(label.text)}`,
        found: quoteValue(label.text),
        allowed: '“Nơi nhận:”, có dấu hai chấm',
        hint: 'Thêm dấu hai chấm sau từ “Nơi nhận”',
      });
    }
    // Dots are still to be filled in.
    const entries = entriesOf(recipients).filter(({ text }) => hasLetters(text));
    entries.forEach((entry, index) => {
      checkEntry(entry, index === entries.length - 1, report);
    });
    checkOrder(inspected, entries, report);
  },
};
