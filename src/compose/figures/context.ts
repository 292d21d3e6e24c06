import type { FigureCell } from '../../model/figure.ts';
import type { Located } from '../../model/located.ts';
import type { ReportModel } from '../../model/report.ts';
import type { Unit } from '../../model/unit.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { adjustmentText, placeText } from '../wording.ts';
import { unitNames } from '../unit-names.ts';

/** What every kind of figure is explained with. */
export interface FigureContext {
  readonly model: ReportModel;
  readonly nameOf: (unit: Unit) => string;
  /** The cell of a value that counts; nothing when there is none. */
  readonly cellOf: (located: Pick<Located<unknown>, 'adjustment' | 'raw' | 'ref'> | undefined) => readonly FigureCell[];
}

/** The context of a round. */
export function figureContext(model: ReportModel): FigureContext {
  const hashes = new Map(model.sources.map(({ file, sha256 }) => [file, sha256]));
  return {
    model,
    nameOf: unitNames(model.units).titled,
    cellOf: (located) => {
      if (located === undefined) return [];
      const { ref, raw, adjustment } = located;
      const place = placeText({ kind: 'cell', ref });
      return [
        {
          place,
          raw: maskPersonalData(raw),
          adjustment: adjustment === undefined ? undefined : adjustmentText(adjustment),
          sha256: hashes.get(ref.file) ?? '',
        },
      ];
    },
  };
}
