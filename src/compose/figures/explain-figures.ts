import type { Figure } from '../../model/figure.ts';
import type { ExplainedFigure, FigureBasis, FigureChange } from '../../model/figure-change.ts';
import type { ReportModel } from '../../model/report.ts';
import type { UnitId } from '../../model/unit.ts';
import { withoutParts } from './contributions.ts';
import { changeSince } from './figure-change.ts';
import { figuresOf, findFigures } from './find-figures.ts';

/** The figures that are asked about, and what they may be compared with. */
export interface FigureView {
  readonly model: ReportModel;
  /** `recorded`: the figures of a closed round, as they were kept. */
  readonly origin: 'files' | 'recorded';
  readonly bases: readonly FigureBasis[];
}

/** More figures than these are listed, not compared. */
const MOST_COMPARED = 40;

/** The figures that the text asks for; a number that no longer is any is looked up in the earlier reports. */
function askedFigures(
  { model, origin, bases }: FigureView,
  asked: string,
  unit: UnitId | undefined,
): readonly Figure[] {
  const found = findFigures(model, asked, unit, origin);
  if (found.length > 0) return found;
  for (const { model: earlier, follow } of bases) {
    const old = findFigures(earlier, asked, unit, 'recorded');
    const keys = new Set(old.map((one) => `${one.key} ${one.unit === undefined ? '' : follow(one.unit)}`));
    const all = findFigures(model, '', unit, origin);
    const now = all.filter((one) => keys.has(`${one.key} ${one.unit ?? ''}`));
    if (now.length > 0) return now;
  }
  return [];
}

/** The change with that unit's part alone; what the others add stays known. */
function ofUnit(change: FigureChange, unit: UnitId): FigureChange {
  const parts = change.parts.filter((part) => part.unit === unit);
  if (parts.length === change.parts.length) return change;
  const own = parts.map(({ contribution }) => contribution);
  return { ...change, parts, others: withoutParts(change.difference, own) };
}

/**
 * The figures that the text asks for, each with how it came about and how it differs from the earlier reports that have it. With a
 * unit only that unit's figures and parts; the differences are those of the whole figure all the same.
 */
export function explainFigures(view: FigureView, asked: string, unit?: UnitId): readonly ExplainedFigure[] {
  const { model, origin, bases } = view;
  const found = askedFigures(view, asked, unit);
  if (found.length > MOST_COMPARED) return found.map((figure) => ({ figure, changes: [] }));
  const now = { model, figures: figuresOf(model, origin) };
  const earlier = bases.map((basis) => ({ basis, figures: figuresOf(basis.model, 'recorded') }));
  return found.map((figure): ExplainedFigure => {
    const whole = now.figures.find((one) => one.key === figure.key && one.unit === figure.unit) ?? figure;
    const changes = earlier.map(({ basis, figures }) => changeSince(whole, now, basis, figures));
    if (unit === undefined || figure.unit !== undefined) return { figure, changes };
    return { figure, changes: changes.map((change) => ofUnit(change, unit)) };
  });
}
