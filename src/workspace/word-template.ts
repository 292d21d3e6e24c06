import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { diagnosticOf } from '../model/diagnostic.ts';
import type { OwnWordFile } from '../pipeline.ts';
import { quoteValue } from '../vi/text.ts';
import { loadFile } from './inbox.ts';
import type { Workspace } from './open-workspace.ts';
import { isThere } from './presence.ts';
import { SETTINGS_VALUE_INVALID } from './problems.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The commune's own Word file with where it lies. */
export interface WordTemplateFile extends OwnWordFile {
  readonly path: string;
}

/** What is said of a report that came in speaks of spreadsheets. */
const HINT =
  'Chép chính tệp mẫu Word (không phải lối tắt) vào thư mục làm việc; tệp quá lớn thì mở bằng Word, bỏ hình ảnh và phần thừa rồi lưu lại';

function isWithin(path: string, folder: string): boolean {
  const between = relative(
    onDisk('mở thư mục', folder, () => realpathSync(folder)),
    realpathSync(path),
  );
  return between !== '..' && !between.startsWith(`..${sep}`);
}

/**
 * The Word file that the settings name, undefined when they name none. Throws a WorkspaceError, with the line of the settings, when it
 * is not there or cannot be loaded.
 */
export function loadWordTemplate({ folder, settings }: Workspace): WordTemplateFile | undefined {
  const file = settings.wordTemplate;
  if (file === '') return undefined;
  const path = join(folder, file);
  if (!isThere(path) || !isWithin(path, folder)) {
    throw new WorkspaceError('Không có mẫu Word mà tkcds.yaml nêu', [
      diagnosticOf(SETTINGS_VALUE_INVALID, {
        message: `Mục “report › wordTemplate” nêu tệp ${quoteValue(file)}, trong thư mục làm việc không có tệp đó`,
        hint: 'Sửa tên tệp, tạo mẫu bằng tkcds init --word-template, hoặc xóa dòng này để chương trình tự trình bày báo cáo',
        location: settings.locate('report.wordTemplate'),
        facts: { path: 'report.wordTemplate' },
      }),
    ]);
  }
  const loaded = loadFile(path, file);
  if (loaded.bytes !== undefined) return { file, path, bytes: loaded.bytes };
  throw new WorkspaceError(`Không mở được mẫu Word “${file}”`, [{ ...loaded.refusal, hint: HINT }]);
}
