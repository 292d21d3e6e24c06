import type { PlainDate } from '../../model/plain-date.ts';
import { writeTogether } from '../atomic-write.ts';
import type { Workspace } from '../open-workspace.ts';
import { withOutputLock } from '../output-lock.ts';
import { reasonTyped } from '../reason-typed.ts';
import { WorkspaceError } from '../workspace-error.ts';
import { closingOf, journalOutputs, journalPath } from './journal.ts';

/** Why and when a round is opened again. */
export interface ReopenRequest {
  readonly period: string;
  readonly reason: string;
  readonly reopenedOn: PlainDate;
  /** The moment of entering in Việt Nam, as it is to stand in the record. */
  readonly enteredAt: string;
}

/** A round that was opened again. */
export interface ReopenedRound {
  readonly reason: string;
  readonly closedOn: PlainDate;
  /** The record below the workspace. */
  readonly file: string;
}

/**
 * Opens a closed round again (mở lại kỳ): a line more in its record, the snapshots stay. Throws a WorkspaceError, and writes nothing,
 * without a reason or when the round is not closed.
 */
export function reopenRound({ folder }: Workspace, request: ReopenRequest): Promise<ReopenedRound> {
  const { period, reopenedOn, enteredAt } = request;
  const reason = reasonTyped(request.reason);
  return withOutputLock(folder, () => {
    const closing = closingOf(folder, period);
    if (closing === undefined) throw new WorkspaceError(`Kỳ ${period} chưa khóa nên không cần mở lại`);
    const file = journalPath(period);
    const outputs = journalOutputs(folder, period, {
      kind: 'reopened',
      enteredAt,
      decidedOn: reopenedOn,
      decidedBy: '',
      reason,
    });
    writeTogether(outputs);
    return Promise.resolve({ reason, closedOn: closing.decidedOn, file });
  });
}
