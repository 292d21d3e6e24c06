import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { TEMPLATE_INVALID, TEMPLATE_NAME_UNKNOWN, type FaultDescription } from './problems.ts';

/** What a tag of the wording asks for; resolved when the whole text is known. `offset` is the tag's place in the template. */
export type Mark =
  /** A generated table or chart; `subject` is what it is about, when one is made for each of several things. */
  | {
      readonly kind: 'chart' | 'table';
      readonly name: string;
      readonly subject: string | undefined;
      readonly offset: number;
    }
  /** The start of an appendix. */
  | {
      readonly kind: 'appendix';
      readonly name: string;
      readonly orientation: 'portrait' | 'landscape';
      readonly offset: number;
    }
  /** The label of an appendix inside a sentence. */
  | { readonly kind: 'ref'; readonly name: string; readonly offset: number }
  /** A cited document inside a sentence: in full the first time, short afterwards. */
  | { readonly kind: 'cite'; readonly name: string; readonly offset: number };

/** The tags that leave a mark, each with the word that its one option has; '' for none. */
export const MARK_TAGS = { appendix: 'orientation', chart: 'of', cite: '', ref: '', table: 'of' } as const;

export type MarkTag = keyof typeof MARK_TAGS;

/** The names that the tags may use; undefined: any. */
export type KnownNames = Readonly<Record<MarkTag, readonly string[] | undefined>>;

/** How a fault calls what the tag names. */
const THINGS: Readonly<Record<MarkTag, string>> = {
  appendix: 'phụ lục',
  cite: 'văn bản viện dẫn',
  ref: 'phụ lục',
  chart: 'biểu đồ',
  table: 'bảng',
};

/** The fault that nothing has that name, with the nearest name or all names. */
export function unknownName(what: string, name: string, known: readonly string[]): FaultDescription {
  const all = known.map((one) => `“${one}”`).join(', ');
  return {
    problem: TEMPLATE_NAME_UNKNOWN,
    message: `Không có ${what} ${quoteValue(name)}${didYouMean(name, known)}`,
    hint: known.length === 0 ? 'Xóa chỗ này khỏi mẫu báo cáo' : `Dùng một trong các tên: ${all}`,
  };
}

/** The fault in a mark's name, or undefined when the name is known. */
export function markFault(tag: MarkTag, name: string, known: KnownNames): FaultDescription | undefined {
  const names = known[tag];
  return names === undefined || names.includes(name) ? undefined : unknownName(THINGS[tag], name, names);
}

/** The mark that the tag asks for. */
export function markOf(
  tag: MarkTag,
  name: string,
  option: string | undefined,
  offset: number,
): Mark | FaultDescription {
  switch (tag) {
    case 'chart':
    case 'table':
      return { kind: tag, name, subject: option, offset };
    case 'ref':
    case 'cite':
      return { kind: tag, name, offset };
    case 'appendix': {
      const orientation = option ?? 'landscape';
      if (orientation === 'portrait' || orientation === 'landscape') return { kind: tag, name, orientation, offset };
      return unknownName('hướng giấy', orientation, ['landscape', 'portrait']);
    }
  }
}

/** The fault in a tag that is not written `{% tag "name" option: … %}`. */
export function malformedTag(tag: MarkTag): FaultDescription {
  const option = MARK_TAGS[tag];
  const form = `{% ${tag} "tên"${option === '' ? '' : ` ${option}: …`} %}`;
  return {
    problem: TEMPLATE_INVALID,
    message: `Thẻ {% ${tag} … %} viết chưa đúng, cần có dạng ${form}`,
    hint: `Viết lại thẻ theo dạng ${form}, phần sau tên có thể bỏ`,
  };
}
