import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Location, Outcome } from '../model/diagnostic.ts';
import type { Commune, RollupSource } from '../model/rollup.ts';
import { communesOf, readCommuneList, type ListedCommune } from '../pipeline-rollup.ts';
import { quoteValue } from '../vi/text.ts';
import { shownFileName } from './file-name.ts';
import { sha256 } from './fingerprint.ts';
import type { FileReader } from './read-files.ts';
import { contentFaults } from './settings-faults.ts';
import { loadSubmitted } from './submitted-files.ts';
import { onDisk } from './system-error.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';
import { readYamlText } from './yaml-text.ts';
import { group, leaf, listOf, readText } from './yaml-values.ts';

/** The communes that should report, with the file that says so. */
export interface CommuneList {
  readonly source: RollupSource;
  readonly communes: readonly Commune[];
}

const entry = { code: leaf(readText), name: leaf(readText) };
const schema = group({ communes: listOf(group(entry)) });
const KEYS: Readonly<Record<string, readonly string[]>> = { '': ['communes'], 'communes.*': Object.keys(entry) };
const KEPT = { name: 'danh sách xã', keys: KEYS };

/** The list as YAML: `communes: [{ code: …, name: … }]`. */
function parseYaml(text: string, file: string): Outcome<readonly Commune[] | undefined> {
  const { value, diagnostics } = readYamlText(text, file);
  if (value === undefined) return { value, diagnostics };
  const parsed = schema.safeParse(value.content);
  if (!parsed.success) return { value: undefined, diagnostics: contentFaults(parsed.error, KEPT, value.locate) };
  const entries = parsed.data.communes.map(({ code, name }, index): ListedCommune => ({
    code,
    name,
    location: value.locate(['communes', index]),
  }));
  const place: Location = { kind: 'data', file, path: '', line: 0, column: 0 };
  return communesOf(entries, place);
}

async function parseTable(
  typed: string,
  cwd: string,
  read: FileReader,
): Promise<Outcome<readonly Commune[] | undefined>> {
  const { files } = loadSubmitted([typed], cwd);
  const [table] = await read(files);
  if (table === undefined || files.length > 1) {
    throw new WorkspaceError(`Danh sách xã ${quoteValue(shownFileName(typed))} phải là một tệp, không phải thư mục`);
  }
  return readCommuneList(table);
}

/**
 * The list of communes: YAML by its ending, else a table (CSV, Excel …) with the headings Mã and Tên. Throws a WorkspaceError with
 * every fault found.
 */
export async function loadCommuneList(typed: string, cwd: string, read: FileReader): Promise<CommuneList> {
  const path = resolve(cwd, typed);
  const file = shownFileName(typed).replace(/\\/gu, '/');
  const isYaml = /\.ya?ml$/iu.test(typed);
  const { value, diagnostics } = isYaml
    ? parseYaml(readTextFile(path, file), file)
    : await parseTable(typed, cwd, read);
  if (value === undefined) throw new WorkspaceError(`Danh sách xã ${quoteValue(file)} có chỗ chưa đúng`, diagnostics);
  const bytes = onDisk('đọc', file, () => readFileSync(path));
  return { source: { file: file.split('/').at(-1) ?? file, sha256: sha256(bytes) }, communes: value };
}
