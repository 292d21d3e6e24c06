import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the program: this file lies two folders below it, in src/ as in dist/. */
const PROGRAM = new URL('../../', import.meta.url);

/** The path of a file that ships with the program, such as `templates/reports/bao-cao.md`. */
export function assetPath(path: string): string {
  return fileURLToPath(new URL(path, PROGRAM));
}

/** The version in package.json. */
export function programVersion(): string {
  const content: unknown = JSON.parse(readFileSync(assetPath('package.json'), 'utf8'));
  const isVersioned = typeof content === 'object' && content !== null && 'version' in content;
  return isVersioned && typeof content.version === 'string' ? content.version : '0.0.0';
}

/** The text of a rule's page in docs/rules, or undefined when there is none. */
export function rulePage(id: string): string | undefined {
  const path = assetPath(`docs/rules/${id}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The names, without ending and sorted, of the files with that ending in a folder; none when there is no folder. */
export function namesIn(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.map((name) => name.slice(0, -ending.length)).sort();
}

/**
 * The folder that was unpacked on a Windows machine, which holds this program and its own Node beside it; undefined for any other
 * way to install the program.
 */
export function windowsFolder(): string | undefined {
  return existsSync(assetPath('../node/node.exe')) ? assetPath('../').replace(/[\\/]$/u, '') : undefined;
}
