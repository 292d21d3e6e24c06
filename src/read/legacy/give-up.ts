import type { Contents, Refused } from '../format.ts';

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

/** The same end of the reading, with the sheet that is damaged. */
export function named(error: Refusal, sheet: string): Refusal {
  return error.refused.kind === 'damaged' ? new Refusal({ kind: 'damaged', sheet }) : error;
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
