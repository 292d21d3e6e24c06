import type { Problem } from '../model/diagnostic.ts';

/** The file's content is another kind of spreadsheet than its extension says. */
export const FILE_RENAMED: Problem = { id: 'file-renamed', severity: 'info' };

/** The file cannot be read as a spreadsheet at all. */
export const FILE_UNREADABLE: Problem = { id: 'file-unreadable', severity: 'error' };

/** Letters of texts are lost for good, as when somebody opened them in a wrong code page and saved them so. */
export const TEXT_DAMAGED: Problem = { id: 'text-damaged', severity: 'warning' };

/** Texts looked like TCVN3, VNI or misread UTF-8, but there were too few to convert them. */
export const TEXT_LEGACY_DOUBTFUL: Problem = { id: 'text-legacy-doubtful', severity: 'warning' };

/** Texts in an encoding from before Unicode were converted. */
export const TEXT_LEGACY_ENCODING: Problem = { id: 'text-legacy-encoding', severity: 'info' };

/** Texts whose UTF-8 somebody had taken for a Western or Vietnamese code page were made what they had been. */
export const TEXT_MISREAD: Problem = { id: 'text-misread', severity: 'info' };

/** The workbook carries macros, links or embedded objects, which nobody runs, follows or opens. */
export const WORKBOOK_EXTRAS: Problem = { id: 'workbook-extras', severity: 'info' };

/** Every kind of finding made while reading bytes, sorted by id. */
export const READ_PROBLEMS: readonly Problem[] = [
  FILE_RENAMED,
  FILE_UNREADABLE,
  TEXT_DAMAGED,
  TEXT_LEGACY_DOUBTFUL,
  TEXT_LEGACY_ENCODING,
  TEXT_MISREAD,
  WORKBOOK_EXTRAS,
];
