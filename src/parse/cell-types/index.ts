import { readChoice } from './choice.ts';
import { readCount } from './count.ts';
import { readDate } from './date.ts';
import { readPercent } from './percent.ts';
import { readText } from './text.ts';

/** Every type of cell (kiểu dữ liệu của ô) with its reader, sorted by name. */
export const CELL_TYPES = {
  choice: readChoice,
  count: readCount,
  date: readDate,
  percent: readPercent,
  text: readText,
} as const;
