/** Whole numbers below `limit`, the same for the same seed. */
export type Dice = (limit: number) => number;

/** A source of numbers that look random and are not. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    // Numerical Recipes; the upper bits are the good ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** The file with some of its bits turned over. */
export function flipped(bytes: Uint8Array, throwDice: Dice, bits: number): Buffer {
  const damaged = Buffer.from(bytes);
  for (let index = 0; index < bits; index++) {
    const at = throwDice(damaged.length);
    damaged.writeUInt8((damaged[at] ?? 0) ^ (1 << throwDice(8)), at);
  }
  return damaged;
}
