import { taskAnswer } from '../../model/submission.ts';
import { formatDate } from '../../vi/date.ts';
import type { SubmissionRule } from '../rule.ts';
import { tasksOf } from '../subjects.ts';
import { columnLabel, taskName } from '../wording.ts';

/**
 * A task was done before or after the reporting period, which is the activity window of the directive (clause I.2 of the
 * campaign); its first and last day belong to it. A warning: preparing early or finishing late is possible, a wrong month
 * is more likely. Days that have not come yet are `date-after-cutoff`.
 */
export const dateOutsideWindow: SubmissionRule = {
  id: 'date-outside-window',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive, period, asOf }, report) => {
    const label = columnLabel(directive.form, 'doneOn');
    const [from, to] = [formatDate(period.from), formatDate(period.to)];
    for (const task of tasksOf(directive, submission.unit)) {
      const doneOn = taskAnswer(submission, task.id)?.doneOn;
      if (doneOn?.kind !== 'value' || doneOn.value > asOf) continue;
      if (period.from <= doneOn.value && doneOn.value <= period.to) continue;
      report({
        message: `${label} của ${taskName(task)} là ${formatDate(doneOn.value)}, nằm ngoài thời gian thực hiện từ ${from} đến ${to}`,
        hint: 'Kiểm tra ngày, tháng, năm ở ô này; nếu ngày đúng thì để nguyên, nhiệm vụ vẫn được tính',
        location: { kind: 'cell', ref: doneOn.ref },
        facts: { task: task.id, date: doneOn.value, from: period.from, to: period.to },
      });
    }
  },
};
