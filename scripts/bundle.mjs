// `npm run bundle`: the program as it is distributed, in release/tkcds: few files, no dependencies (docs/adr/0021).
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDirectives } from './compile-directives.mjs';
import { mergeChunks } from './merge-chunks.mjs';
import { notices } from './notices.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each is a file of its own: the program, what a double click starts, and the thread that the program finds beside itself. */
const ENTRIES = ['src/cli/main.ts', 'src/cli/double-click.ts', 'src/workspace/read-worker.ts'];

/** Two folders below the program's root, where src/workspace/assets.ts and bin/tkcds.js look for it, as for what tsc writes. */
const CODE = 'dist/cli';

/** What ships as it is. */
const ASSETS = [
  'bin',
  'templates',
  'docs/hinh',
  'docs/rules',
  'docs/bao-cao-json.md',
  'docs/huong-dan.md',
  'docs/mau-bao-cao.md',
  'docs/tong-hop-tinh.md',
  'docs/validate-json.md',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
];

/** Packages written for `require` need one in a file that has none. */
const REQUIRE =
  "import{createRequire as bundledRequire}from'node:module';const require=bundledRequire(import.meta.url);";

/** Making a `require` takes its time in each file. */
function withoutIdleRequire(code) {
  const rest = code.replace(`${REQUIRE}\n`, '');
  return /\brequire\b/u.test(rest) ? code : rest;
}

/**
 * Commander can start a program for a subcommand; none of ours is one, and every start would load what that takes.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutSubprograms = {
  name: 'without-subprograms',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules.commander\b/u.test(importer) ? { path: 'child_process', namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * iconv-lite brings tables for Chinese, Japanese and Korean, 0.2 MB that every start would load; Vietnamese never had such.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutEastAsianTables = {
  name: 'without-east-asian-tables',
  setup: ({ onLoad }) => {
    onLoad({ filter: /iconv-lite.encodings.tables.*\.json$/ }, () => ({
      contents: '[]',
      loader: 'json',
    }));
  },
};

/** @returns {import('esbuild').BuildOptions} */
const options = (folder, more) => ({
  absWorkingDir: ROOT,
  entryPoints: [...ENTRIES, ...more],
  outdir: join(folder, CODE),
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  // Names stay: they cost 0.2 MB of the package and no time, and what a user sends of a fault can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'external',
  // Only unzipper would want it, for files kept in a cloud.
  external: ['@aws-sdk/client-s3'],
  plugins: [withoutEastAsianTables, withoutSubprograms],
  banner: { js: REQUIRE },
  metafile: true,
  write: false,
  logLevel: 'warning',
});

/** package.json without what only a clone needs. */
function packageJson() {
  const { name, version, description, license, type, bin, engines } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const kept = { name, version, description, license, private: true, type, bin, engines };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}

/**
 * Writes the distributed program into a folder, which is emptied first; gives esbuild's account of what is in which file.
 *
 * @param {string} folder
 * @param {readonly string[]} more further entries, for `npm run bench`
 */
export async function bundle(folder, more = []) {
  const built = options(folder, more);
  const { outputFiles, metafile } = await build(built);
  const isComment = ({ path }) => path.endsWith('.LEGAL.txt');
  const code = new Map(
    outputFiles.filter((file) => !isComment(file)).map(({ path, text }) => [basename(path), withoutIdleRequire(text)]),
  );
  const { files, outputs } = await mergeChunks(code, metafile.outputs, built);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, CODE), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, CODE, name), text);
  for (const asset of ASSETS) cpSync(join(ROOT, asset), join(folder, asset), { recursive: true });
  await compileDirectives(join(folder, 'templates/directives'));
  writeFileSync(join(folder, 'package.json'), packageJson());
  const comments = outputFiles.filter(isComment).map(({ text }) => text);
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(ROOT, metafile, comments));
  return { ...metafile, outputs };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(ROOT, 'release/tkcds'));
  const metafile = await bundle(folder);
  writeFileSync(`${folder}.json`, JSON.stringify(metafile));
  const outputs = Object.values(metafile.outputs);
  const bytes = outputs.reduce((sum, output) => sum + output.bytes, 0);
  console.log(
    `${folder}: ${outputs.length} files of code, ${(bytes / 1e6).toFixed(1)} MB; what is in them: ${folder}.json`,
  );
}
