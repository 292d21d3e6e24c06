import { romanNumber } from '../../vi/outline-numbers.ts';
import { quoteValue } from '../../vi/text.ts';
import { shownText } from '../parts/lines.ts';
import type { Appendix } from '../parts/parts.ts';
import { FORMAT_APPENDIX } from '../problems.ts';
import type { FormatRule, Inspected, Report } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

/** Nobody counts further in Roman numbers; a hostile file has more appendices. */
const MOST = 399;

function checkNumber({ label }: Appendix, index: number, count: number, report: Report): void {
  const number = label.text.replace(/^phụ lục(?: số)?\s*/iu, '').replace(/[.:\s]+$/u, '');
  if (count < 2 || index >= MOST) return;
  const wanted = romanNumber(index + 1);
  if (number === wanted) return;
  report({
    clause: 'A1',
    spot: spotOfLine(label.text, label),
    thing: `Phụ lục thứ ${index + 1} ghi ${quoteValue(label.text)}`,
    found: quoteValue(label.text),
    allowed: `${quoteValue(`Phụ lục ${wanted}`)}, từ hai phụ lục trở lên đánh số thứ tự bằng chữ số La Mã`,
    hint: `Ghi lại là “Phụ lục ${wanted}”`,
  });
}

function checkReference({ label, reference }: Appendix, report: Report): void {
  const text = reference.map((line) => line.text).join(' ');
  if (/^\(Kèm theo .*số[\s\d….].*(?:ngày|tháng).*\)$/u.test(text)) return;
  const thing =
    text === ''
      ? `${label.text} không có dòng chỉ dẫn kèm theo văn bản`
      : `Dòng chỉ dẫn của ${label.text} ghi ${quoteValue(text)}`;
  report({
    clause: 'A3',
    spot: spotOfLine(label.text, reference[0] ?? label),
    thing,
    found: text === '' ? 'không có' : quoteValue(text),
    allowed: '“(Kèm theo … số …/… ngày … tháng … năm … của …)”',
    hint: 'Thêm dòng “(Kèm theo … số … ngày … tháng … năm … của …)” dưới tên phụ lục; văn bản điện tử để trống số và ngày',
  });
}

function isMentioned({ parts, word }: Inspected): boolean {
  const labels = new Set(parts.appendices.map(({ label }) => label.paragraph));
  return word.sections.some(({ paragraphs }) =>
    paragraphs.some((paragraph) => !labels.has(paragraph) && /(?:phụ|phu) lục/iu.test(shownText(paragraph.runs))),
  );
}

/** Phụ lục: mentioned in the text, Roman numbers, the line that refers to the document (A1, A3). */
export const formatAppendix: FormatRule = {
  ...FORMAT_APPENDIX,
  check: (inspected, report) => {
    const { appendices, kind } = inspected.parts;
    appendices.forEach((appendix, index) => {
      checkNumber(appendix, index, appendices.length, report);
      checkReference(appendix, report);
    });
    const [first] = appendices;
    if (first === undefined || kind === 'appendix' || isMentioned(inspected)) return;
    report({
      clause: 'A1',
      spot: spotOfLine(first.label.text, first.label),
      thing: `Trong văn bản không nhắc đến ${first.label.text}`,
      found: 'không có',
      allowed: 'văn bản có chỉ dẫn về phụ lục kèm theo',
      hint: 'Thêm vào lời văn chỗ dẫn đến phụ lục, ví dụ “(chi tiết tại Phụ lục I)”',
    });
  },
};
