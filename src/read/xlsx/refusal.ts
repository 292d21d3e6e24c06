import type { Refused } from '../format.ts';
import { LIMITS, type LimitId } from '../limits.ts';

/** Ends the reading from within a part; `xlsx.read` turns it into the refusal it carries. */
export class Refusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.kind);
    this.refused = refused;
  }
}

/** The file does not hold what it should. */
export function damaged(): never {
  throw new Refusal({ kind: 'damaged' });
}

/** Refuses when `found` is more than the limit. */
export function withinLimit(id: LimitId, found: number): void {
  if (found > LIMITS[id]) throw new Refusal({ kind: 'too-large', limit: { id, found } });
}
