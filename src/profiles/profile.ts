import type { ClauseId } from './clauses-nd-30-2020.ts';

/** The least and the most that is allowed. */
export type Range = readonly [least: number, most: number];

/** How a part of a document is to be set: type size in points, and what its letters look like. */
export interface PartLayout {
  /** Rule id: `C1`. */
  readonly clause: ClauseId;
  /** As a message calls it: `Quốc hiệu`. */
  readonly name: string;
  readonly size: Range;
  readonly weight: 'bold' | 'regular' | 'any';
  readonly slant: 'upright' | 'italic' | 'any';
  /** in hoa, in thường; `any` where the decree is silent. */
  readonly letters: 'upper' | 'lower' | 'any';
  readonly align: 'center' | 'justify' | 'any';
}
