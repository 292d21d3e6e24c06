import type { Problem } from '../model/diagnostic.ts';
import {
  VERIFY_FILE_ADDED,
  VERIFY_FILE_CHANGED,
  VERIFY_FILE_MISSING,
  VERIFY_LEDGER_SHORTENED,
  VERIFY_RECORD_BROKEN,
  VERIFY_SHARED_CHANGED,
} from './closing/problems.ts';

/** A text file kept by hand is neither UTF-8 nor UTF-16. */
export const TEXT_ENCODING_UNKNOWN: Problem = { id: 'text-encoding-unknown', severity: 'error' };
/** The settings file is not YAML. */
export const SETTINGS_SYNTAX: Problem = { id: 'settings-syntax', severity: 'error' };
/** A key that the settings do not have. */
export const SETTINGS_KEY_UNKNOWN: Problem = { id: 'settings-key-unknown', severity: 'error' };
/** A value of the settings that is not what its key holds. */
export const SETTINGS_VALUE_INVALID: Problem = { id: 'settings-value-invalid', severity: 'error' };
/** Two rounds with one id. */
export const SETTINGS_ROUND_DUPLICATE: Problem = { id: 'settings-round-duplicate', severity: 'error' };
/** A round names a directive that is neither in the workspace nor built in. */
export const SETTINGS_DIRECTIVE_UNKNOWN: Problem = { id: 'settings-directive-unknown', severity: 'error' };
/** A round's dates are not those of its directive. */
export const SETTINGS_ROUND_DIFFERS: Problem = { id: 'settings-round-differs', severity: 'warning' };
/** The commune of the settings is not the one that issued the directive. */
export const SETTINGS_ISSUER_DIFFERS: Problem = { id: 'settings-issuer-differs', severity: 'warning' };
/** The directive in a file of the workspace calls itself otherwise than its file. */
export const DIRECTIVE_ID_MISMATCH: Problem = { id: 'directive-id-mismatch', severity: 'error' };
/** Details are given for a document that no directive cites. */
export const SETTINGS_DOCUMENT_UNKNOWN: Problem = { id: 'settings-document-unknown', severity: 'warning' };
/** Confirmed words mean something that is not there any more. */
export const CONFIRMATION_UNKNOWN: Problem = { id: 'confirmation-unknown', severity: 'warning' };
/** Words are confirmed to mean two things, or mean something else already. */
export const CONFIRMATION_CONTRADICTS: Problem = { id: 'confirmation-contradicts', severity: 'error' };
/** Errors are accepted that are not there. */
export const ACCEPTANCE_UNUSED: Problem = { id: 'acceptance-unused', severity: 'warning' };
/** Fewer errors were accepted than there are. */
export const ACCEPTANCE_OUTGROWN: Problem = { id: 'acceptance-outgrown', severity: 'warning' };
/** A file of the inbox cannot be opened: no permission, a link, not a regular file. */
export const FILE_INACCESSIBLE: Problem = { id: 'file-inaccessible', severity: 'error' };
/** A file of the inbox is too large to be a report and was not loaded. */
export const FILE_OVERSIZED: Problem = { id: 'file-oversized', severity: 'error' };
/** A number is adjusted that does not stand there (any more). */
export const ADJUSTMENT_UNUSED: Problem = { id: 'adjustment-unused', severity: 'warning' };
/** A line of the receipt ledger does not follow the line before. */
export const LEDGER_CHANGED: Problem = { id: 'ledger-changed', severity: 'warning' };
/** The last line of a record was not written to its end. */
export const RECORD_TORN: Problem = { id: 'record-torn', severity: 'warning' };
/** A file had not come yet on the day the round is seen at. */
export const RECEIVED_AFTER_CUTOFF: Problem = { id: 'received-after-cutoff', severity: 'info' };
/** A file of the inbox is not what the receipt ledger recorded under its name. */
export const RECEIVED_FILE_CHANGED: Problem = { id: 'received-file-changed', severity: 'warning' };
/** A file of the receipt ledger lies in the inbox no more. */
export const RECEIVED_FILE_MISSING: Problem = { id: 'received-file-missing', severity: 'warning' };

/** Every kind of finding that the workspace makes, sorted by id; each has a page in docs/rules. */
export const WORKSPACE_PROBLEMS: readonly Problem[] = [
  ACCEPTANCE_OUTGROWN,
  ACCEPTANCE_UNUSED,
  ADJUSTMENT_UNUSED,
  CONFIRMATION_CONTRADICTS,
  CONFIRMATION_UNKNOWN,
  DIRECTIVE_ID_MISMATCH,
  FILE_INACCESSIBLE,
  FILE_OVERSIZED,
  LEDGER_CHANGED,
  RECEIVED_AFTER_CUTOFF,
  RECEIVED_FILE_CHANGED,
  RECEIVED_FILE_MISSING,
  RECORD_TORN,
  SETTINGS_DIRECTIVE_UNKNOWN,
  SETTINGS_DOCUMENT_UNKNOWN,
  SETTINGS_ISSUER_DIFFERS,
  SETTINGS_KEY_UNKNOWN,
  SETTINGS_ROUND_DIFFERS,
  SETTINGS_ROUND_DUPLICATE,
  SETTINGS_SYNTAX,
  SETTINGS_VALUE_INVALID,
  TEXT_ENCODING_UNKNOWN,
  VERIFY_FILE_ADDED,
  VERIFY_FILE_CHANGED,
  VERIFY_FILE_MISSING,
  VERIFY_LEDGER_SHORTENED,
  VERIFY_RECORD_BROKEN,
  VERIFY_SHARED_CHANGED,
];
