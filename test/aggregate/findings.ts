import type { Diagnostic, Location, Severity } from '../../src/model/diagnostic.ts';
import type { ReportModel, UnitOutcome } from '../../src/model/report.ts';
import type { CellRef } from '../../src/model/workbook.ts';

/** A finding of that severity at that place; what it says does not matter to the figures. */
export function aFinding(severity: Severity, location: Location, overrides: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: 'sample-rule',
    severity,
    message: 'Giá trị chưa hợp lệ',
    hint: 'Kiểm tra lại ô này',
    location,
    related: [],
    facts: {},
    ...overrides,
  };
}

/** An error at one cell: its value must be left out. */
export function cellError(file: string, sheet: string, address: string): Diagnostic {
  return aFinding('error', { kind: 'cell', ref: { file, sheet, address } });
}

/** An error at a cell that some answer carries. */
export function errorAt(ref: CellRef | undefined): Diagnostic {
  if (ref === undefined) throw new Error('the answer has no cell');
  return aFinding('error', { kind: 'cell', ref });
}

/** An error at a whole file. */
export function fileError(file: string): Diagnostic {
  return aFinding('error', { kind: 'file', file });
}

/** What the collection rules say when several different files come from one unit: an error at each, naming the others. */
export function conflictErrors(...files: readonly string[]): readonly Diagnostic[] {
  return files.map((file) =>
    aFinding(
      'error',
      { kind: 'file', file },
      {
        related: files
          .filter((other) => other !== file)
          .map((other) => ({ location: { kind: 'file', file: other }, note: 'Tệp kia' })),
      },
    ),
  );
}

/** What became of that unit. */
export function outcomeOf(model: ReportModel, unit: string): UnitOutcome {
  const outcome = model.units.find((candidate) => candidate.unit.id === unit);
  if (outcome === undefined) throw new Error(`no unit ${unit}`);
  return outcome;
}

/** The only element, or a fault of the test. */
export function only<T>(elements: readonly T[]): T {
  const [first, ...others] = elements;
  if (first === undefined || others.length > 0) throw new Error(`expected one, got ${elements.length}`);
  return first;
}
