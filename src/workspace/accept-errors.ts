import { errorsOf, ownedErrors } from '../model/acceptance.ts';
import type { Unit } from '../model/unit.ts';
import { didYouMean } from '../vi/suggest.ts';
import { normalizeText, quoteValue } from '../vi/text.ts';
import { acceptancesPath } from './acceptances.ts';
import { withAcceptance } from './acceptances-write.ts';
import { writeTogether } from './atomic-write.ts';
import { refuseClosed } from './closing/journal.ts';
import { findingIds } from './finding-ids.ts';
import { judgeRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import { handKeptOutput, handKeptText } from './kept-by-hand.ts';
import { withOutputLock } from './output-lock.ts';
import type { FileReader } from './read-files.ts';
import { reasonTyped } from './reason-typed.ts';
import { unitTyped } from './unit-typed.ts';
import { WorkspaceError } from './workspace-error.ts';

/** Errors that were accepted. */
export interface AcceptedErrors {
  readonly rule: string;
  /** Undefined for all units and files. */
  readonly unit: Unit | undefined;
  readonly errorCount: number;
  readonly reason: string;
  /** The file below the workspace. */
  readonly file: string;
}

function ruleTyped(typed: string): string {
  const rule = normalizeText(typed);
  const known = findingIds();
  if (known.includes(rule)) return rule;
  throw new WorkspaceError(
    `Không có mã phát hiện ${quoteValue(rule)}${didYouMean(rule, known)}; mã đứng sau mỗi phát hiện mà “tkcds validate” in ra`,
  );
}

/** What the clerk typed. */
export interface AcceptRequest {
  readonly rule: string;
  /** Undefined: of all units and files. */
  readonly unit: string | undefined;
  readonly reason: string;
}

/**
 * Records in the round's `chap-nhan.yaml` that its errors of that kind are accepted, with the reason and how many there are now.
 * Throws a WorkspaceError, and writes nothing, when there is no such error, unit or reason.
 */
export function acceptErrors(opened: OpenRound, typed: AcceptRequest, read: FileReader): Promise<AcceptedErrors> {
  const { workspace, round } = opened;
  const rule = ruleTyped(typed.rule);
  const unit = typed.unit === undefined ? undefined : unitTyped(typed.unit, opened.round);
  const reason = reasonTyped(typed.reason);
  return withOutputLock(workspace.folder, async () => {
    refuseClosed(workspace.folder, round.period.id);
    const { checked, model } = await judgeRound(opened, read);
    const errors = errorsOf({ rule, unit: unit?.id ?? '' }, ownedErrors(checked.diagnostics, model.leftOut));
    if (errors.length === 0) {
      const whose = unit === undefined ? '' : ` của ${unit.name} (${unit.id})`;
      throw new WorkspaceError(
        `Kỳ này không có lỗi ${quoteValue(rule)} nào${whose} để chấp nhận; chỉ lỗi mới cần chấp nhận, cảnh báo và lưu ý thì không`,
      );
    }
    const period = round.period.id;
    const file = acceptancesPath(period);
    const before = handKeptText(workspace.folder, file);
    const result = withAcceptance(before.text, {
      rule,
      unit: unit?.id ?? '',
      errorCount: errors.length,
      reason,
      acceptedOn: round.asOf,
    });
    writeTogether([handKeptOutput(workspace.folder, file, result, before)]);
    return { rule, unit, errorCount: errors.length, reason, file };
  });
}
