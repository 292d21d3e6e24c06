import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { diagnosticOf, type Diagnostic, type Location, type Outcome } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import { readDirective } from '../pipeline.ts';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { assetPath, namesIn } from './assets.ts';
import { DIRECTIVE_ID_MISMATCH, SETTINGS_DIRECTIVE_UNKNOWN } from './problems.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';
import { placeInYaml } from './yaml-place.ts';

/** The folder of a workspace where the commune puts directives of its own; they go before the built-in ones. */
export const DIRECTIVES_FOLDER = 'van-ban';

const BUILT_IN = 'templates/directives';
const ENDING = '.yaml';

/** Where a directive lies. */
export interface DirectiveFile {
  readonly path: string;
  /** Its name for messages. */
  readonly file: string;
}

/** The file of the directive of that id, of the workspace if it has one, else built in; undefined when there is none. */
export function fileOfDirective(id: string, folder: string | undefined): DirectiveFile | undefined {
  if (folder !== undefined) {
    const path = join(folder, DIRECTIVES_FOLDER, id + ENDING);
    if (existsSync(path)) return { path, file: `${DIRECTIVES_FOLDER}/${id}${ENDING}` };
  }
  const path = assetPath(`${BUILT_IN}/${id}${ENDING}`);
  return namesIn(assetPath(BUILT_IN), ENDING).includes(id) ? { path, file: `${id}${ENDING}` } : undefined;
}

/** The ids of all directives that a round can name, sorted. */
export function directiveIds(folder: string | undefined): readonly string[] {
  const own = folder === undefined ? [] : namesIn(join(folder, DIRECTIVES_FOLDER), ENDING);
  return [...new Set([...own, ...namesIn(assetPath(BUILT_IN), ENDING)])].sort();
}

/**
 * The directive of that id, of the workspace if it has one, else built in; undefined when there is none. A file that calls
 * itself otherwise than its name is a finding, and then there is no value.
 */
export function findDirective(id: string, folder: string | undefined): Outcome<Directive | undefined> | undefined {
  const found = fileOfDirective(id, folder);
  if (found === undefined) return undefined;
  const text = readTextFile(found.path, found.file);
  const { value, diagnostics } = readDirective(text, found.file);
  if (value === undefined || value.id === id) return { value, diagnostics };
  return {
    value: undefined,
    diagnostics: [...diagnostics, idMismatch(text, found.file, { own: value.id, named: id })],
  };
}

/** A copy that still has the id of the original would hand out forms of the original. */
function idMismatch(
  text: string,
  file: string,
  { own, named }: { readonly own: string; readonly named: string },
): Diagnostic {
  const lines = new LineCounter();
  const { line, column } = placeInYaml(parseDocument(text, { lineCounter: lines, logLevel: 'error' }), lines, ['id']);
  return diagnosticOf(DIRECTIVE_ID_MISMATCH, {
    message: `Tệp văn bản giao nhiệm vụ tên là ${quoteValue(named + ENDING)} nhưng mã (id) trong tệp là ${quoteValue(own)}, cần hai chỗ giống nhau`,
    hint: `Sửa dòng này thành “id: ${named}”, hoặc đổi tên tệp thành ${own}${ENDING} và sửa mục directive của kỳ báo cáo trong tkcds.yaml`,
    location: { kind: 'data', file, path: 'id', line, column },
    facts: { named, own },
  });
}

/** The directive that a round names. `named` is where it is named. Throws a WorkspaceError when there is none or it is faulty. */
export function loadDirective(id: string, folder: string | undefined, named: Location): Outcome<Directive> {
  const outcome = findDirective(id, folder);
  if (outcome === undefined) {
    const ids = directiveIds(folder);
    throw new WorkspaceError('Kỳ báo cáo ghi một văn bản giao nhiệm vụ mà chương trình không có', [
      diagnosticOf(SETTINGS_DIRECTIVE_UNKNOWN, {
        message: `Không có văn bản giao nhiệm vụ ${quoteValue(id)}${didYouMean(id, ids)}`,
        hint: `Sửa mã tại mục directive, hoặc đặt tệp ${DIRECTIVES_FOLDER}/${id}${ENDING} vào thư mục làm việc; các mã đang có: ${ids.join(', ')}`,
        location: named,
        facts: { directive: id },
      }),
    ]);
  }
  const { value, diagnostics } = outcome;
  if (value === undefined) throw new WorkspaceError(`Văn bản giao nhiệm vụ “${id}” có chỗ chưa đúng`, diagnostics);
  return { value, diagnostics };
}
