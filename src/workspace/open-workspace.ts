import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { parseSettings, SETTINGS_FILE, type Settings } from './settings.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The clerk's folder (thư mục làm việc), opened. */
export interface Workspace {
  /** Absolute path. */
  readonly folder: string;
  readonly settings: Settings;
  /** Faults of the settings that do not stop the work. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether the folder has settings, so that commands which work without a workspace know whether there is one. */
export function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, SETTINGS_FILE));
}

function refuseMissing(folder: string): never {
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  if (!isFolder) throw new WorkspaceError(`Không có thư mục “${folder}”; kiểm tra lại đường dẫn sau -C`);
  throw new WorkspaceError(
    `Thư mục “${folder}” không có tệp ${SETTINGS_FILE} nên không phải là thư mục làm việc; ` +
      'chạy “tkcds init” để tạo, hoặc chỉ đúng thư mục bằng “-C THƯ_MỤC”',
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
