import type { Finding, RuleId, Severity } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { Arrival, Submission } from '../model/submission.ts';

/** What a rule calls for each finding; the driver adds the rule's id and severity. */
export type Report = (finding: Finding) => void;

/**
 * Judges one unit's report by itself (quy tắc kiểm tra). A finding that concerns a task or an indicator names it in
 * `facts.task` (a whole group in `facts.taskGroup`) or `facts.indicator`, so that the directive can change its severity; the driver adds `facts.unit`.
 */
export interface SubmissionRule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly scope: 'submission';
  readonly check: (submission: Submission, round: Round, report: Report) => void;
}

/**
 * Judges files together. `collection`: what is repeated, or out of line with the others, among whatever files there are.
 * `round`: what is missing, which only the whole inbox beside the register can tell. Files come sorted by name.
 */
export interface CollectionRule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly scope: 'collection' | 'round';
  readonly check: (arrivals: readonly Arrival[], round: Round, report: Report) => void;
}

export type Rule = SubmissionRule | CollectionRule;
