import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Round } from '../../src/model/round.ts';
import type { Arrival, Submission } from '../../src/model/submission.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { parseSubmission } from '../../src/parse/submission.ts';
import { aRound } from './builders.ts';

/** Parses the workbook as a file of its own name that lies in the inbox of the sample round. */
export function parse(workbook: Workbook, round: Round = aRound()): Outcome<Arrival> {
  return parseSubmission(workbook, { file: workbook.file, sha256: 'ab'.repeat(32), size: 10_000 }, round);
}

/** The submission; a file that is not understood is a fault of the test. */
export function understood(workbook: Workbook, round?: Round): Submission {
  const { submission } = parse(workbook, round).value;
  if (submission === undefined) throw new Error('not understood');
  return submission;
}

/** Each finding with its place. */
export function brief({ diagnostics }: Outcome<Arrival>): readonly string[] {
  return diagnostics.map(({ rule, location }) =>
    location.kind === 'cell'
      ? `${rule} ${location.ref.sheet}!${location.ref.address}`
      : `${rule} ${location.kind === 'sheet' ? location.sheet : location.kind}`,
  );
}

/** What `content` gives for the form as the village filled it in. */
export const TASK_TEXTS = [
  { task: 'II.3-1', status: 'completed', quantity: 4, doneOn: '2025-10-25', result: 'Ra quân 4 buổi' },
  { task: 'II.3-2', status: 'in-progress', quantity: 300, doneOn: 'blank', result: 'Hướng dẫn 300 người' },
];
/** The numbers of the same form. */
export const COUNTS = { adults: 1200, 'signature-holders': 640, 'signature-new': 0, 'signature-rate': 53.33 };

/** What was understood, without places. */
export function content({ tasks, indicators }: Submission): unknown {
  const plain = (answer: Submission['reportedOn'] | Submission['tasks'][number]['quantity']): unknown =>
    answer.kind === 'value' ? answer.value : answer.kind === 'absent' ? answer.mark : 'invalid';
  return {
    tasks: tasks.map(({ task, status, quantity, doneOn, result }) => ({
      task,
      status: status.kind === 'value' ? status.value : status.kind,
      quantity: plain(quantity),
      doneOn: plain(doneOn),
      result: result.kind === 'value' ? result.value : result.kind,
    })),
    counts: Object.fromEntries(
      indicators.flatMap(({ indicator, value }) => (value.kind === 'value' ? [[indicator, value.value]] : [])),
    ),
  };
}
