import { explainFigures, type FigureView } from './compose/figures/explain-figures.ts';
import type { ExplainedFigure } from './model/figure-change.ts';
import type { UnitId } from './model/unit.ts';

export type { FigureView } from './compose/figures/explain-figures.ts';

/** The figures that a text asks for, each with its cells and with what changed since earlier reports; `unit`: only that unit's part. */
export function explainedFigures(view: FigureView, asked: string, unit?: UnitId): readonly ExplainedFigure[] {
  return explainFigures(view, asked, unit);
}
