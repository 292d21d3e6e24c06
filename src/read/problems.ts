import type { Problem } from '../model/diagnostic.ts';

/** The file cannot be read as a spreadsheet at all. */
export const FILE_UNREADABLE: Problem = { id: 'file-unreadable', severity: 'error' };

/** Every kind of finding made while reading bytes, sorted by id. */
export const READ_PROBLEMS: readonly Problem[] = [FILE_UNREADABLE];
