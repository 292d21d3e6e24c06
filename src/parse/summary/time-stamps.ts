import { matchKey } from '../../vi/text.ts';
import type { Column } from './columns.ts';

/**
 * The headings under which online forms note when an answer came in, the most telling first. Words of those programs, not of any
 * directive. The last ones also head columns that people fill in, so that only a day with a time of day is believed there.
 */
const HEADINGS: readonly { readonly words: readonly string[]; readonly isNeedingTime: boolean }[] = [
  {
    words: ['Dấu thời gian', 'Timestamp', 'Thời gian gửi', 'Thời điểm gửi', 'Submission time', 'Submitted at'],
    isNeedingTime: false,
  },
  { words: ['Thời gian hoàn thành', 'Completion time'], isNeedingTime: true },
  { words: ['Thời gian bắt đầu', 'Start time'], isNeedingTime: true },
];

/** The columns that those headings stand for, with the words of each. */
export const TIME_STAMPS: readonly (readonly [words: readonly string[], column: Column])[] = HEADINGS.map(
  ({ words, isNeedingTime }, rank) => [words, { kind: 'time-stamp', rank, isNeedingTime }],
);

/** Whether the heading is one of an online form's own, which no column of the form can be meant by. */
export function isTimeStampHeading(text: string): boolean {
  const key = matchKey(text);
  return HEADINGS.some(({ words }) => words.some((word) => matchKey(word) === key));
}
