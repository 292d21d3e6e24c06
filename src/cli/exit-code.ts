import type { Diagnostic } from '../model/diagnostic.ts';

/** The one table of exit codes; scripts may rely on it. */
export const EXIT = {
  /** Nothing to complain of; the outputs were written. */
  fine: 0,
  /** There are findings of severity error (with --strict also warnings); the outputs were written all the same. */
  findings: 1,
  /** The program could not do its work: arguments, settings, directive, disk, lock. Nothing was written. */
  unable: 2,
  /** A fault of the program itself. */
  fault: 70,
  /** Interrupted by the user. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** 1 when one of the findings is at or above the threshold, else 0. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], threshold: 'error' | 'warning'): ExitCode {
  const blocks = ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (severity === 'warning' && threshold === 'warning');
  return diagnostics.some(blocks) ? EXIT.findings : EXIT.fine;
}
