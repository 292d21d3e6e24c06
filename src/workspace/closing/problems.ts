import type { Problem } from '../../model/diagnostic.ts';

/** Something lies beside the files that were recorded. */
export const VERIFY_FILE_ADDED: Problem = { id: 'verify-file-added', severity: 'error' };
/** A file is not what was recorded. */
export const VERIFY_FILE_CHANGED: Problem = { id: 'verify-file-changed', severity: 'error' };
/** A file that was recorded is gone. */
export const VERIFY_FILE_MISSING: Problem = { id: 'verify-file-missing', severity: 'error' };
/** The receipt ledger has fewer lines than when the round was closed. */
export const VERIFY_LEDGER_SHORTENED: Problem = { id: 'verify-ledger-shortened', severity: 'error' };
/** What the comparison rests on was itself changed: a snapshot, the record of closings, the figures. */
export const VERIFY_RECORD_BROKEN: Problem = { id: 'verify-record-broken', severity: 'error' };
/** A file that all rounds share has changed since a round was closed. */
export const VERIFY_SHARED_CHANGED: Problem = { id: 'verify-shared-changed', severity: 'info' };
