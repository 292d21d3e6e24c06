import type { FormFieldId, TaskColumnId } from '../model/directive.ts';
import { indicatorsOf } from '../model/directive.ts';
import type { Answer } from '../model/located.ts';
import type { Round } from '../model/round.ts';
import { indicatorAnswer, taskAnswer, type Submission, type TaskAnswer } from '../model/submission.ts';
import { quoteValue } from '../vi/text.ts';
import { askedField, tasksOf } from './subjects.ts';
import { columnLabel, indicatorName, taskName } from './wording.ts';

/** One answer of a unit in two of its reports. */
export interface Change {
  /** What was asked, for a message. */
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly before: Answer<unknown>;
  readonly after: Answer<unknown>;
}

const NOWHERE: Answer<never> = { kind: 'absent', mark: 'blank', ref: undefined };

const ROW_COLUMNS: readonly (readonly [TaskColumnId, (row: TaskAnswer) => Answer<unknown>])[] = [
  ['status', ({ status }) => status],
  ['result', ({ result }) => result],
  ['quantity', ({ quantity }) => quantity],
  ['doneOn', ({ doneOn }) => doneOn],
  ['evidence', ({ evidence }) => evidence],
  ['difficulty', ({ difficulty }) => difficulty],
];

function isSame(a: Answer<unknown>, b: Answer<unknown>): boolean {
  if (a.kind === 'value' && b.kind === 'value') return a.value === b.value;
  if (a.kind === 'invalid' && b.kind === 'invalid') return a.raw === b.raw;
  return a.kind === 'absent' && b.kind === 'absent';
}

/** Every answer that the unit is asked for, in both reports, in the directive's order. */
function pairs(before: Submission, after: Submission, { directive }: Round): readonly Change[] {
  const { unit } = after;
  const ofField = (id: Extract<FormFieldId, 'countedOn' | 'reportedOn'>): readonly Change[] => {
    const field = askedField(directive, id, unit);
    return field === undefined ? [] : [{ name: `“${field.label}”`, facts: {}, before: before[id], after: after[id] }];
  };
  const ofTasks = tasksOf(directive, unit).flatMap((task) => {
    const [rowBefore, rowAfter] = [taskAnswer(before, task.id), taskAnswer(after, task.id)];
    return ROW_COLUMNS.map(([column, answerOf]): Change => ({
      name: `${columnLabel(directive.form, column)} của ${taskName(task)}`,
      facts: { task: task.id },
      before: rowBefore === undefined ? NOWHERE : answerOf(rowBefore),
      after: rowAfter === undefined ? NOWHERE : answerOf(rowAfter),
    }));
  });
  const ofIndicators = indicatorsOf(directive, unit.type).map((indicator): Change => ({
    name: indicatorName(indicator),
    facts: { indicator: indicator.id },
    before: indicatorAnswer(before, indicator.id)?.value ?? NOWHERE,
    after: indicatorAnswer(after, indicator.id)?.value ?? NOWHERE,
  }));
  return [...ofField('reportedOn'), ...ofField('countedOn'), ...ofTasks, ...ofIndicators];
}

/** The answers that differ between two reports of one unit. */
export function changesBetween(before: Submission, after: Submission, round: Round): readonly Change[] {
  return pairs(before, after, round).filter((pair) => !isSame(pair.before, pair.after));
}

/** `ghi “1.250”`, `để trống`, `chỉ có dấu gạch`. */
export function answerWords(answer: Answer<unknown>): string {
  if (answer.kind !== 'absent') return `ghi ${quoteValue(answer.raw)}`;
  return answer.mark === 'dash' ? 'chỉ có dấu gạch' : 'để trống';
}
