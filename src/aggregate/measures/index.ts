import type { MeasureKind, MeasurePlugin } from '../measure.ts';
import { coverage } from './coverage.ts';
import { sum } from './sum.ts';

/** The registry of measures, sorted by kind. A kind of the model without its plug-in does not compile. */
export const MEASURES: { readonly [Kind in MeasureKind]: MeasurePlugin<Kind> } = { coverage, sum };
