import type { Problem } from '../model/diagnostic.ts';

/** A commune of the list sent nothing that counts for the round. */
export const ROLLUP_COMMUNE_MISSING: Problem = { id: 'rollup-commune-missing', severity: 'error' };
/** A file comes from a commune that the list does not have, or has twice under that name. */
export const ROLLUP_COMMUNE_UNKNOWN: Problem = { id: 'rollup-commune-unknown', severity: 'error' };
/** A file does not say whose figures it holds. */
export const ROLLUP_COMMUNE_UNNAMED: Problem = { id: 'rollup-commune-unnamed', severity: 'error' };
/** A report or working table beside the figures is not as it was written with them. */
export const ROLLUP_COMPANION_DIFFERS: Problem = { id: 'rollup-companion-differs', severity: 'info' };
/** A file lacks what every bao-cao.json has, or has something else in its place. */
export const ROLLUP_CONTENT_INVALID: Problem = { id: 'rollup-content-invalid', severity: 'error' };
/** The communes' figures refer to different days. */
export const ROLLUP_COUNT_DATES_DIFFER: Problem = { id: 'rollup-count-dates-differ', severity: 'warning' };
/** The communes closed their figures on different days. */
export const ROLLUP_CUTOFFS_DIFFER: Problem = { id: 'rollup-cutoffs-differ', severity: 'info' };
/** One id stands for different shares or sums. */
export const ROLLUP_DEFINITION_DIFFERS: Problem = { id: 'rollup-definition-differs', severity: 'warning' };
/** The communes worked by different directives, or versions of one. */
export const ROLLUP_DIRECTIVE_DIFFERS: Problem = { id: 'rollup-directive-differs', severity: 'warning' };
/** The figures are those of a draft. */
export const ROLLUP_DRAFT: Problem = { id: 'rollup-draft', severity: 'warning' };
/** A stated sum is not the sum of its parts. */
export const ROLLUP_FIGURE_DIFFERS: Problem = { id: 'rollup-figure-differs', severity: 'error' };
/** A file was changed after it had been written. */
export const ROLLUP_FILE_ALTERED: Problem = { id: 'rollup-file-altered', severity: 'error' };
/** A file is JSON, but no bao-cao.json. */
export const ROLLUP_FILE_FOREIGN: Problem = { id: 'rollup-file-foreign', severity: 'warning' };
/** A file is no JSON that can be read. */
export const ROLLUP_FILE_UNREADABLE: Problem = { id: 'rollup-file-unreadable', severity: 'error' };
/** Without a list nobody knows which communes are missing. */
export const ROLLUP_LIST_ABSENT: Problem = { id: 'rollup-list-absent', severity: 'info' };
/** The list of communes cannot be used. */
export const ROLLUP_LIST_INVALID: Problem = { id: 'rollup-list-invalid', severity: 'error' };
/** One round has different days at two communes, or two rounds the same days. */
export const ROLLUP_PERIOD_DIFFERS: Problem = { id: 'rollup-period-differs', severity: 'warning' };
/** The same file came twice. */
export const ROLLUP_REPORT_COPIED: Problem = { id: 'rollup-report-copied', severity: 'info' };
/** A commune sent different figures for one round. */
export const ROLLUP_REPORT_REPEATED: Problem = { id: 'rollup-report-repeated', severity: 'error' };
/** A file was written by a newer program. */
export const ROLLUP_SCHEMA_NEWER: Problem = { id: 'rollup-schema-newer', severity: 'error' };
/** A file was written by an older program, which did not say all that is needed. */
export const ROLLUP_SCHEMA_OLDER: Problem = { id: 'rollup-schema-older', severity: 'error' };
/** The communes are held against different targets. */
export const ROLLUP_TARGET_DIFFERS: Problem = { id: 'rollup-target-differs', severity: 'warning' };
/** One id has different wordings at the communes. */
export const ROLLUP_TITLE_DIFFERS: Problem = { id: 'rollup-title-differs', severity: 'warning' };

/** Every kind of finding of this stage, sorted by id. */
export const ROLLUP_PROBLEMS: readonly Problem[] = [
  ROLLUP_COMMUNE_MISSING,
  ROLLUP_COMMUNE_UNKNOWN,
  ROLLUP_COMMUNE_UNNAMED,
  ROLLUP_COMPANION_DIFFERS,
  ROLLUP_CONTENT_INVALID,
  ROLLUP_COUNT_DATES_DIFFER,
  ROLLUP_CUTOFFS_DIFFER,
  ROLLUP_DEFINITION_DIFFERS,
  ROLLUP_DIRECTIVE_DIFFERS,
  ROLLUP_DRAFT,
  ROLLUP_FIGURE_DIFFERS,
  ROLLUP_FILE_ALTERED,
  ROLLUP_FILE_FOREIGN,
  ROLLUP_FILE_UNREADABLE,
  ROLLUP_LIST_ABSENT,
  ROLLUP_LIST_INVALID,
  ROLLUP_PERIOD_DIFFERS,
  ROLLUP_REPORT_COPIED,
  ROLLUP_REPORT_REPEATED,
  ROLLUP_SCHEMA_NEWER,
  ROLLUP_SCHEMA_OLDER,
  ROLLUP_TARGET_DIFFERS,
  ROLLUP_TITLE_DIFFERS,
];
