import type { Rollup } from '../../model/rollup.ts';
import { oneLine } from '../clean-text.ts';
import { longRows, type LongRow } from '../rollup/rows.ts';

/** Says to a spreadsheet that the text is UTF-8. */
const MARK = '\ufeff';

/** The columns, in order; their names are those of the fields in the JSON. */
export const LONG_COLUMNS = [
  'period',
  'from',
  'to',
  'communeCode',
  'commune',
  'state',
  'kind',
  'id',
  'title',
  'unitType',
  'unitTypeName',
  'counts',
  'value',
  'denominator',
  'targetComparison',
  'targetPercent',
  'verdict',
  'shortfall',
  'countedUnits',
  'expectedUnits',
  'reportVersion',
  'asOf',
  'countedFrom',
  'countedTo',
  'directive',
  'directiveVersion',
  'file',
  'sha256',
] as const satisfies readonly (keyof LongRow)[];

/**
 * A value as a cell. A text that a spreadsheet would compute (`=…`, `+…`, `-…`, `@…`) gets an apostrophe before it, as people type
 * it there; numbers are whole and never negative.
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = oneLine(value);
  const guarded = /^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The long table as CSV (RFC 4180): UTF-8 with a mark, commas, a heading, one line for each commune, round and indicator. */
export function renderRollupCsv(rollup: Rollup): string {
  const lines = longRows(rollup).map((row) => LONG_COLUMNS.map((column) => cell(row[column])).join(','));
  return `${MARK}${[LONG_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
