import type { Diagnostic } from '../model/diagnostic.ts';
import type { ReportModel } from '../model/report.ts';
import type { UnitNames } from './unit-names.ts';
import { placeText } from './wording.ts';

/** Something that an error keeps out of the figures: whose it is, where it stands, and why. */
export interface LeftOutRow {
  readonly title: string;
  readonly place: string;
  readonly reason: string;
}

/** Everything that an error keeps out of the figures, but what did not come at all, in the order of the findings. */
export function leftOutRows({ leftOut, accepted }: ReportModel, names: UnitNames): readonly LeftOutRow[] {
  const reasons = new Map(accepted.map(({ diagnostic, reason }) => [diagnostic, reason]));
  const reasonOf = (diagnostic: Diagnostic): string => {
    const reason = reasons.get(diagnostic);
    return reason === undefined ? diagnostic.message : `${diagnostic.message}. Xã chấp nhận: ${reason}`;
  };
  return leftOut
    .filter(({ diagnostic }) => diagnostic.location.kind !== 'unit')
    .map(({ unit, diagnostic }) => ({
      title: unit === undefined ? 'Chưa xác định' : names.titled(unit),
      place: placeText(diagnostic.location),
      reason: reasonOf(diagnostic),
    }));
}
