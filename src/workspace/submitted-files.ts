import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { loadFile, loadFolder, toInbox, type Inbox } from './inbox.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The path as typed, for messages: NFC, with `/`. */
function shownPath(typed: string): string {
  return typed.normalize('NFC').replace(/\\/gu, '/');
}

function neighbours(path: string): readonly string[] {
  const folder = dirname(path);
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  return isFolder ? readdirSync(folder).map((name) => name.normalize('NFC')) : [];
}

function refuseMissing(typed: readonly string[], cwd: string): void {
  const missing = typed.filter((path) => !existsSync(resolve(cwd, path)));
  if (missing.length === 0) return;
  const names = missing.map((path) => {
    const name = basename(shownPath(path));
    return `${quoteValue(shownPath(path))}${didYouMean(name, neighbours(resolve(cwd, path)))}`;
  });
  throw new WorkspaceError(`Không tìm thấy tệp ${names.join(', ')}`);
}

/**
 * Loads the files named on the command line, in the order given; a folder stands for the files in it. A name given twice
 * counts once. Throws a WorkspaceError that names every path that does not exist.
 */
export function loadSubmitted(typed: readonly string[], cwd: string): Inbox {
  refuseMissing(typed, cwd);
  const paths = new Map<string, string>();
  for (const name of typed) {
    const path = resolve(cwd, name);
    if (!paths.has(path)) paths.set(path, shownPath(name));
  }
  const parts = [...paths].map(([path, name]) =>
    statSync(path).isDirectory()
      ? loadFolder(path, name, `${name.replace(/\/+$/u, '')}/`)
      : toInbox([loadFile(realpathSync(path), name)]),
  );
  return {
    files: parts.flatMap(({ files }) => files),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  };
}
