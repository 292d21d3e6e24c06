/**
 * What comes of a file: `read` (every figure as in the sound form), the kind of a refusal (`damaged`), with the limit that it
 * passes (`too-large: cells`), or the rule that makes a file unusable which could be read (`form-unrecognised`).
 */
export type Result = string;

/** A file made to do harm. The same call gives the same bytes; nothing of it is kept. */
export interface HostileFile {
  /** What is hostile about it: the name of the test, each once. */
  readonly name: string;
  /** Under which extension it arrives, without the dot. */
  readonly extension: string;
  readonly bytes: () => Uint8Array;
  readonly results: Results;
}

/** What may come of a file. `any` of one that may as well be an honest file with other letters in it: still an answer. */
export type Results = readonly Result[] | 'any';

/** Whether that was foreseen. A file without any finding at all is not, unless its figures were read. */
export function isForeseen(result: Result, results: Results): boolean {
  return results === 'any' ? result !== 'no finding' : results.includes(result);
}

/** Files whose extension and results are the same. */
export function alike(
  extension: string,
  results: Results,
  files: Readonly<Record<string, () => Uint8Array>>,
): readonly HostileFile[] {
  return Object.entries(files).map(([name, bytes]) => ({ name, extension, bytes, results }));
}
