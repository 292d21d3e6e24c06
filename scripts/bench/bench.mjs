// `npm run bench`: how fast the bundled program is beside an honest script of Python with openpyxl or pandas, on files made here.
// Options after `--`: --check (only whether both find the same), --large (also 6,000 files), --edge, --sizes 60,1000, --rounds 5, --seed 1, --no-peer, --cache <folder>.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../bundle.mjs';
import { contestantsIn } from './contestants.mjs';
import { paddedForm } from './edge.mjs';
import { race } from './measure.mjs';
import { findPython } from './python.mjs';
import { edgeTable, formatCount, raceRows, raceTable } from './table.mjs';
import { reportsOf, shippedFormOf, workspaceOf } from './workspace.mjs';

const LARGE = 6000;
/** What is larger is no commune's: its files are checked and added up, but no report speaks of so many units. */
const LARGEST_COMMUNE = 2000;
/** Starts are short and scatter. */
const LEAST_STARTS = 9;
const APPENDIX_ROWS = 2000;
const APPENDIX_FILES = 20;

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    edge: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '60,1000' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    'no-peer': { type: 'boolean', default: false },
    cache: { type: 'string', default: join(tmpdir(), 'tkcds-bench') },
  },
});

/** Progress is for whoever waits; only the tables go to stdout. */
const say = (text) => process.stderr.write(`${text}\n`);

function refuse(text) {
  say(text);
  process.exit(2);
}

const { cache } = options;
const [rounds, seed] = [Number(options.rounds), Number(options.seed)];
const sizes = [...options.sizes.split(',').map(Number), ...(options.large ? [LARGE] : [])];
if (![rounds, seed, ...sizes].every((value) => Number.isInteger(value) && value > 0)) {
  refuse('--rounds, --seed và --sizes phải là số nguyên dương');
}
const python = options['no-peer'] ? undefined : findPython();
if (python === undefined && !options['no-peer']) {
  refuse(
    'Không có Python với openpyxl và python-docx để so sánh; cài bằng “apt-get install python3-openpyxl python3-docx python3-pandas”, ' +
      'hoặc thêm --no-peer để chỉ đo tkcds.',
  );
}

mkdirSync(cache, { recursive: true });
const work = mkdtempSync(join(cache, 'run-'));
// What is measured is the program as it is distributed, with the timed job beside it.
await bundle(join(work, 'tkcds'), ['scripts/bench/docx-job.mjs', 'scripts/bench/floor-job.mjs']);
const { jobs, floor, commands, starts, checking, figureDifferences, forget } = contestantsIn(work, python);
const workspaceWith = (files, silent) =>
  workspaceOf({ seed, files, cache, python: python?.program, say, ...(silent === undefined ? {} : { silent }) });

const rows = [];
const faults = [];

/** Rows for the table, shown at once to whoever waits: a round of the large sizes takes minutes. */
function add(more) {
  rows.push(...more);
  for (const cells of more) say(cells.join(' | '));
}

/** The timed job, of tkcds and of the peer; both must have found the same, or the times mean nothing. */
async function measureJob(workspace, label, mode, times) {
  const contestants = jobs(workspace, mode);
  if (mode === 'figures') contestants.push(floor(workspace));
  const results = race(contestants, times, work);
  const different = await figureDifferences(workspace);
  faults.push(...different.map((line) => `${label}: ${line}`));
  return results;
}

async function measureSize(files) {
  const workspace = await workspaceWith(files);
  const label = `${formatCount(files)} tệp`;
  const modes = [
    ['figures', 'đọc, kiểm tra, cộng'],
    ['report', 'như trên, viết .docx'],
  ].filter(([mode]) => mode === 'figures' || files <= LARGEST_COMMUNE);
  for (const [mode, words] of modes) {
    add(raceRows(`${label}: ${words}`, await measureJob(workspace, label, mode, rounds)));
  }
  forget(workspace);
  add(raceRows(`${label}: cả lệnh`, race(commands(workspace).slice(0, modes.length), rounds, work)));
}

async function measureStarts() {
  const workspace = await workspaceWith(sizes[0]);
  const [form] = reportsOf(workspace);
  const alone = await shippedFormOf(join(work, 'shipped'), seed);
  add(raceRows('khởi động', race(starts({ alone, form, workspace }), Math.max(rounds, LEAST_STARTS), work)));
}

async function edgeCases() {
  say('trường hợp biên');
  const padded = await paddedForm(await workspaceWith(sizes[0]), cache);
  const long = await workspaceWith(APPENDIX_FILES, APPENDIX_ROWS - APPENDIX_FILES);
  const alone = (contestant) => [...race([contestant], rounds, work).values()][0];
  return [
    ['tệp độn 220 MB ô trống', alone(checking(padded)), '≤ 1 s, ≤ 200 MB'],
    ['báo cáo có phụ lục 2.000 dòng', alone(jobs(long, 'report')[0]), 'CPU ≤ 1 s'],
    ['– trong đó đọc, kiểm tra, cộng', alone(jobs(long, 'figures')[0]), ''],
  ];
}

if (options.check) {
  for (const files of sizes) await measureJob(await workspaceWith(files), `${formatCount(files)} tệp`, 'report', 1);
} else {
  for (const files of sizes) await measureSize(files);
  await measureStarts();
  console.log(raceTable(rows));
  if (options.edge) console.log(`\n${edgeTable(await edgeCases())}`);
}
rmSync(work, { recursive: true, force: true });

if (faults.length > 0) say(`KHÁC SỐ LIỆU\n${faults.join('\n')}`);
else if (python !== undefined) console.log('\nHai chương trình tính ra cùng số liệu ở mọi cỡ.');
process.exit(faults.length === 0 ? 0 : 1);
