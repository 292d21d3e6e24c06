/** Structurally the model's CountUnit; this folder imports nothing of the project. */
type Counted = 'person' | 'turn' | 'household' | 'item' | 'session' | 'event' | 'percent';

/** What a count counts (đơn vị tính); the one table of these words. */
const NOUNS: Readonly<Record<Counted, string>> = {
  person: 'người',
  turn: 'lượt',
  household: 'hộ',
  item: 'tin, bài',
  session: 'buổi',
  event: 'hoạt động',
  percent: 'phần trăm',
};

/** What is counted, inside a sentence: `người`, `tin, bài`, `phần trăm`. */
export function countNoun(counts: Counted): string {
  return NOUNS[counts];
}

/** The same behind a figure or in a column “Đơn vị tính”: as the noun, but `%`. */
export function countSign(counts: Counted): string {
  return counts === 'percent' ? '%' : NOUNS[counts];
}
