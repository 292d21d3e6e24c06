// Directives that ship with the program, understood once and for all: reading one takes longer than checking a file against it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/**
 * Writes beside each directive of the folder what `src/workspace/compiled-directive.ts` reads. Throws when a directive is faulty.
 *
 * @param {string} folder
 */
export async function compileDirectives(folder) {
  const { readDirective } = await tsImport('../src/pipeline-directive.ts', import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const { value, diagnostics } = readDirective(text, name);
    if (value === undefined) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`);
    const compiled = { textSha256: createHash('sha256').update(text, 'utf8').digest('hex'), directive: value };
    writeFileSync(join(folder, name.replace(/\.yaml$/u, '.compiled.json')), JSON.stringify(compiled));
  }
}
