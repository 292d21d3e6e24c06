import { groupsOf } from '../../model/directive.ts';
import type { Form, Task, TaskGroup } from '../../model/directive.ts';
import type { Finding, Location } from '../../model/diagnostic.ts';
import type { Submission, TaskAnswer } from '../../model/submission.ts';
import { isBlankRow, taskAnswer } from '../../model/submission.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import type { SubmissionRule } from '../rule.ts';
import { missingHeading, sheetPlace } from '../subjects.ts';
import { columnLabel, statusLabel, taskName } from '../wording.ts';

function groupMissing({ id, clause, tasks }: TaskGroup, { sheets }: Form, location: Location): Finding {
  const ids = joinWords(tasks.map((task) => task.id));
  return {
    message: `Không thấy dòng nào của ${formatInteger(tasks.length)} nhiệm vụ ở mục ${clause} (${ids}), là nhiệm vụ được giao cho đơn vị`,
    hint: `Điền trang “${sheets.tasks.name}” của biểu mẫu xã đã gửi, giữ nguyên các dòng có sẵn`,
    location,
    facts: { taskGroup: id, taskCount: tasks.length },
  };
}

function rowMissing(task: Task, form: Form, location: Location, submission: Submission): Finding {
  const heading = missingHeading(submission);
  if (heading !== undefined) {
    return {
      message: `Không thấy ${heading.noun} của ${taskName(task)}, là nhiệm vụ được giao cho đơn vị`,
      hint: `Thêm ${heading.noun} ${task.id} ${heading.place}, rồi ghi tình trạng của đơn vị`,
      location,
      facts: { task: task.id },
    };
  }
  return {
    message: `Không thấy dòng của ${taskName(task)}, là nhiệm vụ được giao cho đơn vị`,
    hint: `Thêm lại dòng ${task.id} vào trang “${form.sheets.tasks.name}” như trong biểu mẫu rồi chọn tình trạng ở cột ${columnLabel(form, 'status')}`,
    location,
    facts: { task: task.id },
  };
}

function rowBlank(task: Task, form: Form, { ref }: TaskAnswer, submission: Submission): Finding {
  if (missingHeading(submission) !== undefined) {
    return {
      message: `Ô của ${taskName(task)} để trống, cần ít nhất tình trạng thực hiện`,
      hint: `Ghi tình trạng vào ô này; nếu chưa làm thì ghi ${statusLabel(form, 'not-started')}`,
      location: { kind: 'cell', ref },
      facts: { task: task.id },
    };
  }
  return {
    message: `Dòng của ${taskName(task)} để trống, cần ít nhất tình trạng thực hiện`,
    hint: `Chọn tình trạng ở cột ${columnLabel(form, 'status')}; nếu chưa làm thì chọn ${statusLabel(form, 'not-started')}`,
    location: { kind: 'cell', ref },
    facts: { task: task.id },
  };
}

/**
 * A task that the directive gives to the unit has no row in the file, or a row without any answer. An error, because the
 * directive asks every addressee to report on what it was given (clause II.6 of the campaign). A row of dashes says as
 * little as a blank one. A sheet without any row of a task gets one finding for each group, not one for each task; that the
 * sheet itself is gone has been reported while reading.
 */
export const taskMissing: SubmissionRule = {
  id: 'task-missing',
  severity: 'error',
  scope: 'submission',
  check: (submission, round, report) => {
    if (submission.missingSheets.includes('tasks')) return;
    const { form } = round.directive;
    const sheet = sheetPlace('tasks', submission, round);
    for (const group of groupsOf(round.directive, submission.unit.type)) {
      if (submission.tasks.length === 0) {
        report(groupMissing(group, form, sheet));
        continue;
      }
      for (const task of group.tasks) {
        const answer = taskAnswer(submission, task.id);
        if (answer === undefined) report(rowMissing(task, form, sheet, submission));
        // Without a status column nothing can be said of the row; that it is missing has been reported while reading.
        else if (answer.status.ref !== undefined && isBlankRow(answer))
          report(rowBlank(task, form, answer, submission));
      }
    }
  },
};
