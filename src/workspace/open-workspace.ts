import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isThere } from './presence.ts';
import { parseSettings, type Settings } from './settings.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';
import { isWorkspace, SETTINGS_FILE } from './settings-file.ts';

/** The clerk's folder (thư mục làm việc), opened. */
export interface Workspace {
  /** Absolute path. */
  readonly folder: string;
  readonly settings: Settings;
  /** Faults of the settings that do not stop the work. */
  readonly diagnostics: readonly Diagnostic[];
}

function refuseMissing(folder: string): never {
  const isFolder = isThere(folder) && statSync(folder).isDirectory();
  if (!isFolder) throw new WorkspaceError(`Không có thư mục “${folder}”; kiểm tra lại đường dẫn sau -C`);
  throw new WorkspaceError(
    `Thư mục “${folder}” không có tệp ${SETTINGS_FILE} nên không phải là thư mục làm việc; ` +
      'chạy “tkcds init” để tạo, hoặc chỉ đúng thư mục bằng “-C THƯ_MỤC”',
  );
}

/**
 * Makes sure, once everything was read, that the workspace is still there. Throws a WorkspaceError when its drive went away meanwhile: what
 * then seemed absent was not.
 */
export function confirmWorkspace({ folder }: Workspace): void {
  if (isWorkspace(folder)) return;
  throw new WorkspaceError(
    `Thư mục làm việc “${folder}” vừa biến mất khi đang đọc: ổ mạng mất kết nối, hoặc thư mục bị chuyển đi; không ghi gì, kiểm tra rồi chạy lại`,
    [],
    { isTemporary: true },
  );
}

/** Opens the workspace in that folder; never looks in the folders above. Throws a WorkspaceError with every fault found. */
export function openWorkspace(directory: string): Workspace {
  const folder = resolve(directory);
  if (!isWorkspace(folder)) refuseMissing(folder);
  const { value, diagnostics } = parseSettings(readTextFile(join(folder, SETTINGS_FILE), SETTINGS_FILE), SETTINGS_FILE);
  if (value === undefined) throw new WorkspaceError(`Tệp cấu hình ${SETTINGS_FILE} có chỗ chưa đúng`, diagnostics);
  return { folder, settings: value, diagnostics };
}
