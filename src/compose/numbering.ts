/** Vietnamese letters in the order in which the decree numbers a Điểm: a, b, c, d, đ, e, g … (Nghị định 30/2020, Phụ lục I.V.6b). */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** `4` → `IV`. Positive whole numbers. */
export function romanNumber(value: number): string {
  let rest = value;
  let result = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      result += sign;
      rest -= worth;
    }
  }
  return result;
}

/** `1` → `a`, `5` → `đ`; after y follow `aa`, `ab` … */
export function pointLetter(value: number): string {
  const index = (value - 1) % LETTERS.length;
  const before = Math.floor((value - 1) / LETTERS.length);
  return (before === 0 ? '' : pointLetter(before)) + LETTERS.charAt(index);
}

/** The label of an appendix: numbered from two on (Nghị định 30/2020, Phụ lục I, III.1). `index` from 0. */
export function appendixLabel(index: number, count: number): string {
  return count === 1 ? 'Phụ lục' : `Phụ lục ${romanNumber(index + 1)}`;
}

/** Numbers headings as they come: `I. …`, below it `1. …`, below it `a) …`. One for each section of the document. */
export interface HeadingNumbers {
  /** The heading's text with its number. A number that was typed by hand gives way. */
  readonly next: (depth: 2 | 3 | 4, text: string) => string;
}

/** Starts numbering at `I.` */
export function headingNumbers(): HeadingNumbers {
  const counts = { 2: 0, 3: 0, 4: 0 };
  return {
    next: (depth, text) => {
      counts[depth] += 1;
      if (depth < 4) counts[4] = 0;
      if (depth < 3) counts[3] = 0;
      switch (depth) {
        case 2:
          return `${romanNumber(counts[2])}. ${text.replace(/^[IVXL]+\. /u, '')}`.toLocaleUpperCase('vi');
        case 3:
          return `${String(counts[3])}. ${text.replace(/^\d+\. /u, '')}`;
        case 4:
          return `${pointLetter(counts[4])}) ${text.replace(/^[a-zđ]\) /u, '')}`;
      }
    },
  };
}
