import type { Diagnostic } from '../model/diagnostic.ts';
import type { Answer } from '../model/located.ts';
import { cellKey } from '../model/workbook.ts';

/** Tells whether an error keeps an answer out of the figures. */
export type LeftOutTest = (answer: Answer<unknown> | undefined) => boolean;

/** The test by the cells at which these findings have an error. */
export function leftOutTest(diagnostics: readonly Diagnostic[]): LeftOutTest {
  const cells = new Set(
    diagnostics.flatMap(({ severity, location }) =>
      severity === 'error' && location.kind === 'cell' ? [cellKey(location.ref)] : [],
    ),
  );
  return (answer) => answer?.ref !== undefined && cells.has(cellKey(answer.ref));
}
