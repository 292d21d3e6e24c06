import { valueOf } from '../../model/located.ts';
import { taskAnswer } from '../../model/submission.ts';
import type { SubmissionRule } from '../rule.ts';
import { tasksOf } from '../subjects.ts';
import { absentWords, columnLabel, statusLabel, taskName } from '../wording.ts';

/**
 * A task is reported as done, but the result is blank. A warning: the directive asks for results (clause II.6 of the
 * campaign), yet the status alone is an answer and counts. A form or file without that column is not judged.
 */
export const doneWithoutResult: SubmissionRule = {
  id: 'done-without-result',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    const { form } = directive;
    const [result, status] = [columnLabel(form, 'result'), columnLabel(form, 'status')];
    for (const task of tasksOf(directive, submission.unit)) {
      const answer = taskAnswer(submission, task.id);
      if (answer === undefined || valueOf(answer.status) !== 'completed') continue;
      if (answer.result.kind !== 'absent' || answer.result.ref === undefined) continue;
      report({
        message: `Dòng của ${taskName(task)} ghi ${statusLabel(form, 'completed')} nhưng ô ${result} ${absentWords(answer.result)}, cần nêu kết quả đã làm`,
        hint: `Ghi ngắn gọn việc đã làm và số lượng vào cột ${result}, hoặc sửa lại cột ${status}`,
        location: { kind: 'cell', ref: answer.result.ref },
        facts: { task: task.id },
      });
    }
  },
};
