import { quoteValue } from '../../vi/text.ts';
import type { Line } from '../parts/lines.ts';
import { FORMAT_RECIPIENTS } from '../problems.ts';
import type { FormatRule, Inspected, Report } from '../rule.ts';
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

/** Nơi nhận: its colon, dashes, marks at the ends, its first and last entry (C15, C16). */
export const formatRecipients: FormatRule = {
  ...FORMAT_RECIPIENTS,
  check: (inspected, report) => {
    const { label, recipients } = inspected.parts.signature;
    if (label === undefined) return;
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
    const entries = entriesOf(recipients);
    entries.forEach((entry, index) => {
      checkEntry(entry, index === entries.length - 1, report);
    });
    checkOrder(inspected, entries, report);
  },
};
