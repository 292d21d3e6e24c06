import type { CountUnit } from '../../model/directive.ts';
import { plainTyping } from '../../vi/plain-typing.ts';
import { matchKey } from '../../vi/text.ts';

/** What people write behind a number, and what it may count (đơn vị đếm). One word may count several things. */
const WORDS: readonly (readonly [readonly CountUnit[], readonly string[]])[] = [
  [
    ['person'],
    ['người', 'người dân', 'công dân', 'nhân khẩu', 'khẩu', 'thành viên', 'hội viên', 'đoàn viên', 'đảng viên'],
  ],
  [['person'], ['học sinh', 'giáo viên', 'cán bộ', 'đồng chí', 'đ/c', 'em', 'cháu']],
  [['turn'], ['lượt', 'lượt người', 'lần']],
  [['household'], ['hộ', 'hộ dân', 'hộ gia đình']],
  [['item'], ['tin', 'bài', 'tin bài', 'tin, bài', 'tin/bài', 'tin - bài', 'tin và bài', 'bài viết', 'video']],
  [
    ['session', 'event'],
    ['buổi', 'cuộc', 'đợt', 'lớp', 'hội nghị'],
  ],
  [['session'], ['phiên']],
  [['event'], ['hoạt động', 'sự kiện']],
  [['event', 'item'], ['chương trình']],
];

const BY_KEY = new Map(WORDS.flatMap(([counts, words]) => words.map((word) => [matchKey(word), counts])));

const NUMBER_AND_WORD = /^(-?\d[\d.,' ]*?)\s*(\p{L}[\p{L}\s,/-]*)\.?$/u;
const DOTS_AND_WORD = /^[.…_\s]+(\p{L}[\p{L}\s,/-]*)$/u;
/** No word for what is counted is longer; in words. */
const MOST_WORDS = 4;

/** A number with the word behind it, such as `1.234 người`; undefined when nothing follows, or no word that counts. */
export function splitCountWord(
  text: string,
): { readonly number: string; readonly word: string; readonly counts: readonly CountUnit[] } | undefined {
  const [, number = '', word = ''] = NUMBER_AND_WORD.exec(plainTyping(text)) ?? [];
  const counts = BY_KEY.get(matchKey(word));
  return counts === undefined ? undefined : { number, word, counts };
}

/** The text without the word for what is counted at its end: `khoảng ba trăm người` → `khoảng ba trăm`. */
export function cutCountWord(text: string): string {
  const split = splitCountWord(text);
  if (split !== undefined) return split.number;
  const words = text.split(' ');
  const starts = Array.from({ length: MOST_WORDS }, (_, index) => words.length - MOST_WORDS + index);
  const start = starts.find((at) => at > 0 && BY_KEY.has(matchKey(words.slice(at).join(' '))));
  return start === undefined ? text : words.slice(0, start).join(' ');
}

/** `……… người`: the dotted line of a form before the word for what is counted, which nobody has filled in. */
export function isUnfilledCount(text: string): boolean {
  const [, word = ''] = DOTS_AND_WORD.exec(plainTyping(text)) ?? [];
  return BY_KEY.has(matchKey(word));
}
