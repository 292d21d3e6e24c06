/**
 * Where each rule stands in the annexes of Nghị định 30/2020/NĐ-CP, in words for messages. P, C: the ids used all over this project
 * (page, components); A: appendices (phụ lục) of a document; N: numbering of its parts.
 */
export const CLAUSES_ND_30_2020 = {
  P1: 'Phụ lục I, phần I, mục I.1',
  P2: 'Phụ lục I, phần I, mục I.2',
  P3: 'Phụ lục I, phần I, mục I.3',
  P4: 'Phụ lục I, phần I, mục I.4',
  P5: 'Phụ lục I, phần I, mục I.7',
  P6: 'Phụ lục I, phần I, mục III.1.đ',
  P7: 'Phụ lục I, phần I, mục V',
  C1: 'Phụ lục I, phần I, mục II.1.a',
  C2: 'Phụ lục I, phần I, mục II.1.b',
  C3: 'Phụ lục I, phần I, mục II.2.b',
  C4: 'Phụ lục I, phần I, mục II.2.b',
  C5: 'Phụ lục I, phần I, mục II.3.c',
  C6: 'Phụ lục I, phần I, mục II.4',
  C7: 'Phụ lục I, phần I, mục II.5.b',
  C8: 'Phụ lục I, phần I, mục II.5.b',
  C8b: 'Phụ lục I, phần I, mục II.5.b',
  C9: 'Phụ lục I, phần I, mục II.6.a',
  C10: 'Phụ lục I, phần I, mục II.6.e',
  C11: 'Phụ lục I, phần I, mục II.6.b',
  C12: 'Phụ lục I, phần I, mục II.7.đ',
  C13: 'Phụ lục I, phần I, mục II.7.c và II.7.đ',
  C14: 'Phụ lục I, phần I, mục II.9',
  C15: 'Phụ lục I, phần I, mục II.9.d',
  C16: 'Phụ lục I, phần I, mục II.9.d',
  C17: 'Phụ lục III, phần II, các mẫu văn bản',
  C18: 'Phụ lục I, phần I, mục III.2.b',
  C19: 'Phụ lục I, phần I, mục III.4',
  A1: 'Phụ lục I, phần I, mục III.1.a và III.1.b',
  A2: 'Phụ lục I, phần I, mục III.1.b',
  A3: 'Phụ lục I, phần I, mục III.1.c',
  N1: 'Phụ lục I, phần I, mục V.6.b',
} as const;

/** The id of a rule of the decree. */
export type ClauseId = keyof typeof CLAUSES_ND_30_2020;
