import { remembered } from './remembered.ts';
import { matchKey } from './text.ts';

/** What a text that says “unchanged” compares with: the round before, or the month before, which need not be the same. */
export type Unchanged = 'previous-month' | 'previous-round';

/** The words as they are also typed: without diacritics, abbreviated, or by the ear. Any other spelling is another word. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ['bao', 'báo'],
  ['bang', 'bằng'],
  ['bien', 'biến'],
  ['cao', 'cáo'],
  ['chua', 'chưa'],
  ['co', 'có'],
  ['cu', 'cũ'],
  ['cua', 'của'],
  ['doi', 'đổi'],
  ['dong', 'động'],
  ['dot', 'đợt'],
  ['gi', 'gì'],
  ['giu', 'giữ'],
  ['giử', 'giữ'],
  ['k', 'không'],
  ['khong', 'không'],
  ['ki', 'kỳ'],
  ['kì', 'kỳ'],
  ['ko', 'không'],
  ['ky', 'kỳ'],
  ['lan', 'lần'],
  ['lay', 'lấy'],
  ['lien', 'liền'],
  ['lieu', 'liệu'],
  ['nguyen', 'nguyên'],
  ['nhu', 'như'],
  ['so', 'số'],
  ['thang', 'tháng'],
  ['truoc', 'trước'],
  ['van', 'vẫn'],
  ['voi', 'với'],
]);

const BEFORE = String.raw`(?:(?:kỳ|đợt|lần)(?: báo cáo)?|báo cáo(?: kỳ| đợt| lần| tháng)?|tháng)(?: liền)? trước`;
const SAME = '(?:giữ nguyên|(?:không|chưa)(?: có)?(?: gì)?(?: thay)? đổi(?: gì)?|không(?: có)? biến động(?: gì)?)';
/** “số với” is what “so với” has become above. */
const LINK = '(?: số với| như| theo| bằng)?(?: số(?: liệu)?)?(?: của)?';
const UNCHANGED = new RegExp(
  `^(?:vẫn )?(?:${SAME}(?: như cũ|${LINK} ${BEFORE})?|như cũ|(?:như|bằng|theo|lấy|lấy theo)(?: số(?: liệu)?)?(?: của)? ${BEFORE})$`,
  'u',
);
/** No such text is longer; in characters. */
const LONGEST = 80;

/**
 * Whether a text says that a number is what it was: “giữ nguyên”, “không thay đổi”, “như kỳ trước”, with or without diacritics, in
 * any case, in quotes or brackets. Undefined for everything else, also when a number stands beside it.
 */
export function saysUnchanged(text: string): Unchanged | undefined {
  return text.length > LONGEST ? undefined : rememberedMeaning(text);
}

const rememberedMeaning = remembered((text): Unchanged | undefined => {
  const words = matchKey(text.replace(/[()[\]]/gu, ' '))
    .split(' ')
    .map((word) => TYPED.get(word) ?? word);
  if (!UNCHANGED.test(words.join(' '))) return undefined;
  return words.includes('tháng') ? 'previous-month' : 'previous-round';
});
