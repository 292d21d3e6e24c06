import type { Diagnostic } from '../model/diagnostic.ts';
import type { Answer, Located } from '../model/located.ts';
import type { Arrival, Submission } from '../model/submission.ts';
import { indicatorAnswer } from '../model/submission.ts';
import { cellKey, type CellRef } from '../model/workbook.ts';

/** What the errors of the round keep out of the figures: single cells, and whole files. Warnings and infos keep nothing out. */
export interface Exclusions {
  /** The `cellKey`s of cells with an error. */
  readonly cells: ReadonlySet<string>;
  /** The errors that are located at a file as a whole, by that file's name. */
  readonly files: ReadonlyMap<string, readonly Diagnostic[]>;
}

/**
 * Reads off the errors what must not be counted. An error at a sheet keeps nothing out by itself: what is missing there
 * has no value anyway, and the rest of the sheet still counts.
 */
export function exclusionsOf(diagnostics: readonly Diagnostic[]): Exclusions {
  const cells = new Set<string>();
  const files = new Map<string, readonly Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'error') continue;
    const { location } = diagnostic;
    if (location.kind === 'cell') cells.add(cellKey(location.ref));
    if (location.kind === 'file') files.set(location.file, [...(files.get(location.file) ?? []), diagnostic]);
  }
  return { cells, files };
}

/** The errors that keep that report out as a whole: those at its file that are not about another unit's report in it. */
export function errorsOf(exclusions: Exclusions, { source, unit }: Arrival): readonly Diagnostic[] {
  const errors = exclusions.files.get(source.file) ?? [];
  return errors.filter(({ facts }) => facts['unit'] === undefined || facts['unit'] === unit?.id);
}

/** Whether an error stands at that cell. */
export function isExcluded(exclusions: Exclusions, ref: CellRef): boolean {
  return exclusions.cells.has(cellKey(ref));
}

/** The value with its cell, or undefined when it is blank, a dash, unreadable or kept out by an error. */
export function usable<T>(exclusions: Exclusions, answer: Answer<T>): Located<T> | undefined {
  if (answer.kind !== 'value' || isExcluded(exclusions, answer.ref)) return undefined;
  const { value, raw, ref, adjustment, carriedOver } = answer;
  return {
    value,
    raw,
    ref,
    ...(adjustment === undefined ? {} : { adjustment }),
    ...(carriedOver === undefined ? {} : { carriedOver }),
  };
}

/**
 * A unit's number for that indicator if it can be counted: a whole number, not negative, that no error keeps out. What is
 * no count of anything stays out whatever severity the directive gives to the finding on it.
 */
export function usableCount(
  exclusions: Exclusions,
  submission: Submission,
  indicator: string,
): Located<number> | undefined {
  const answer = indicatorAnswer(submission, indicator);
  const count = answer === undefined ? undefined : usable(exclusions, answer.value);
  return count !== undefined && Number.isSafeInteger(count.value) && count.value >= 0 ? count : undefined;
}

/** The exact sum of counts. Beyond 2^53 − 1, which no commune reaches, it stays at that number instead of becoming inexact. */
export function sumCounts(counts: readonly number[]): number {
  const sum = counts.reduce((total, count) => total + BigInt(count), 0n);
  return sum > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(sum);
}
