import { existsSync, readFileSync } from 'node:fs';
import type { Directive } from '../model/directive.ts';
import { sha256 } from './fingerprint.ts';

/** What `scripts/bundle.mjs` puts beside a directive that ships with the program: the directive as data, and of which text it was made. */
interface Compiled {
  readonly textSha256: string;
  readonly directive: Directive;
}

/** The file beside a directive's text in which it lies understood. */
export function compiledPath(path: string): string {
  return path.replace(/\.yaml$/u, '.compiled.json');
}

/**
 * The directive as it was understood when the program was bundled, which saves loading what reads YAML and schemas; undefined in a
 * clone, for a commune's own directive, and when its text has changed since.
 */
export function compiledDirective(path: string, text: string): Directive | undefined {
  const beside = compiledPath(path);
  if (!existsSync(beside)) return undefined;
  const { textSha256, directive } = JSON.parse(readFileSync(beside, 'utf8')) as Compiled; // written by our own script
  return textSha256 === sha256(new TextEncoder().encode(text)) ? directive : undefined;
}
