// A package of another program that is shipped or tried, fetched once into a cache and checked against a hash written here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** An octal number of a tar header. */
const octal = (header, from, length) => Number.parseInt(header.toString('latin1', from, from + length), 8) || 0;

/** The bytes of one file of a package, or undefined; names in these packages are short and plain. */
function fileIn(archive, wanted) {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const name = header.toString('utf8', 0, header.indexOf(0));
    const size = octal(header, 124, 12);
    if (name === wanted) return archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

/** `sha512-…`, as package registries write it. */
const integrityOf = (bytes) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

function download(name, version, cache) {
  mkdirSync(cache, { recursive: true });
  const words = ['pack', `${name}@${version}`, '--pack-destination', cache, '--loglevel', 'error'];
  const { status, error, stderr } = spawnSync('npm', words, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (error === undefined && status === 0) return;
  throw new Error(
    `Could not fetch ${name}@${version}; npm says:\n${error?.message ?? stderr}\n` +
      `Check the network, or fetch it elsewhere with “npm pack ${name}@${version}” and put the file into ${cache}.`,
  );
}

/**
 * Files of a package by their names in it. Throws when the package cannot be had or is not the one that was pinned.
 *
 * @param {{ name: string, version: string, integrity: string, files: readonly string[] }} pinned
 * @param {string} cache a folder, made when it is not there
 */
export function filesOfPackage({ name, version, integrity, files }, cache) {
  const path = join(cache, `${name}-${version}.tgz`);
  if (!existsSync(path)) download(name, version, cache);
  const bytes = readFileSync(path);
  if (integrityOf(bytes) !== integrity) {
    rmSync(path);
    throw new Error(
      `${path} was not what was expected and was deleted: its hash is ${integrityOf(bytes)} instead of ${integrity}. ` +
        'Run again; if it happens twice, do not ship anything: the package was changed where it comes from.',
    );
  }
  const archive = gunzipSync(bytes);
  return files.map((file) => {
    const content = fileIn(archive, `package/${file}`);
    if (content === undefined) throw new Error(`${path} holds no ${file}`);
    return content;
  });
}
