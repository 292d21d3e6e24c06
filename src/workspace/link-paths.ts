import { relative, sep } from 'node:path';
import { grouped } from '../model/grouped.ts';
import { listInbox } from './inbox.ts';
import { REGISTER_FILE } from './register.ts';

/** From the folder of a period's results back to the workspace. */
const TO_WORKSPACE = '../..';

/**
 * Where a file lies that findings and figures name, relative to the folder of that period's results, with `/`. The name on the
 * disk may be written otherwise (letters and their marks apart), so the path is the disk's. Undefined when no file there has
 * the name, or more than one.
 */
export function linkPaths(workspaceFolder: string, period: string): (file: string) => string | undefined {
  const byName = grouped(listInbox(workspaceFolder, period).files, ({ file }) => file);
  return (file) => {
    if (file === REGISTER_FILE) return `${TO_WORKSPACE}/${file}`;
    const [found, ...others] = byName.get(file) ?? [];
    if (found === undefined || others.length > 0) return undefined;
    return `${TO_WORKSPACE}/${relative(workspaceFolder, found.path).replaceAll(sep, '/')}`;
  };
}
