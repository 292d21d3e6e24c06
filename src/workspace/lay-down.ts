import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { renderUnitRegister } from '../pipeline.ts';
import { assetPath } from './assets.ts';
import { writeTogether } from './atomic-write.ts';
import { loadDirective } from './directives.ts';
import { INBOX_FOLDER } from './inbox.ts';
import type { RoundRequest } from './open-round.ts';
import { openWorkspace } from './open-workspace.ts';
import { isThere } from './presence.ts';
import { REGISTER_FILE } from './register.ts';
import { RESULTS_FOLDER } from './report-outputs.ts';
import { builtInWording, WORDING_FILE } from './report-template.ts';
import type { RoundSettings } from './settings.ts';
import { reportShortcut } from './report-shortcut.ts';
import { initialSettings } from './lone-round.ts';
import { sampleTemplate } from './sample-template.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';
import { isWorkspace, SETTINGS_FILE } from './settings-file.ts';

const GUIDE_FILE = 'DOC-TRUOC.txt';

/** What `tkcds init` did; names below the folder, with `/`. */
export interface LaidDown {
  readonly folder: string;
  readonly made: readonly string[];
  /** Was there already and was left alone. */
  readonly kept: readonly string[];
}

async function roundsOf(folder: string): Promise<readonly RoundSettings[]> {
  return isWorkspace(folder) ? openWorkspace(folder).settings.rounds : (await initialSettings()).rounds;
}

async function registerBytes(rounds: readonly RoundSettings[], folder: string): Promise<Uint8Array> {
  const [first] = rounds;
  if (first === undefined) throw new WorkspaceError(`Tệp ${SETTINGS_FILE} chưa có kỳ báo cáo nào`);
  const directive = await loadDirective(first.directive, folder, first.places.directive);
  return renderUnitRegister(directive.value.unitTypes, []);
}

/** What is laid down besides what every workspace has. */
export interface LayDownRequest {
  /** Also a Word template, for the round that this asks for. */
  readonly wordTemplateOf?: Pick<RoundRequest, 'period' | 'asOf'>;
}

/**
 * Lays down a workspace (thư mục làm việc): settings with blanks, an empty unit register, a guide, the report's wording, and folders for what
 * arrives and what is produced; if asked for, a Word template to begin with; on Windows, what a double click starts. Whatever is there already stays as it is.
 */
export async function layDown(directory: string, { wordTemplateOf }: LayDownRequest = {}): Promise<LaidDown> {
  const folder = resolve(directory);
  if (isThere(folder) && !statSync(folder).isDirectory()) {
    throw new WorkspaceError(`“${folder}” là một tệp, không phải là thư mục`);
  }
  const rounds = await roundsOf(folder);
  const shipped = (name: string): Uint8Array => readFileSync(assetPath(`templates/workspace/${name}`));
  const contents: readonly (readonly [string, Uint8Array])[] = [
    [SETTINGS_FILE, shipped(SETTINGS_FILE)],
    [REGISTER_FILE, await registerBytes(rounds, folder)],
    [GUIDE_FILE, shipped(GUIDE_FILE)],
    [WORDING_FILE, readFileSync(builtInWording())],
    ...reportShortcut(folder),
    ...(wordTemplateOf === undefined ? [] : [await sampleTemplate(folder, wordTemplateOf)]),
  ];
  const folders = rounds.flatMap(({ period }) => [`${INBOX_FOLDER}/${period.id}`, `${RESULTS_FOLDER}/${period.id}`]);
  const isLaid = (name: string): boolean => isThere(join(folder, name));
  const fresh = contents.filter(([name]) => !isLaid(name));
  const newFolders = folders.filter((name) => !isLaid(name));
  const parents = fresh.map(([name]) => dirname(name));
  const result = {
    folder,
    made: [...fresh.map(([name]) => name), ...newFolders.map((name) => `${name}/`)],
    kept: contents.map(([name]) => name).filter(isLaid),
  };
  onDisk('tạo thư mục', folder, () => {
    for (const name of ['', ...newFolders, ...parents]) mkdirSync(join(folder, name), { recursive: true });
  });
  writeTogether(fresh.map(([name, bytes]) => ({ path: join(folder, name), bytes })));
  return result;
}
