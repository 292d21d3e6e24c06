import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../model/diagnostic.ts';
import type { UnitType } from '../model/directive.ts';
import type { Unit } from '../model/unit.ts';
import { readRegister } from '../pipeline.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The name of the unit register in a workspace. */
export const REGISTER_FILE = 'don-vi.xlsx';

/** Reads the unit register. Throws a WorkspaceError when it is missing or has no unit at all: then there is nothing to judge. */
export function loadRegister(folder: string, unitTypes: readonly UnitType[]): Outcome<readonly Unit[]> {
  const path = join(folder, REGISTER_FILE);
  if (!existsSync(path)) {
    throw new WorkspaceError(
      `Thư mục làm việc không có danh sách đơn vị ${REGISTER_FILE}; chạy “tkcds init” để tạo tệp mẫu rồi điền các đơn vị`,
    );
  }
  const bytes = onDisk('đọc', REGISTER_FILE, () => readFileSync(path));
  const register = readRegister(bytes, REGISTER_FILE, unitTypes);
  if (register.value.length > 0) return register;
  throw new WorkspaceError(
    `Danh sách đơn vị ${REGISTER_FILE} chưa có đơn vị nào dùng được; điền mã, tên và loại của từng đơn vị rồi chạy lại`,
    register.diagnostics,
  );
}
