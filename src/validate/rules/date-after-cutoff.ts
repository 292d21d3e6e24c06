import type { Answer } from '../../model/located.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import type { Submission } from '../../model/submission.ts';
import { taskAnswer } from '../../model/submission.ts';
import { formatDate } from '../../vi/date.ts';
import type { SubmissionRule } from '../rule.ts';
import { askedField, tasksOf } from '../subjects.ts';
import { columnLabel, taskName } from '../wording.ts';

interface StatedDate {
  readonly name: string;
  readonly answer: Answer<PlainDate>;
  readonly facts: Readonly<Record<string, string>>;
}

/** Every date that the report states, with its name for a message. */
function statedDates(submission: Submission, { directive }: Round): readonly StatedDate[] {
  const label = columnLabel(directive.form, 'doneOn');
  const ofField = (id: 'reportedOn' | 'countedOn'): readonly StatedDate[] => {
    const field = askedField(directive, id, submission.unit);
    return field === undefined ? [] : [{ name: `“${field.label}”`, answer: submission[id], facts: {} }];
  };
  const ofTasks = tasksOf(directive, submission.unit).flatMap((task): readonly StatedDate[] => {
    const answer = taskAnswer(submission, task.id)?.doneOn;
    return answer === undefined ? [] : [{ name: `${label} của ${taskName(task)}`, answer, facts: { task: task.id } }];
  });
  return [...ofField('reportedOn'), ...ofField('countedOn'), ...ofTasks];
}

/**
 * A date of the report lies after the day at which the figures are judged (thời điểm chốt số liệu). An error: nothing can
 * have happened, been counted or been signed on a day that has not come, so the date is left out.
 */
export const dateAfterCutoff: SubmissionRule = {
  id: 'date-after-cutoff',
  severity: 'error',
  scope: 'submission',
  check: (submission, round, report) => {
    const cutoff = formatDate(round.asOf);
    for (const { name, answer, facts } of statedDates(submission, round)) {
      if (answer.kind !== 'value' || answer.value <= round.asOf) continue;
      report({
        message: `${name} là ${formatDate(answer.value)}, sau ngày chốt số liệu ${cutoff}`,
        hint: `Sửa lại ngày ở ô này theo thứ tự ngày/tháng/năm, không muộn hơn ${cutoff}`,
        location: { kind: 'cell', ref: answer.ref },
        facts: { ...facts, date: answer.value, asOf: round.asOf },
      });
    }
  },
};
