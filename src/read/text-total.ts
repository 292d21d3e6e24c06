import type { Sheet } from '../model/workbook.ts';
import type { Refused } from './format.ts';
import { LIMITS } from './limits.ts';

/** Why those sheets hold too much text, or undefined when they do not. */
export function textExcess(sheets: readonly Sheet[]): Refused | undefined {
  let total = 0;
  for (const { rows } of sheets) {
    for (const cells of rows.values()) {
      for (const { value } of cells.values()) if (value.kind === 'text') total += value.text.length;
      if (total > LIMITS.textTotal) return { kind: 'too-large', limit: { id: 'textTotal', found: total } };
    }
  }
  return undefined;
}
