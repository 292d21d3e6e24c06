import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../model/diagnostic.ts';
import type { UnitType } from '../model/directive.ts';
import type { UnitRegister } from '../model/register.ts';
import { readRegister } from '../pipeline.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The name of the unit register in a workspace. */
export const REGISTER_FILE = 'don-vi.xlsx';

/** Faults that keep a row from becoming a unit: nobody would miss that unit's report, and every n/m would be too small. */
const ROW_LOST: ReadonlySet<string> = new Set([
  'register-code-missing',
  'register-code-repeated',
  'register-name-missing',
  'register-type-unknown',
]);

/** The register, as far as there is one; without units when it is missing or still blank. */
export function findRegister(folder: string, unitTypes: readonly UnitType[]): Outcome<UnitRegister> {
  const path = join(folder, REGISTER_FILE);
  if (!existsSync(path)) return { value: { units: [], mergers: [] }, diagnostics: [] };
  const bytes = onDisk('đọc', REGISTER_FILE, () => readFileSync(path));
  return readRegister(bytes, REGISTER_FILE, unitTypes);
}

/** Reads the unit register. Throws a WorkspaceError when it is missing, has no unit at all, or loses one to a faulty row. */
export function loadRegister(folder: string, unitTypes: readonly UnitType[]): Outcome<UnitRegister> {
  if (!existsSync(join(folder, REGISTER_FILE))) {
    throw new WorkspaceError(
      `Thư mục làm việc không có danh sách đơn vị ${REGISTER_FILE}; chạy “tkcds init” để tạo tệp mẫu rồi điền các đơn vị`,
    );
  }
  const register = findRegister(folder, unitTypes);
  const lost = register.diagnostics.filter(({ rule }) => ROW_LOST.has(rule));
  const hasUnits = register.value.units.length > 0;
  if (hasUnits && lost.length > 0) {
    throw new WorkspaceError(
      `Danh sách đơn vị ${REGISTER_FILE} có ${lost.length} dòng chưa dùng được; sửa hết rồi chạy lại, vì thiếu một đơn vị thì mọi tỷ lệ đều sai`,
      register.diagnostics,
    );
  }
  if (hasUnits) return register;
  throw new WorkspaceError(
    `Danh sách đơn vị ${REGISTER_FILE} chưa có đơn vị nào dùng được; điền mã, tên và loại của từng đơn vị rồi chạy lại`,
    register.diagnostics,
  );
}
