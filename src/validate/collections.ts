import type { Arrival, Submission } from '../model/submission.ts';

/** The values by key, keys and values in the order in which they come. No group is empty. */
export function grouped<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The reports that could be understood, in the order of the files. */
export function understood(arrivals: readonly Arrival[]): readonly Submission[] {
  return arrivals.flatMap(({ submission }) => submission ?? []);
}

/** One report for each unit: copies of the same file count once, and a unit with several different reports is left out. */
export function soleSubmissions(arrivals: readonly Arrival[]): readonly Submission[] {
  return [...grouped(understood(arrivals), ({ unit }) => unit.id).values()].flatMap((submissions) => {
    const isSole = new Set(submissions.map(({ sha256 }) => sha256)).size === 1;
    return isSole ? submissions.slice(0, 1) : [];
  });
}
