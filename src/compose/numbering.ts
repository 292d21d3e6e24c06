import { pointLetter, romanNumber } from '../vi/outline-numbers.ts';

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
