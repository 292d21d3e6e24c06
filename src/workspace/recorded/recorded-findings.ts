import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { AcceptedError, LeftOut } from '../../model/report.ts';
import type { Unit } from '../../model/unit.ts';
import type { RecordedFigures } from './schema.ts';

type RecordedFinding = RecordedFigures['findings'][number];

function locationOf(location: RecordedFinding['location']): Location {
  if (location.kind !== 'cell') return location;
  const { file, sheet, address } = location;
  return { kind: 'cell', ref: { file, sheet, address } };
}

function findingOf({ rule, severity, message, hint, location, facts }: RecordedFinding): Diagnostic {
  return { rule, severity, message, hint, location: locationOf(location), related: [], facts };
}

function isSame(a: Pick<RecordedFinding, 'message' | 'rule'>, b: Pick<RecordedFinding, 'message' | 'rule'>): boolean {
  return a.rule === b.rule && a.message === b.message;
}

/** What was found in the round, as far as it explains figures. */
export interface RecordedFindings {
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly LeftOut[];
  readonly accepted: readonly AcceptedError[];
}

/** The findings of a record; what is left out is the finding itself, so that its facts are known. */
export function recordedFindings(figures: RecordedFigures, units: ReadonlyMap<string, Unit>): RecordedFindings {
  const { findings, accepted, leftOut } = figures;
  return {
    diagnostics: findings.map(findingOf),
    accepted: accepted.map(({ finding, reason }) => ({ diagnostic: findingOf(finding), reason })),
    leftOut: leftOut.map((one) => {
      const place = JSON.stringify(one.location);
      const own = findings.find((finding) => isSame(finding, one) && JSON.stringify(finding.location) === place);
      const bare = { ...one, severity: 'error', hint: '', facts: {} } as const;
      return { unit: units.get(one.unit ?? ''), diagnostic: findingOf(own ?? bare) };
    }),
  };
}
