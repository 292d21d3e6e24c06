import { valueOf } from '../../model/located.ts';
import { taskAnswer } from '../../model/submission.ts';
import type { SubmissionRule } from '../rule.ts';
import { tasksOf } from '../subjects.ts';
import { absentWords, columnLabel, statusLabel, taskName } from '../wording.ts';

/**
 * A task is reported as done without a link or document number that shows it. A warning: the directive does not demand
 * evidence, but the commune cannot answer for the claim without it. A form or file without that column is not judged.
 */
export const doneWithoutEvidence: SubmissionRule = {
  id: 'done-without-evidence',
  severity: 'warning',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    const { form } = directive;
    const evidence = columnLabel(form, 'evidence');
    for (const task of tasksOf(directive, submission.unit)) {
      const answer = taskAnswer(submission, task.id);
      if (answer === undefined || valueOf(answer.status) !== 'completed') continue;
      if (answer.evidence.kind !== 'absent' || answer.evidence.ref === undefined) continue;
      report({
        message: `Dòng của ${taskName(task)} ghi ${statusLabel(form, 'completed')} nhưng ô ${evidence} ${absentWords(answer.evidence)}, nên có đường dẫn hoặc số, ký hiệu văn bản`,
        hint: `Ghi đường dẫn bài đăng hoặc số, ký hiệu văn bản, kế hoạch, biên bản vào cột ${evidence}`,
        location: { kind: 'cell', ref: answer.evidence.ref },
        facts: { task: task.id },
      });
    }
  },
};
