import type { Contents, Refused } from './format.ts';
import { LIMITS, type LimitId } from './limits.ts';

/** Ends the reading of a file with its reason; caught where the format is read. */
export class Refusal extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.kind);
    this.refused = refused;
  }
}

/** Gives the file up. @throws Refusal always */
export function giveUp(refused: Refused): never {
  throw new Refusal(refused);
}

/** The file does not hold what it should. @throws Refusal always */
export function damaged(): never {
  throw new Refusal({ kind: 'damaged' });
}

/** Gives the file up when `found` is more than the limit. @throws Refusal */
export function within(id: LimitId, found: number): void {
  if (found > LIMITS[id]) giveUp({ kind: 'too-large', limit: { id, found } });
}

/** The same end of the reading, with the sheet at which it came. */
export function named(error: Refusal, sheet: string): Refusal {
  return new Refusal({ ...error.refused, sheet });
}

/** Runs the reading of one sheet; when it turns out to be damaged, the sheet is named. @throws Refusal */
export function inSheet<T>(sheet: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) throw named(error, sheet);
    // A record ends before its fields do.
    throw error instanceof RangeError ? new Refusal({ kind: 'damaged', sheet }) : error;
  }
}

/** Runs the reading of a file; what ends it is a refusal. */
export function attempt(run: () => Contents): Contents | Refused {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    // A record ends before its fields do.
    if (error instanceof RangeError) return { kind: 'damaged' };
    throw error;
  }
}
