import type { Problem } from '../../model/diagnostic.ts';

/** The file is not the kind of YAML that a directive is written in: broken, too large, or with anchors, tags or repeated keys. */
export const DIRECTIVE_SYNTAX: Problem = { id: 'directive-syntax', severity: 'error' };

/** A key that has no meaning at its place. */
export const DIRECTIVE_KEY_UNKNOWN: Problem = { id: 'directive-key-unknown', severity: 'error' };

/** Something that must be said is not there: a key, its value, the source of an entry, a part of the form. */
export const DIRECTIVE_KEY_MISSING: Problem = { id: 'directive-key-missing', severity: 'error' };

/** A value of the wrong kind, or one that contradicts another. */
export const DIRECTIVE_VALUE_INVALID: Problem = { id: 'directive-value-invalid', severity: 'error' };

/** The name of a unit type, task group or indicator that the file does not declare. */
export const DIRECTIVE_REFERENCE_UNKNOWN: Problem = { id: 'directive-reference-unknown', severity: 'error' };

/** An id or a wording that two entries share, so that a reference or a re-typed form could mean either. */
export const DIRECTIVE_ID_REPEATED: Problem = { id: 'directive-id-repeated', severity: 'error' };

/** Every kind of finding about a directive's file, sorted by id. */
export const DIRECTIVE_PROBLEMS: readonly Problem[] = [
  DIRECTIVE_ID_REPEATED,
  DIRECTIVE_KEY_MISSING,
  DIRECTIVE_KEY_UNKNOWN,
  DIRECTIVE_REFERENCE_UNKNOWN,
  DIRECTIVE_SYNTAX,
  DIRECTIVE_VALUE_INVALID,
];
