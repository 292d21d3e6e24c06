import type { Measure } from '../model/directive.ts';
import type { Coverage, Total } from '../model/report.ts';
import type { Evidence } from './evidence.ts';

/** What each kind of measure yields. */
export interface MeasureResults {
  readonly coverage: Coverage;
  readonly sum: Total;
}

export type MeasureKind = Measure['kind'];
export type MeasureOf<Kind extends MeasureKind> = Extract<Measure, { readonly kind: Kind }>;

/** One way to compute an indicator of the commune from the units' (cách tính): one file in measures/. */
export interface MeasurePlugin<Kind extends MeasureKind> {
  readonly kind: Kind;
  /** Undefined when the measure names an indicator or a unit type that the directive does not have. */
  compute(measure: MeasureOf<Kind>, evidence: Evidence): MeasureResults[Kind] | undefined;
}
