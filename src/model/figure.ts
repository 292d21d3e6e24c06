import type { UnitId } from './unit.ts';

/** A figure of the report (con số trong báo cáo) and how it came about. */
export interface Figure {
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
  /** The cells with what stands in them. */
  readonly cells: readonly FigureCell[];
}

/** A cell as the unit filled it in. */
export interface FigureCell {
  /** `TH01.xlsx, trang “Chỉ tiêu”, ô D10` */
  readonly place: string;
  /** What stands there, masked where it looks personal. */
  readonly raw: string;
  /** Why another number counts than stands there, in words; undefined when that one counts. */
  readonly adjustment: string | undefined;
  /** SHA-256 of the file, lower-case hex; '' when unknown. */
  readonly sha256: string;
}
