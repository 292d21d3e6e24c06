/** Whole numbers below a limit, the same for the same seed (the generator is called mulberry32). */
export type Seeded = (limit: number) => number;

/** A source of numbers for tests that is neither secret nor perfect, only the same everywhere. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

/** That many random bytes. */
export function randomBytes(length: number, seed: number): Uint8Array {
  const next = seeded(seed);
  const words = new Uint32Array(Math.ceil(length / 4));
  for (let at = 0; at < words.length; at++) words[at] = next(4_294_967_296);
  return new Uint8Array(words.buffer, 0, length);
}

/** The same bytes with that many bits turned over, in places that depend on the seed. */
export function flipped(bytes: Uint8Array, count: number, seed: number): Uint8Array {
  const next = seeded(seed);
  const damaged = Uint8Array.from(bytes);
  for (let left = count; left > 0; left--) {
    const at = next(damaged.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << next(8));
  }
  return damaged;
}
