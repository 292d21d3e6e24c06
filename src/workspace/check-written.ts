import type { Diagnostic } from '../model/diagnostic.ts';
import { inspectDocument } from '../pipeline.ts';

const PART_MISSING = 'format-part-missing';

/**
 * Checks the form of a report that this program has just made. What deviates is a warning: the report is written all the same, and
 * a deviation of ours is seen before a clerk sees it. What only the page shows is left to `tkcds check-format`.
 */
export async function checkWritten(
  bytes: Uint8Array,
  file: string,
  form: 'of-the-commune' | 'of-the-program' = 'of-the-program',
): Promise<readonly Diagnostic[]> {
  const found = await inspectDocument(bytes, file);
  // In a form of ours a part that is missing is one that the settings leave blank, which is a finding of its own.
  const isOurs = ({ severity, rule }: Diagnostic): boolean =>
    severity !== 'info' && (form === 'of-the-commune' || rule !== PART_MISSING);
  return found.filter(isOurs).map((each) => ({ ...each, severity: 'warning' }));
}
