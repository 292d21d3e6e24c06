// A workspace of the invented commune with its filled-in forms, made once for each seed and size and kept in a cache folder.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { inventCommune, usuallySilent } from './invent.mjs';

/** The round that the files are for. */
export const PERIOD = '2025-10';
export const AS_OF = '2025-11-12';

/** Raised when what is made changes, so that no older cache is taken for it. */
const RECIPE = 1;
/** Of so many files, one is saved again by openpyxl. */
const RESAVED_EVERY = 5;

const ROOT = new URL('../../', import.meta.url);
const SAMPLE = fileURLToPath(new URL('fixtures/large-commune/workspace/', ROOT));

const fromDist = (path) => import(new URL(`dist/${path}`, ROOT));

function registered({ id, name, type, adults, households }) {
  const located = (value) => (value === undefined ? undefined : { value, raw: String(value), ref: undefined });
  return {
    ...{ id, name, type, formerCommune: '', aliases: [] },
    ...{ adults: located(adults), households: located(households) },
    adultsSource: adults === undefined ? '' : 'Công an xã',
    adultsAsOf: adults === undefined ? undefined : '2025-09-30',
  };
}

function prefillOf(report, directive, unitType) {
  const groups = directive.taskGroups.filter(({ binds }) => binds.some((bound) => bound.unitType === unitType));
  const numbers = directive.indicators.flatMap(({ id, code }) => {
    const typed = report.numbers[code];
    if (typed === undefined) return [];
    // A form that is made again keeps a unit's own words only beside a number; the number itself is not written then.
    return [
      [id, { value: typed.value ?? (typed.words === undefined ? undefined : 0), words: typed.words ?? '', note: '' }],
    ];
  });
  return {
    reportedOn: report.reportedOn,
    countedOn: unitType === 'village' ? '2025-10-31' : undefined,
    tasks: new Map(groups.flatMap(({ tasks }) => tasks.map(({ id }) => [id, report.answer()]))),
    indicators: new Map(numbers),
    opinions: new Map(report.difficulties === '' ? [] : [['difficulties', report.difficulties]]),
  };
}

const GENERAL = 'xl/worksheets/sheet1.xml';

/** The program writes nobody's name into a form: the placeholder is typed into its cells as a person would. */
function withReporter(bytes) {
  const parts = unzipSync(bytes);
  let xml = Buffer.from(parts[GENERAL]).toString('utf8');
  for (const [cell, text] of [
    ['B9', 'Nguyễn Văn A'],
    ['B10', '0900000000'],
  ]) {
    const typed = xml.replace(
      new RegExp(`<c r="${cell}" s="(\\d+)"/>`, 'u'),
      `<c r="${cell}" s="$1" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    if (typed === xml) throw new Error(`the form has no blank cell ${cell}`);
    xml = typed;
  }
  return zipSync({ ...parts, [GENERAL]: Buffer.from(xml) }, { level: 6 });
}

async function directiveOf(folder) {
  const { loadDirective } = await fromDist('workspace/directives.js');
  const { openWorkspace } = await fromDist('workspace/open-workspace.js');
  const [round] = openWorkspace(folder).settings.rounds;
  return (await loadDirective(round.directive, folder, round.places.directive)).value;
}

async function writeRegister(folder, units) {
  const { renderUnitRegister } = await fromDist('pipeline.js');
  const { unitTypes } = await directiveOf(folder);
  writeFileSync(join(folder, 'don-vi.xlsx'), await renderUnitRegister(unitTypes, units.map(registered)));
}

/** The codes of the workspace's indicators (`CT01`) by their ids. */
export async function indicatorCodes(folder) {
  const { indicators } = await directiveOf(folder);
  return new Map(indicators.map(({ id, code }) => [id, code]));
}

async function writeForms(folder, reports, say) {
  const { openWorkspace } = await fromDist('workspace/open-workspace.js');
  const { openRound } = await fromDist('workspace/open-round.js');
  const { readGuarded } = await fromDist('workspace/read-files.js');
  const { renderUnitForm } = await fromDist('pipeline.js');
  const { round } = await openRound(openWorkspace(folder), { period: PERIOD, asOf: AS_OF }, readGuarded);
  const units = new Map(round.units.map((unit) => [unit.id, unit]));
  const inbox = join(folder, 'nop', PERIOD);
  mkdirSync(inbox, { recursive: true });
  const paths = [];
  for (const report of reports) {
    const unit = units.get(report.unit);
    const bytes = await renderUnitForm(round, unit, prefillOf(report, round.directive, unit.type));
    const path = join(inbox, `${unit.id} - ${unit.name}.xlsx`);
    writeFileSync(path, withReporter(bytes));
    paths.push(path);
    if (paths.length % 500 === 0) say(`đã làm ${paths.length}/${reports.length} tệp`);
  }
  return paths;
}

function resave(paths, python) {
  const script = fileURLToPath(new URL('resave.py', import.meta.url));
  const input = paths.filter((_, index) => index % RESAVED_EVERY === 0).join('\n');
  const { status, stderr } = spawnSync(python, [script], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openpyxl: ${stderr}`);
}

/**
 * The workspace with so many files (and `silent` units that send none), made if the cache has none; its path. `python`: the program whose openpyxl saves a fifth of the
 * files again, undefined when there is none.
 */
export async function workspaceOf({ seed, files, silent = usuallySilent(files), cache, python, say }) {
  const folder = join(cache, `r${RECIPE}-s${seed}-${files}-${silent}${python === undefined ? '' : '-py'}`);
  if (existsSync(folder)) return folder;
  say(`làm ${files} tệp thử (chỉ một lần): ${folder}`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const name of ['tkcds.yaml', 'van-ban']) cpSync(join(SAMPLE, name), join(draft, name), { recursive: true });
  const { units, reports } = inventCommune(seed, files, silent);
  await writeRegister(draft, units);
  const paths = await writeForms(draft, reports, say);
  if (python !== undefined) resave(paths, python);
  // Only a workspace that is whole gets its name.
  renameSync(draft, folder);
  return folder;
}

/** A unit's report on the directive that ships with the program, written into a new workspace at `folder`; its path. */
export async function shippedFormOf(folder, seed) {
  mkdirSync(folder, { recursive: true });
  const program = fileURLToPath(new URL('bin/tkcds.js', ROOT));
  const { status, stderr } = spawnSync(process.execPath, [program, 'init', '-C', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tkcds init: ${stderr}`);
  const { units, reports } = inventCommune(seed, 1, 0);
  await writeRegister(folder, units);
  const [path] = await writeForms(folder, reports, () => undefined);
  return path;
}

/** The paths of the workspace's reports. */
export function reportsOf(folder) {
  const inbox = join(folder, 'nop', PERIOD);
  return readdirSync(inbox)
    .sort()
    .map((name) => join(inbox, name));
}
