import { resolve } from 'node:path';
import { isThere } from './presence.ts';

/**
 * The absolute path that somebody typed. Letters with marks are stored in two spellings (macOS, archives, network drives: NFD; keyboards:
 * NFC) that look alike; when nothing has the spelling typed, the path in the other one if there is something.
 */
export function typedPath(cwd: string, typed: string): string {
  const spellings = [typed, typed.normalize('NFC'), typed.normalize('NFD')].map((text) => resolve(cwd, text));
  return spellings.find(isThere) ?? resolve(cwd, typed);
}
