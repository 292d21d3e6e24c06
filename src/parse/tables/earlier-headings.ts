import { remembered } from '../../vi/remembered.ts';
import { matchKey } from '../../vi/text.ts';

const EARLIER = String.raw`(?:(?:kỳ|kì|đợt|lần)(?: báo cáo)?|báo cáo(?: kỳ| kì| tháng| quý)?|tháng|quý|năm)(?: liền)? trước`;
/** The heading itself is about an earlier round: `Kỳ trước (2025-09)`, `Số liệu kỳ trước`. */
const ABOUT = new RegExp(
  `^(?:số|số liệu|số lượng|kết quả|giá trị|thực hiện|đã báo cáo)?(?: của| ở)? ?(?:${EARLIER}|cùng kỳ)(?!\\p{L})`,
  'u',
);
/** A remark in brackets says so: `Số liệu (kỳ trước)`. */
const REMARKED = new RegExp(`[([][^()[\\]]*(?<!\\p{L})(?:${EARLIER}|cùng kỳ)(?!\\p{L})[^()[\\]]*[)\\]]`, 'u');
/** The column of the form with the numbers of the round before. */
const PREVIOUS_ROUND = /^(?:số |số liệu )?k[ỳì] trước(?!\p{L})/u;

/** No heading is longer; in characters. */
const LONGEST_HEADING = 300;

/**
 * Whether the heading is about an earlier round, so that nothing below it is an answer for this one. The words of a directive come
 * first: a column or number that the directive calls so is what it says.
 */
export function isEarlierHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && isEarlier(text);
}

const isEarlier = remembered((text) => {
  const key = matchKey(text);
  return ABOUT.test(key) || REMARKED.test(key);
});

/** Whether it is the heading of the form's column with the numbers of the round before. */
export function isPreviousRoundHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && PREVIOUS_ROUND.test(matchKey(text));
}
