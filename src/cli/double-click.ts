import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RESULTS_FOLDER } from '../workspace/report-outputs.ts';
import { droppedPaths } from './dropped-paths.ts';
import { EXIT } from './exit-code.ts';
import { isWorkspace } from '../workspace/settings-file.ts';

/**
 * What the .cmd files of the Windows folder start, for people who open no terminal: `check <dropped…>` and
 * `report <folder> <dropped…>`. The program then runs as from a command line; the window stays open until a key is pressed.
 */
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const CLOSE = '\nNhấn phím bất kỳ để đóng cửa sổ này.';

const NOTHING_DROPPED =
  'Kéo thư mục (hoặc các tệp) báo cáo cần kiểm tra rồi thả lên tệp “Kiểm tra tệp”; không mở trực tiếp tệp này.';

const NO_WORKSPACE = [
  'Thư mục này không phải là thư mục làm việc (không có tệp tkcds.yaml).',
  'Mở tệp “Lập báo cáo” nằm trong thư mục làm việc, hoặc kéo thư mục làm việc thả lên tệp “Lập báo cáo” của chương trình.',
  'Chưa có thư mục làm việc thì xem tệp “Hướng dẫn”, mục 1.',
].join('\n');

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Runs the program as if these words had been typed after its name; gives its exit code. */
async function runWith(words: readonly string[]): Promise<number | string | undefined> {
  process.argv = [...process.argv.slice(0, 2), ...words];
  await import('./main.ts');
  return process.exitCode ?? EXIT.fine;
}

/** Shows a folder in the Explorer of Windows; nowhere else is there one to show it. */
function show(folder: string): void {
  if (process.platform !== 'win32') return;
  const child = spawn('explorer.exe', [folder], { detached: true, stdio: 'ignore' });
  child.on('error', () => {
    say(`Không mở được thư mục ${folder}; hãy tự mở.`);
  });
  child.unref();
}

/** The workspace that a path lies in, so that its units and rounds are known. */
function workspaceAround(path: string): string | undefined {
  if (isWorkspace(path)) return path;
  const parent = dirname(path);
  return parent === path ? undefined : workspaceAround(parent);
}

async function check(dropped: readonly string[]): Promise<void> {
  const paths = dropped.map((path) => resolve(path));
  const [first] = paths;
  if (first === undefined) {
    say(NOTHING_DROPPED);
    return;
  }
  const workspace = workspaceAround(first);
  const place = workspace === undefined ? [] : ['-C', workspace];
  // A whole workspace holds more than reports; its round is what is meant.
  await runWith(['validate', ...place, '--', ...(workspace === first ? [] : paths)]);
}

async function report(here: string, [dropped]: readonly string[]): Promise<void> {
  const folder = resolve(dropped !== undefined && isFolder(dropped) ? dropped : here);
  if (!isWorkspace(folder)) {
    say(NO_WORKSPACE);
    process.exitCode = EXIT.unable;
    return;
  }
  const code = await runWith(['report', '-C', folder]);
  if (code === EXIT.fine || code === EXIT.findings) show(join(folder, RESULTS_FOLDER));
}

const [job, ...words] = process.argv.slice(2);
const raw = droppedPaths(process.env['TKCDS_DROPPED'] ?? '');
if (job === 'check') await check(raw ?? words);
if (job === 'report') await report(words[0] ?? '.', raw ?? words.slice(1));
say(CLOSE);
