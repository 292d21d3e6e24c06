import type { Diagnostic, RuleId } from './diagnostic.ts';
import type { LeftOut } from './report.ts';
import type { UnitId } from './unit.ts';

/**
 * Errors that somebody has accepted (chấp nhận): the values stay out of the figures, but the final report may be written. It is
 * for those errors only: when more of that kind come, none of them is accepted.
 */
export interface Acceptance {
  readonly rule: RuleId;
  /** '' for all units and files. */
  readonly unit: UnitId;
  /** How many errors there were when they were accepted. */
  readonly errorCount: number;
  readonly reason: string;
}

/** An error with whom it concerns. */
export interface OwnedError {
  readonly diagnostic: Diagnostic;
  readonly units: readonly UnitId[];
}

/** The errors among the findings, each with its units. */
export function ownedErrors(diagnostics: readonly Diagnostic[], leftOut: readonly LeftOut[]): readonly OwnedError[] {
  const units = new Map<Diagnostic, UnitId[]>();
  for (const { unit, diagnostic } of leftOut) {
    if (unit !== undefined) units.set(diagnostic, [...(units.get(diagnostic) ?? []), unit.id]);
  }
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((diagnostic) => {
      const { location } = diagnostic;
      return { diagnostic, units: location.kind === 'unit' ? [location.unit] : (units.get(diagnostic) ?? []) };
    });
}

/** The errors that the acceptance is about. */
export function errorsOf(
  { rule, unit }: Pick<Acceptance, 'rule' | 'unit'>,
  errors: readonly OwnedError[],
): readonly OwnedError[] {
  return errors.filter(({ diagnostic, units }) => diagnostic.rule === rule && (unit === '' || units.includes(unit)));
}

/** What the acceptances do to the errors. */
export interface Settlement<A extends Acceptance> {
  readonly open: readonly Diagnostic[];
  readonly accepted: ReadonlyMap<Diagnostic, A>;
  /** Acceptances of errors that are not there (any more). */
  readonly unused: readonly A[];
  /** Acceptances of fewer errors than there are now. */
  readonly outgrown: readonly { readonly acceptance: A; readonly errorCount: number }[];
}

/** Settles which errors are accepted. */
export function settle<A extends Acceptance>(errors: readonly OwnedError[], acceptances: readonly A[]): Settlement<A> {
  const accepted = new Map<Diagnostic, A>();
  const unused: A[] = [];
  const outgrown: { readonly acceptance: A; readonly errorCount: number }[] = [];
  for (const acceptance of acceptances) {
    const own = errorsOf(acceptance, errors);
    if (own.length === 0) unused.push(acceptance);
    else if (own.length > acceptance.errorCount) outgrown.push({ acceptance, errorCount: own.length });
    else for (const { diagnostic } of own) accepted.set(diagnostic, acceptance);
  }
  const open = errors.flatMap(({ diagnostic }) => (accepted.has(diagnostic) ? [] : [diagnostic]));
  return { open, accepted, unused, outgrown };
}
