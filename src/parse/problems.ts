import { diagnosticOf, type Diagnostic, type Finding, type Problem, type Severity } from '../model/diagnostic.ts';

/** Every kind of finding made while a workbook is understood, sorted by id, with its severity. */
const SEVERITIES = {
  'cell-error-value': 'error',
  'cell-hidden': 'warning',
  'cell-merged-over-rows': 'error',
  'choice-unknown': 'error',
  'computed-cell-broken': 'info',
  'date-ambiguous': 'error',
  'date-incomplete': 'error',
  'date-unreadable': 'error',
  'field-label-unknown': 'warning',
  'field-repeated': 'error',
  'form-of-other-directive': 'error',
  'form-unrecognised': 'error',
  'form-version-newer': 'warning',
  'form-version-older': 'warning',
  'formula-uncomputed': 'error',
  'heading-ambiguous': 'error',
  'heading-missing': 'error',
  'heading-missing-optional': 'warning',
  'heading-repeated': 'warning',
  'heading-unknown': 'warning',
  'hidden-table-differs': 'warning',
  'indicator-not-assigned': 'warning',
  'indicator-unknown': 'warning',
  'number-ambiguous': 'error',
  'number-negative': 'error',
  'number-not-whole': 'error',
  'number-says-none': 'error',
  'number-scaled': 'error',
  'number-too-large': 'error',
  'number-unchanged': 'info',
  'number-unchanged-differs': 'error',
  'number-unchanged-in-round': 'error',
  'number-unchanged-unknown': 'error',
  'number-unit-mismatch': 'warning',
  'number-unreadable': 'error',
  'number-with-unit': 'info',
  'percent-ambiguous': 'info',
  'period-mismatch': 'error',
  'register-code-missing': 'error',
  'register-code-repeated': 'error',
  'register-date-unreadable': 'error',
  'register-heading-missing': 'error',
  'register-merger-incomplete': 'error',
  'register-merger-target-unknown': 'error',
  'register-name-ambiguous': 'error',
  'register-name-missing': 'error',
  'register-number-unreadable': 'error',
  'register-term-unreadable': 'error',
  'register-type-unknown': 'error',
  'report-date-from-time-stamp': 'info',
  'row-contradictory': 'error',
  'row-repeated': 'error',
  'rows-without-headings': 'error',
  'sheet-missing': 'error',
  'sheet-not-counted': 'info',
  'sheet-unit-unknown': 'error',
  'summary-total-differs': 'warning',
  'table-repeated': 'error',
  'table-unrecognised': 'warning',
  'task-not-assigned': 'warning',
  'task-unknown': 'warning',
  'unit-ambiguous': 'error',
  'unit-dormant': 'error',
  'unit-merged': 'error',
  'unit-name-mismatch': 'warning',
  'unit-type-mismatch': 'warning',
  'unit-unknown': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The id of a kind of finding made in this stage about a workbook. */
export type ParseProblemId = keyof typeof SEVERITIES;

/** Every kind of finding made while a workbook is understood, sorted by id. */
export const PARSE_PROBLEMS: readonly Problem[] = Object.entries(SEVERITIES).map(([id, severity]) => ({
  id,
  severity,
}));

/** The finding as a diagnostic of that kind. */
export function problem(id: ParseProblemId, finding: Finding): Diagnostic {
  return diagnosticOf({ id, severity: SEVERITIES[id] }, finding);
}
