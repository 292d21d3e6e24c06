import { matchKey } from './text.ts';

const FIRST_WORDS = new Set(['không', 'ko', 'khong', 'chưa', 'chua', 'k', 'nil']);
const WORDS = new Set(
  'không ko khong chưa chua k nil có co gì gi nào thêm khó khăn vướng mắc đề xuất kiến nghị ý kiến và hay hoặc ạ , / - ;'.split(
    ' ',
  ),
);
/** What else “không” and “chưa” go with where a number is asked for. */
const WORDS_OF_COUNTS = new Set(
  'số liệu lượng phát sinh thực hiện triển khai tổ chức làm thống kê tổng hợp cập nhật rà soát báo cáo trường hợp người ai dân hộ lượt tin bài buổi cuộc đợt hoạt động được xong'.split(
    ' ',
  ),
);

function wordsOf(text: string): readonly string[] {
  return matchKey(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** “Không”, “Không có đề xuất, kiến nghị gì”: a text in somebody's own words that says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  const words = wordsOf(text);
  const [first] = words;
  return first === undefined || (FIRST_WORDS.has(first) && words.every((word) => WORDS.has(word)));
}

/**
 * “không”, “không có trường hợp nào”, “chưa thống kê” where a number is asked for: it may mean 0, or that nothing was done, or
 * that nobody knows. Never a blank text.
 */
export function saysNone(text: string): boolean {
  const words = wordsOf(text);
  const [first] = words;
  return (
    first !== undefined && FIRST_WORDS.has(first) && words.every((word) => WORDS.has(word) || WORDS_OF_COUNTS.has(word))
  );
}

/** The ticks and crosses that people put into a cell to say that something applies; also the letters they type for them. */
const TICK = /^[([]?\s*(?:x+|v+|[×✓✔✅☑☒✗✘√*])\s*[)\]]?$/iu;

/** Whether the text is only a tick or a cross: `x`, `X`, `✓`, `[x]`. */
export function isTick(text: string): boolean {
  return TICK.test(text.normalize('NFKC').trim());
}
