// esbuild splits what several parts share into a file for each set of parts: 57 files for one `validate`, each of which costs half a millisecond.
// What is always loaded together becomes one file here.
import { build } from 'esbuild';
import { basename } from 'node:path';

/** Entries whose shared code is loaded together, each layer besides the ones before it. */
const LAYERS = {
  // What every start loads, or what is small and needed by what loads little else.
  start: ['src/cli/commands/completion.ts', 'src/cli/main.ts', 'src/cli/paint.ts', 'src/cli/reporters/text.ts'],
  check: ['src/cli/commands/validate.ts', 'src/workspace/read-files.ts'],
  // What a workspace needs: YAML and schemas above all.
  round: [
    'src/workspace/directive-file.ts',
    'src/workspace/judge-round.ts',
    'src/workspace/open-round.ts',
    'src/workspace/open-workspace.ts',
    'src/workspace/settings.ts',
  ],
};
/** It must not load more than it needs. */
const THREAD = ['src/workspace/read-worker.ts'];

const FROM_CHUNK = /\bimport\{([^}]*)\}from"\.\/([^"]+)"/gu;
const FOR_CHUNK = /\bimport"\.\/([^"]+)";?/gu;

/** The names of the files that are loaded with these entries, without what they load later. */
function loadedWith(outputs, entries) {
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind } of outputs[path].imports) {
      if (kind === 'import-statement' && next in outputs) visit(next);
    }
  };
  const starts = Object.keys(outputs).filter((path) => entries.includes(outputs[path].entryPoint));
  if (starts.length !== entries.length) throw new Error(`${entries.join(', ')}: not all are entries of the bundle`);
  for (const path of starts) visit(path);
  return new Set([...found].map((path) => basename(path)));
}

/** Which file each shared chunk goes into; files that are entries, and chunks of rarer parts, stay as they are. */
function placesOf(outputs) {
  const layers = Object.entries(LAYERS).map(([layer, entries]) => [layer, loadedWith(outputs, entries)]);
  const thread = loadedWith(outputs, THREAD);
  const places = new Map();
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    const name = basename(path);
    const [layer] = layers.find(([, names]) => names.has(name)) ?? [];
    if (entryPoint !== undefined || layer === undefined) continue;
    places.set(name, `shared-${layer}${thread.has(name) ? '-thread' : ''}.js`);
  }
  return places;
}

/** Under which name the file of a place hands out what a chunk handed out. */
const handedOut = (chunk, name) => `${chunk.replace(/\W/gu, '_')}_${name}`;

/** The code with its imports led to the files that took the chunks in. `own`: the place of the code itself. */
function redirected(code, places, own) {
  const placeOf = (chunk) => (places.get(chunk) === own ? undefined : places.get(chunk));
  return code
    .replace(FROM_CHUNK, (whole, names, chunk) => {
      const place = placeOf(chunk);
      if (place === undefined) return whole;
      const renamed = names.split(',').map((each) => {
        const [name, local = name] = each.split(' as ');
        return `${handedOut(chunk, name)} as ${local}`;
      });
      return `import{${renamed.join(',')}}from"./${place}"`;
    })
    .replace(FOR_CHUNK, (whole, chunk) => {
      const place = placeOf(chunk);
      return place === undefined ? whole : `import"./${place}";`;
    });
}

/** @returns {import('esbuild').Plugin} */
const chunksOf = (own, files, places) => ({
  name: 'chunks',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      const isOwn = places.get(basename(path)) === own;
      return isOwn ? { path: basename(path), namespace: 'chunk' } : { path, external: true };
    });
    onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
      contents: redirected(files.get(path), places, own),
      loader: 'js',
    }));
  },
});

async function merged(own, chunks, { files, places, exportsOf, options }) {
  const lines = chunks.map((chunk) => {
    const names = exportsOf(chunk).map((name) => `${name} as ${handedOut(chunk, name)}`);
    return names.length === 0 ? `import "./${chunk}";` : `export {${names.join(',')}} from "./${chunk}";`;
  });
  const { platform, target, charset, format, minifyWhitespace, minifySyntax, logLevel } = options;
  const { outputFiles } = await build({
    ...{ platform, target, charset, format, minifyWhitespace, minifySyntax, logLevel },
    stdin: { contents: lines.join('\n'), sourcefile: own },
    bundle: true,
    write: false,
    legalComments: 'none',
    plugins: [chunksOf(own, files, places)],
  });
  return outputFiles[0].text;
}

/**
 * The bundle in fewer files: `files` (code by name) and `outputs` (esbuild's account of them) with shared chunks put together.
 *
 * @param {ReadonlyMap<string, string>} files
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {import('esbuild').BuildOptions} options those the files were built with
 */
export async function mergeChunks(files, outputs, options) {
  const places = placesOf(outputs);
  const paths = new Map(Object.keys(outputs).map((path) => [basename(path), path]));
  const exportsOf = (chunk) => outputs[paths.get(chunk)].exports;
  const kept = [...files].filter(([name]) => !places.has(name)).map(([name, code]) => [name, redirected(code, places)]);
  const account = Object.entries(outputs).filter(([path]) => !places.has(basename(path)));
  for (const own of new Set(places.values())) {
    const chunks = [...places.keys()].filter((chunk) => places.get(chunk) === own).sort();
    const code = await merged(own, chunks, { files, places, exportsOf, options });
    kept.push([own, code]);
    const inputs = Object.assign({}, ...chunks.map((chunk) => outputs[paths.get(chunk)].inputs));
    account.push([own, { bytes: Buffer.byteLength(code), inputs, imports: [], exports: [] }]);
  }
  return { files: new Map(kept), outputs: Object.fromEntries(account) };
}
