import type { Result } from './hostile-file.ts';

/** What a test needs to know of a finding in the program's JSON. */
export interface AnswerFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string;
  readonly location: { readonly kind: string; readonly file?: string };
  readonly facts: Readonly<Record<string, string | number>>;
}

interface Share {
  readonly understood: number;
  readonly asked: number;
}

/** What a test needs to know of a file in the program's JSON. */
export interface AnswerFile {
  readonly file: string;
  readonly isUsable: boolean;
  readonly tasks: Share | null;
  readonly indicators: Share | null;
}

/** The JSON of `tkcds validate` or `tkcds status`. */
export interface ProgramAnswer {
  readonly exitCode: number;
  readonly files?: readonly AnswerFile[];
  readonly findings: readonly AnswerFinding[];
}

function isWhole(share: Share | null): boolean {
  return share !== null && share.understood === share.asked && share.asked > 0;
}

/** What came of one file, in the words of `HostileFile.results`. */
export function resultOf(answer: ProgramAnswer, file: string): Result {
  const summary = answer.files?.find((candidate) => candidate.file === file);
  // That one unit sent many files is the way in which these tests save time.
  const errors = answer.findings.filter(({ rule, severity }) => severity === 'error' && rule !== 'submission-repeated');
  const first = errors.find(({ location }) => location.file === file);
  if (summary?.isUsable === true && first === undefined) {
    return isWhole(summary.tasks) && isWhole(summary.indicators) ? 'read' : 'read in part';
  }
  if (first?.rule !== 'file-unreadable') return first?.rule ?? 'no finding';
  const { kind, limit } = first.facts;
  return limit === undefined ? String(kind) : `${String(kind)}: ${String(limit)}`;
}
