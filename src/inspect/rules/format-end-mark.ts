import type { Line } from '../parts/lines.ts';
import { FORMAT_END_MARK } from '../problems.ts';
import type { FormatRule, Report } from '../rule.ts';
import { quoteEnd, spotOfLine } from '../wording.ts';

function check(line: Line | undefined, name: string, report: Report): void {
  if (line === undefined || line.text.endsWith('./.')) return;
  const found = quoteEnd(line.text);
  report({
    clause: 'C17',
    spot: spotOfLine(name, line),
    thing: `${name} kết thúc bằng ${found}`,
    found,
    allowed: '“./.” ở cuối',
    hint: 'Gõ “./.” thay cho dấu chấm ở cuối đoạn này',
  });
}

/** `./.` closes the text, and each appendix. All the decree's samples show it, no rule says it: a warning (C17). */
export const formatEndMark: FormatRule = {
  ...FORMAT_END_MARK,
  check: ({ parts: { kind, lastLine, appendices } }, report) => {
    if (kind === 'titled' || kind === 'letter') check(lastLine, 'Lời văn', report);
    for (const { label, last } of appendices) check(last, label.text, report);
  },
};
