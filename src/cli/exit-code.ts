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
  /** Interrupted by the user or by the machine shutting down. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What an exit code means: a word for programs, and a sentence without full stop for people. */
export interface ExitMeaning {
  readonly id: keyof typeof EXIT;
  readonly words: string;
}

const MEANINGS: Readonly<Record<ExitCode, ExitMeaning>> = {
  0: { id: 'fine', words: 'ổn' },
  1: { id: 'findings', words: 'có lỗi trong báo cáo của đơn vị, kết quả vẫn được ghi' },
  2: { id: 'unable', words: 'không làm được, không ghi gì' },
  70: { id: 'fault', words: 'lỗi của chương trình' },
  130: { id: 'interrupted', words: 'bị ngắt' },
};

/** What that exit code means. */
export function meaningOf(code: ExitCode): ExitMeaning {
  return MEANINGS[code];
}

/** 1 when one of the findings is at or above the threshold, else 0. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], threshold: 'error' | 'warning'): ExitCode {
  const blocks = ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (severity === 'warning' && threshold === 'warning');
  return diagnostics.some(blocks) ? EXIT.findings : EXIT.fine;
}
