import type { Ratio } from './ratio.ts';
import type { UnitId } from './unit.ts';

/** What a figure amounts to, so that two of them can be compared exactly: a count, a share, or the state of a task. */
export type Amount =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'share'; readonly ratio: Ratio }
  | { readonly kind: 'state'; readonly state: string };

/** A figure of the report (con số trong báo cáo) and how it came about. */
export interface Figure {
  /** Says together with `unit` which figure it is; the same in every report and round that has this figure. */
  readonly key: string;
  /** What the figures have in common that are made of the same answers, such as the states of one task. */
  readonly family: string;
  /** The ids of the indicators or of the task whose answers it is made of; none for what is counted in the register. */
  readonly subjects: readonly string[];
  readonly amount: Amount;
  /** As the report prints it: `51,9%`, `8.660`, `HT`. */
  readonly printed: string;
  /** What it says. */
  readonly title: string;
  /** How it was computed. */
  readonly how: string;
  /** The unit whose figure it is; undefined for one of the commune. */
  readonly unit: UnitId | undefined;
  /** Codes and ids by which it may be asked for. */
  readonly names: readonly string[];
  /** What it was made of. */
  readonly parts: readonly FigurePart[];
}

/** A part of a figure: the unit, what it gave, and where that stands. */
export interface FigurePart {
  readonly unit: UnitId;
  readonly name: string;
  /** What counts of it, or why nothing does. */
  readonly text: string;
  /** What it gives to the figure; undefined when nothing of it counts. */
  readonly amount: Amount | undefined;
  /** The cells with what stands in them. */
  readonly cells: readonly FigureCell[];
}

/** A cell as the unit filled it in. */
export interface FigureCell {
  /** `TH01.xlsx, trang “Chỉ tiêu”, ô D10` */
  readonly place: string;
  /** The name of its file. */
  readonly file: string;
  /** What stands there, masked where it looks personal; undefined when it was not kept, as in the snapshot of a closed round. */
  readonly raw: string | undefined;
  /** Why another number counts than stands there, in words; undefined when that one counts. */
  readonly adjustment: string | undefined;
  /** SHA-256 of the file, lower-case hex; '' when unknown. */
  readonly sha256: string;
}
