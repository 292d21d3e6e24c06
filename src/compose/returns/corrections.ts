import type { Correction, CorrectionPlace } from '../../model/correction.ts';
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import { answerCells } from '../../model/answer-cells.ts';
import type { Submission } from '../../model/submission.ts';
import { type CellRef, cellKey } from '../../model/workbook.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { quoteValue } from '../../vi/text.ts';
import { hintForUnit, isForUnit } from './unit-hints.ts';

function placeOf(location: Location): CorrectionPlace | undefined {
  switch (location.kind) {
    case 'cell':
      return { sheet: location.ref.sheet, address: location.ref.address, isHere: true };
    case 'sheet':
      return { sheet: location.sheet, address: undefined, isHere: true };
    case 'file':
    case 'passage':
    case 'unit':
    case 'data':
      return undefined;
  }
}

const RANKS: Readonly<Record<Correction['severity'], number>> = { error: 0, warning: 1 };

/**
 * What a unit is asked to mend: the errors and warnings among the findings on its report that it can mend, errors first, else in the
 * order given. `rawAt` gives what stands in a cell, '' when it is blank.
 */
export function corrections(
  diagnostics: readonly Diagnostic[],
  rawAt: (ref: CellRef) => string,
): readonly Correction[] {
  return diagnostics
    .flatMap(({ rule, severity, location, message, hint }): readonly Correction[] => {
      if (severity === 'info' || !isForUnit(rule)) return [];
      const raw = location.kind === 'cell' ? rawAt(location.ref) : '';
      return [
        {
          severity,
          rule,
          place: placeOf(location),
          message: maskPersonalData(message),
          found: raw === '' ? '' : quoteValue(raw),
          hint: maskPersonalData(hintForUnit(rule, hint)),
        },
      ];
    })
    .toSorted((one, other) => RANKS[one.severity] - RANKS[other.severity]);
}

/**
 * The same corrections in a fresh form that holds what was understood: each at the cell where the form has the same answer. What has
 * no such cell keeps its place in the file that the unit sent.
 */
export function inFreshForm(
  asked: readonly Correction[],
  sent: Submission | undefined,
  fresh: Submission | undefined,
): readonly Correction[] {
  const places = new Map<string, CellRef>();
  const freshCells = fresh === undefined ? new Map<string, CellRef>() : answerCells(fresh);
  for (const [answer, ref] of sent === undefined ? [] : answerCells(sent)) {
    const there = freshCells.get(answer);
    if (there !== undefined) places.set(cellKey({ ...ref, file: '' }), there);
  }
  return asked.map((correction): Correction => {
    const { place } = correction;
    if (place === undefined) return correction;
    const there = places.get(cellKey({ file: '', sheet: place.sheet, address: place.address ?? '' }));
    if (there === undefined) return { ...correction, place: { ...place, isHere: false } };
    return { ...correction, place: { sheet: there.sheet, address: there.address, isHere: true } };
  });
}
