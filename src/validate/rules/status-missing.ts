import { isBlankRow, taskAnswer } from '../../model/submission.ts';
import type { SubmissionRule } from '../rule.ts';
import { tasksOf } from '../subjects.ts';
import { absentWords, columnLabel, taskName } from '../wording.ts';

/**
 * A task's row says something, but not whether the task is done. An error, because the unit is asked for the result of each
 * task (clause II.6 of the campaign) and no sentence of the report may guess it. Rows without any answer are
 * `task-missing`; an unreadable status, or a file without the column, has been reported while reading.
 */
export const statusMissing: SubmissionRule = {
  id: 'status-missing',
  severity: 'error',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    const { form } = directive;
    const label = columnLabel(form, 'status');
    const choices = form.statuses.map((status) => `“${status.label}”`).join(', ');
    for (const task of tasksOf(directive, submission.unit)) {
      const answer = taskAnswer(submission, task.id);
      if (answer?.status.kind !== 'absent' || answer.status.ref === undefined) continue;
      if (isBlankRow(answer)) continue;
      report({
        message: `Dòng của ${taskName(task)} có nội dung nhưng ô ${label} ${absentWords(answer.status)}, cần một tình trạng thực hiện`,
        hint: `Chọn một tình trạng ở ô này: ${choices}`,
        location: { kind: 'cell', ref: answer.status.ref },
        facts: { task: task.id },
      });
    }
  },
};
