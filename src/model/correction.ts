import type { RuleId } from './diagnostic.ts';

/** The sheet that is put in front of a workbook when it goes back to its unit; no report of the unit stands there. */
export const RETURN_SHEET = 'Cần sửa';

/** How the first cell of that sheet begins: by this and its name it is told from a sheet of the unit's own. */
export const RETURN_TITLE = 'NHỮNG CHỖ CẦN SỬA TRONG BÁO CÁO';

/** So many things to mend are listed and coloured in a workbook; of more it is said how many there are. */
export const MOST_LISTED = 2_000;

/** One thing that a unit is asked to mend in its report (nội dung cần sửa): a finding in words for the unit. */
export interface Correction {
  readonly severity: 'error' | 'warning';
  readonly rule: RuleId;
  /** Undefined when it is about the file as a whole. */
  readonly place: CorrectionPlace | undefined;
  /** What is wrong; without full stop. */
  readonly message: string;
  /** What stands in the cell, masked and shortened, in quotation marks; '' when nothing does or no cell is meant. */
  readonly found: string;
  /** How to mend it; starts with a verb, without full stop. */
  readonly hint: string;
}

/** Where something is to be mended. */
export interface CorrectionPlace {
  readonly sheet: string;
  /** `D12`; undefined when the sheet as a whole is meant. */
  readonly address: string | undefined;
  /** False when the place is one of the file that the unit sent, and the workbook with the corrections has none like it. */
  readonly isHere: boolean;
}

/** How many of them are errors, and how many are warnings. */
export function countCorrections(corrections: readonly Correction[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = corrections.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: corrections.length - errors };
}
