import { TEMPLATE_INVALID, TemplateFault, tooComplex, type FaultDescription } from './problems.ts';
import { originAt, type Traced } from './provenance.ts';

/**
 * The most that the wording itself may write into one paragraph, in characters: ten pages. The parser needs quadratic time for marks of
 * emphasis within one. Words of the data hold none that count: a list of 2,000 units may be as long as it is.
 */
const MAX_PARAGRAPH_LENGTH = 20_000;
/** Notes in notes and lists in lists on one line: they have no place in a report, and need quadratic time too. */
const NESTED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){4}/u;

/** Refuses what no report contains and what would keep the parser busy for minutes. */
export function refuseHostile(traced: Traced): void {
  let begin = 0;
  let paragraph = 0;
  for (const line of traced.markdown.split('\n')) {
    const written = traced.origins.slice(begin, begin + line.length).filter((origin) => origin >= 0).length;
    paragraph = /^\s*(?:$|[-+*#>]|\d)/u.test(line) ? written : paragraph + written;
    if (paragraph > MAX_PARAGRAPH_LENGTH) throw new TemplateFault(tooComplex(), originAt(traced, begin));
    if (NESTED.test(line)) throw new TemplateFault(unsupported('nested-list'), originAt(traced, begin));
    begin += line.length + 1;
  }
}

/** The fault of `## ` with nothing behind it. */
export function emptyHeading(): FaultDescription {
  return {
    problem: TEMPLATE_INVALID,
    message: 'Tiêu đề không có chữ nào',
    hint: 'Viết tên mục sau dấu #, hoặc xóa dòng này',
  };
}

const CONSTRUCTS: Readonly<Record<string, string>> = {
  blockquote: 'Ghi chú (dấu >) nằm trong phần khác',
  code: 'Khối mã (dấu ```)',
  'deep-heading': 'Tiêu đề quá bốn cấp',
  definition: 'Định nghĩa liên kết',
  html: 'Mã HTML',
  image: 'Hình ảnh',
  imageReference: 'Hình ảnh',
  inlineCode: 'Chữ trong dấu `',
  link: 'Liên kết',
  linkReference: 'Liên kết',
  'nested-list': 'Ghi chú hoặc gạch đầu dòng nhiều cấp',
  thematicBreak: 'Đường kẻ ngang',
};

/** The fault of a Markdown construct that no block of a report stands for. */
export function unsupported(construct: string): FaultDescription {
  return {
    problem: TEMPLATE_INVALID,
    message: `${CONSTRUCTS[construct] ?? 'Cách viết này'} không dùng được trong mẫu báo cáo`,
    hint: 'Viết lại bằng tiêu đề (#), đoạn văn, gạch đầu dòng (-), chữ đậm (**), chữ nghiêng (*) hoặc ghi chú (>); muốn in đúng ký hiệu thì đặt dấu \\ phía trước',
  };
}
