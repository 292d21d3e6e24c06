import type { Answer } from './located.ts';
import type { Submission } from './submission.ts';
import type { CellRef } from './workbook.ts';

/**
 * The cell of every answer of a report, also of a blank one, by what is asked there: the same key in two files is the same question.
 * Where a cell answers two questions, it is listed for both.
 */
export function answerCells(submission: Submission): ReadonlyMap<string, CellRef> {
  const { reportedOn, countedOn, tasks, indicators, opinions } = submission;
  const answers: readonly (readonly [string, Answer<unknown>])[] = [
    ['reportedOn', reportedOn],
    ['countedOn', countedOn],
    ...tasks.flatMap(({ task, status, result, quantity, doneOn, evidence, difficulty }) =>
      Object.entries({ status, result, quantity, doneOn, evidence, difficulty }).map(
        ([column, answer]) => [`task ${task} ${column}`, answer] as const,
      ),
    ),
    ...indicators.flatMap(({ indicator, value, note }) => [
      [`indicator ${indicator} value`, value] as const,
      [`indicator ${indicator} note`, note] as const,
    ]),
  ];
  const cells = answers.flatMap(([key, { ref }]) => (ref === undefined ? [] : [[key, ref] as const]));
  const rows = tasks.map(({ task, ref }) => [`task ${task}`, ref] as const);
  const words = opinions.map(({ opinion, text }) => [`opinion ${opinion}`, text.ref] as const);
  return new Map([...rows, ...cells, ...words]);
}
