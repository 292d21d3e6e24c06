// The licences of everything that is in the bundle: each package's own text, and the notices in its code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;

const RULE = '='.repeat(100);

/** The folder of the package that a file belongs to, or undefined for the program's own. */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(input)?.[0];
}

/** Sorted by code units: the order must not hang on the machine's language. */
const sorted = (words) => [...new Set(words)].sort();

function packageNotice(root, folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${folder}: package.json names no licence`);
  const texts = readdirSync(join(root, folder))
    .filter((file) => LICENCE.test(file))
    .sort()
    .map((file) =>
      readFileSync(join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    );
  return [RULE, `${name} ${version} (${license})`, '', ...texts].join('\n');
}

/** Comments such as `/*! … *\/`, which esbuild has collected by file; a file's list can stand in several. */
function codeNotices(comments) {
  const blocks = comments.flatMap((text) =>
    text
      .replace('Bundled license information:', '')
      .split(/\n(?=\S)/u)
      .map((block) => block.trim()),
  );
  return sorted(blocks.filter((block) => block !== ''));
}

/**
 * @param {string} root the folder of the repository
 * @param {import('esbuild').Metafile} metafile
 * @param {readonly string[]} comments esbuild's `.LEGAL.txt` files
 */
export function notices(root, { outputs }, comments) {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = sorted(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  return `${[
    'tkcds contains the packages below. Their licences and notices follow.',
    ...folders.map((folder) => packageNotice(root, folder)),
    [RULE, 'Notices in the code of these packages', '', ...codeNotices(comments)].join('\n'),
  ].join('\n\n')}\n`;
}
