import { join } from 'node:path';
import { isThere } from './presence.ts';

/** The settings of a workspace; a folder that has them is one. */
export const SETTINGS_FILE = 'tkcds.yaml';

/** Whether the folder has settings, so that commands which work without a workspace know whether there is one. */
export function isWorkspace(folder: string): boolean {
  return isThere(join(folder, SETTINGS_FILE));
}
