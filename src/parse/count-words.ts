import type { CountUnit } from '../model/directive.ts';
import { matchKey } from '../vi/text.ts';

/** What people write behind a number, and what it may count (đơn vị đếm). One word may count several things. */
const WORDS: readonly (readonly [string, readonly CountUnit[]])[] = [
  ['người', ['person']],
  ['người dân', ['person']],
  ['công dân', ['person']],
  ['nhân khẩu', ['person']],
  ['thành viên', ['person']],
  ['hội viên', ['person']],
  ['đoàn viên', ['person']],
  ['học sinh', ['person']],
  ['cán bộ', ['person']],
  ['lượt', ['turn']],
  ['lượt người', ['turn']],
  ['lần', ['turn']],
  ['hộ', ['household']],
  ['hộ dân', ['household']],
  ['hộ gia đình', ['household']],
  ['tin', ['item']],
  ['bài', ['item']],
  ['tin bài', ['item']],
  ['tin, bài', ['item']],
  ['bài viết', ['item']],
  ['video', ['item']],
  ['buổi', ['session', 'event']],
  ['cuộc', ['session', 'event']],
  ['đợt', ['session', 'event']],
  ['lớp', ['session', 'event']],
  ['phiên', ['session']],
  ['hội nghị', ['session', 'event']],
  ['hoạt động', ['event']],
  ['sự kiện', ['event']],
  ['chương trình', ['event', 'item']],
];

const BY_KEY = new Map(WORDS.map(([word, counts]) => [matchKey(word), counts]));

const NUMBER_AND_WORD = /^([+\-−]?\d[\d.,\s]*?)\s*([\p{L}][\p{L}\s,]*)\.?$/u;

/** A number with the word behind it, such as `1.234 người`; undefined when nothing follows, or no word that counts. */
export function splitCountWord(
  text: string,
): { readonly number: string; readonly word: string; readonly counts: readonly CountUnit[] } | undefined {
  const match = NUMBER_AND_WORD.exec(text.trim());
  const [, number = '', word = ''] = match ?? [];
  const counts = BY_KEY.get(matchKey(word));
  return counts === undefined ? undefined : { number, word, counts };
}

/** What a number of that kind counts, for a sentence. */
export function countNoun(counts: CountUnit): string {
  switch (counts) {
    case 'person':
      return 'người';
    case 'turn':
      return 'lượt';
    case 'household':
      return 'hộ';
    case 'item':
      return 'tin, bài';
    case 'session':
      return 'buổi';
    case 'event':
      return 'hoạt động';
    case 'percent':
      return 'phần trăm';
  }
}
