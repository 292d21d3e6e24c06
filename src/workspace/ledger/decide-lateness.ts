import type { Unit } from '../../model/unit.ts';
import { writeTogether } from '../atomic-write.ts';
import { refuseClosed } from '../closing/journal.ts';
import type { OpenRound } from '../open-round.ts';
import { withOutputLock } from '../output-lock.ts';
import { reasonTyped } from '../reason-typed.ts';
import { unitTyped } from '../unit-typed.ts';
import { ledgerOutputs, loadLedger, nextEntry } from './ledger.ts';

/** A decision on a unit's lateness, as typed. */
export interface LatenessRequest {
  readonly unit: string;
  readonly reason: string;
  readonly isAccepted: boolean;
  /** The moment of entering in Việt Nam, as it is to stand in the ledger. */
  readonly enteredAt: string;
}

/** A decision that was entered. */
export interface DecidedLateness {
  readonly unit: Unit;
  readonly reason: string;
}

/**
 * Enters in the ledger that the unit may be late (or no longer may). It changes the unit's status only. Throws a WorkspaceError, and
 * writes nothing, without such a unit or a reason.
 */
export function decideLateness({ workspace, round }: OpenRound, request: LatenessRequest): Promise<DecidedLateness> {
  const unit = unitTyped(request.unit, round);
  const reason = reasonTyped(request.reason);
  return withOutputLock(workspace.folder, () => {
    const period = round.period.id;
    refuseClosed(workspace.folder, period);
    const { lines } = loadLedger(workspace.folder, period);
    const outputs = ledgerOutputs(workspace.folder, period, [
      {
        kind: request.isAccepted ? 'late-accepted' : 'late-refused',
        entry: nextEntry(lines),
        enteredAt: request.enteredAt,
        decidedOn: round.asOf,
        unit: unit.id,
        reason,
      },
    ]);
    writeTogether(outputs);
    return Promise.resolve({ unit, reason });
  });
}
