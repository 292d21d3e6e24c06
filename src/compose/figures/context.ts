import type { FigureCell } from '../../model/figure.ts';
import type { Located } from '../../model/located.ts';
import type { ReportModel } from '../../model/report.ts';
import type { Unit } from '../../model/unit.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { adjustmentText, carriedOverText, placeText } from '../wording.ts';
import { unitNames } from '../unit-names.ts';

/** What every kind of figure is explained with. */
export interface FigureContext {
  readonly model: ReportModel;
  readonly nameOf: (unit: Unit) => string;
  /** The cell of a value that counts; nothing when there is none. */
  readonly cellOf: (located: CellOfFigure | undefined) => readonly FigureCell[];
}

/** A cell behind a figure. */
export type CellOfFigure = Pick<Located<unknown>, 'adjustment' | 'carriedOver' | 'raw' | 'ref'>;

/** Why another number counts than stands in the cell; undefined when that one counts. */
function otherwise({ adjustment, carriedOver }: CellOfFigure): string | undefined {
  if (adjustment !== undefined) return maskPersonalData(adjustmentText(adjustment));
  return carriedOver === undefined ? undefined : carriedOverText(carriedOver);
}

/** The context of a round; `recorded` figures have lost the words of their cells. */
export function figureContext(model: ReportModel, origin: 'files' | 'recorded'): FigureContext {
  const hashes = new Map(model.sources.map(({ file, sha256 }) => [file, sha256]));
  return {
    model,
    nameOf: unitNames(model.units).titled,
    cellOf: (located) => {
      if (located === undefined) return [];
      const { ref, raw } = located;
      const place = placeText({ kind: 'cell', ref });
      return [
        {
          place,
          file: ref.file,
          raw: origin === 'recorded' ? undefined : maskPersonalData(raw),
          adjustment: otherwise(located),
          sha256: hashes.get(ref.file) ?? '',
        },
      ];
    },
  };
}
