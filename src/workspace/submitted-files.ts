import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { didYouMean } from '../vi/suggest.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { shownFileName } from './file-name.ts';
import { loadFile, loadFolder, type Inbox } from './inbox.ts';
import { isThere } from './presence.ts';
import { typedPath } from './typed-path.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The path as typed, for messages: NFC, with `/`. */
function shownPath(typed: string): string {
  return shownFileName(typed).replace(/\\/gu, '/');
}

function neighbours(path: string): readonly string[] {
  const folder = dirname(path);
  const isFolder = isThere(folder) && statSync(folder).isDirectory();
  return isFolder ? readdirSync(folder).map((name) => name.normalize('NFC')) : [];
}

function refuseMissing(typed: readonly string[], cwd: string): void {
  // An empty word (a variable of a script that is not set) would otherwise name the current folder.
  const missing = typed.filter((path) => path.trim() === '' || !isThere(typedPath(cwd, path)));
  if (missing.length === 0) return;
  const names = missing.map((path) => {
    const name = basename(shownPath(path));
    return `${quoteValue(shownPath(path))}${didYouMean(name, neighbours(resolve(cwd, path)))}`;
  });
  throw new WorkspaceError(`Không tìm thấy tệp ${names.join(', ')}`);
}

/**
 * Loads the files named on the command line, in the order given; a folder stands for the files in it. A name given twice
 * counts once. Throws a WorkspaceError
 * that names every path that does not exist, and when there is no file at all.
 */
export function loadSubmitted(typed: readonly string[], cwd: string): Inbox {
  refuseMissing(typed, cwd);
  const paths = new Map<string, string>();
  for (const name of typed) {
    const path = typedPath(cwd, name);
    if (!paths.has(path)) paths.set(path, shownPath(name));
  }
  const parts = [...paths].map(([path, name]): Inbox =>
    statSync(path).isDirectory()
      ? loadFolder(path, name, `${name.replace(/\/+$/u, '')}/`)
      : { files: [loadFile(realpathSync(path), name)], diagnostics: [] },
  );
  const files = parts.flatMap((part) => part.files);
  const diagnostics = parts.flatMap((part) => part.diagnostics);
  if (files.length + diagnostics.length === 0) {
    throw new WorkspaceError(`Không có tệp nào trong ${joinWords([...paths.values()].map(quoteValue))}`);
  }
  return { files, diagnostics };
}
