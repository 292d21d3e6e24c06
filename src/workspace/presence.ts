import { statSync } from 'node:fs';
import { diskRefusal, isDriveTrouble, systemCode } from './system-error.ts';

/**
 * Whether there is something at the path. Throws a WorkspaceError when the drive fails: what cannot be asked is not absent, and a
 * ledger that seems absent would be begun anew over the old one.
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const code = systemCode(error);
    if (code !== undefined && isDriveTrouble(code)) throw diskRefusal('mở', path, code);
    return false; // a loop of links, a locked folder: whoever reads it says why it cannot
  }
}
