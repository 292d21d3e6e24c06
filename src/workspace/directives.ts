import { join } from 'node:path';
import { diagnosticOf, type Location, type Outcome } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { assetPath, namesIn } from './assets.ts';
import { isThere } from './presence.ts';
import { compiledDirective } from './compiled-directive.ts';
import { SETTINGS_DIRECTIVE_UNKNOWN } from './problems.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';

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
    if (isThere(path)) return { path, file: `${DIRECTIVES_FOLDER}/${id}${ENDING}` };
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
export async function findDirective(
  id: string,
  folder: string | undefined,
): Promise<Outcome<Directive | undefined> | undefined> {
  const found = fileOfDirective(id, folder);
  if (found === undefined) return undefined;
  const text = readTextFile(found.path, found.file);
  const compiled = compiledDirective(found.path, text);
  if (compiled?.id === id) return { value: compiled, diagnostics: [] };
  const { readDirectiveFile } = await import('./directive-file.ts');
  return readDirectiveFile(text, found.file, id);
}

/** The directive that a round names. `named` is where it is named. Throws a WorkspaceError when there is none or it is faulty. */
export async function loadDirective(
  id: string,
  folder: string | undefined,
  named: Location,
): Promise<Outcome<Directive>> {
  const outcome = await findDirective(id, folder);
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
