import type { TaskState } from '../model/report.ts';
import { isBlankRow, taskAnswer } from '../model/submission.ts';
import { hasReported, type Receipt } from './receipts.ts';
import { isExcluded, usable, type Exclusions } from './usable-values.ts';

/**
 * How a unit stands with one of its tasks. A row without any entry is `unanswered` even if a rule reports it as an error:
 * there is no answer that could be left out. An error at the task's code leaves out the row, at the status the answer.
 * The answers of a unit whose files contradict one another are all left out.
 */
export function taskStateOf(receipt: Receipt, task: string, exclusions: Exclusions): TaskState {
  if (!hasReported(receipt)) return 'not-reported';
  if (receipt.kind !== 'counted') return 'left-out';
  const answer = taskAnswer(receipt.submission, task);
  if (answer === undefined || isBlankRow(answer)) return 'unanswered';
  const { status } = answer;
  if (status.kind === 'invalid' || isExcluded(exclusions, answer.ref)) return 'left-out';
  if (status.ref !== undefined && isExcluded(exclusions, status.ref)) return 'left-out';
  return usable(exclusions, status)?.value ?? 'unanswered';
}
