import { compareTexts } from '../model/compare-texts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnosticOf } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import { sortDiagnostics } from './order.ts';
import type { Rule } from './rule.ts';
import { RULE_REGISTRY } from './rules/index.ts';

/** `files`: some files, as while a unit checks its own report. `round`: the whole inbox, so that what is missing is missing. */
export type Scope = 'files' | 'round';

/**
 * Runs every rule of that scope over the files and returns all findings, sorted. The order of the arrivals does not matter.
 * Severities are the rules' own; `applyOverrides` gives them those of the directive.
 */
export function validate(arrivals: readonly Arrival[], round: Round, scope: Scope): readonly Diagnostic[] {
  const byFile = arrivals.toSorted((a, b) => compareTexts(a.source.file, b.source.file));
  const diagnostics = RULE_REGISTRY.flatMap((rule) => runRule(rule, byFile, round, scope));
  return sortDiagnostics(diagnostics, byFile, round);
}

function runRule(rule: Rule, arrivals: readonly Arrival[], round: Round, scope: Scope): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  switch (rule.scope) {
    case 'submission':
      for (const { submission } of arrivals) {
        if (submission === undefined) continue;
        const unit = submission.unit.id;
        rule.check(submission, round, (finding) => {
          found.push(diagnosticOf(rule, { ...finding, facts: { unit, ...finding.facts } }));
        });
      }
      return found;
    case 'collection':
    case 'round':
      if (rule.scope === 'round' && scope !== 'round') return found;
      rule.check(arrivals, round, (finding) => found.push(diagnosticOf(rule, finding)));
      return found;
  }
}
