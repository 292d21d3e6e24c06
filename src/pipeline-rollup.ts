import type { Diagnostic, Outcome } from './model/diagnostic.ts';
import type { Commune, Rollup } from './model/rollup.ts';
import type { ReadFile } from './pipeline.ts';
import { parseCommuneTable } from './rollup/commune-list.ts';

// The way of the province's figures, from communes' bao-cao.json to the four outputs; the way of one round is pipeline.ts.

export { composeRollup } from './compose/rollup/compose-rollup.ts';
export { renderRollupCsv } from './render/formats/rollup-csv.ts';
export { renderRollupJson, rollupRoundJson } from './render/formats/rollup-json.ts';
export { communesOf, type ListedCommune } from './rollup/commune-list.ts';
export { readReport, type ReadReport, type RollupFile } from './rollup/read-report.ts';
export { rollUp } from './rollup/roll-up.ts';

/** The communes that should report, of a table that was read. */
export function readCommuneList({ workbook }: ReadFile): Outcome<readonly Commune[] | undefined> {
  if (workbook.value === undefined) return { value: undefined, diagnostics: workbook.diagnostics };
  return parseCommuneTable(workbook.value);
}

/** The province's table as .xlsx with live formulas. */
export async function renderProvinceTable(rollup: Rollup, diagnostics: readonly Diagnostic[]): Promise<Uint8Array> {
  const { renderRollupTable } = await import('./render/rollup-xlsx.ts');
  return renderRollupTable(rollup, diagnostics);
}
