import type { Buffer } from 'node:buffer';

/** The sectors of a compound file and the table that says which follows which. */
export interface SectorSpace {
  readonly size: number;
  readonly count: number;
  /** Sector → the next one of its chain. */
  readonly next: readonly number[];
  /** The bytes of one sector; the last one of a file may be short. */
  readonly sector: (index: number) => Buffer;
}

/** Ends a chain. */
export const END_OF_CHAIN = 0xfffffffe;

/** The numbers that a run of bytes holds, four bytes each. */
export function numbersOf(bytes: Buffer): readonly number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}

/** The sectors from `start` to the chain's end; undefined when it leaves the file or comes back to itself. */
export function chainOf(space: SectorSpace, start: number): readonly number[] | undefined {
  const chain: number[] = [];
  for (let at = start; at !== END_OF_CHAIN; at = space.next[at] ?? -1) {
    if (at < 0 || at >= space.count || chain.length >= space.count) return undefined;
    chain.push(at);
  }
  return chain;
}
