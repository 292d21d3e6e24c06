import { matchKey } from './text.ts';

const FIRST_WORDS = new Set(['không', 'ko', 'khong', 'chưa', 'chua', 'k', 'nil']);
const WORDS = new Set(
  'không ko khong chưa chua k nil có co gì gi nào thêm khó khăn vướng mắc đề xuất kiến nghị ý kiến và hay hoặc ạ , / - ;'.split(
    ' ',
  ),
);

/** “Không”, “Không có đề xuất, kiến nghị gì”: a text in somebody's own words that says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  const words = matchKey(text)
    .split(' ')
    .filter((word) => word !== '');
  const [first] = words;
  return first === undefined || (FIRST_WORDS.has(first) && words.every((word) => WORDS.has(word)));
}
