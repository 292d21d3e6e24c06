import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../model/diagnostic.ts';
import type { UnitType } from '../model/directive.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { UnitRegister } from '../model/register.ts';
import { readRegister } from '../pipeline.ts';
import { formatDate } from '../vi/date.ts';
import { sha256 } from './fingerprint.ts';
import { LARGEST_FILE, sizeWords } from './largest-file.ts';
import { isThere } from './presence.ts';
import type { FileReader } from './read-files.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The name of the unit register in a workspace. */
export const REGISTER_FILE = 'don-vi.xlsx';

/** Faults that keep a row from becoming a unit: nobody would miss that unit's report, and every n/m would be too small. */
const ROW_LOST: ReadonlySet<string> = new Set([
  'register-code-missing',
  'register-code-repeated',
  'register-name-missing',
  'register-term-unreadable',
  'register-type-unknown',
]);

/** Throws a WorkspaceError for what is no file (a folder, a pipe that never ends) and for one that no register is as large as. */
function loadBytes(path: string): Uint8Array {
  const status = onDisk('đọc', REGISTER_FILE, () => statSync(path));
  if (!status.isFile()) {
    throw new WorkspaceError(
      `Danh sách đơn vị ${REGISTER_FILE} không phải là tệp thông thường; cần tệp bảng tính Excel`,
    );
  }
  if (status.size > LARGEST_FILE) {
    throw new WorkspaceError(
      `Danh sách đơn vị ${REGISTER_FILE} lớn ${sizeWords(status.size)}, phải không quá ${sizeWords(LARGEST_FILE)}; xóa ảnh và trang thừa rồi chạy lại`,
    );
  }
  return onDisk('đọc', REGISTER_FILE, () => readFileSync(path));
}

/** Whose units, and on which day: the last of the period. */
export interface RegisterRequest {
  readonly unitTypes: readonly UnitType[];
  readonly day: PlainDate;
}

/**
 * The register, as far as there is one; without units when it is missing or still blank. It is read like what arrives: somebody may
 * have sent it.
 */
export async function findRegister(
  folder: string,
  request: RegisterRequest,
  read: FileReader,
): Promise<Outcome<UnitRegister>> {
  const path = join(folder, REGISTER_FILE);
  if (!isThere(path)) return { value: { units: [], mergers: [] }, diagnostics: [] };
  const bytes = loadBytes(path);
  const source = { file: REGISTER_FILE, sha256: sha256(bytes), size: bytes.length };
  const registers = (await read([{ source, bytes }])).map((file) => readRegister(file, request.unitTypes, request.day));
  return registers[0] ?? { value: { units: [], mergers: [] }, diagnostics: [] };
}

/** Reads the unit register. Throws a WorkspaceError when it is missing, has no unit at all, or loses one to a faulty row. */
export async function loadRegister(
  folder: string,
  request: RegisterRequest,
  read: FileReader,
): Promise<Outcome<UnitRegister>> {
  if (!isThere(join(folder, REGISTER_FILE))) {
    throw new WorkspaceError(
      `Thư mục làm việc không có danh sách đơn vị ${REGISTER_FILE}; chạy “tkcds init” để tạo tệp mẫu rồi điền các đơn vị`,
    );
  }
  const register = await findRegister(folder, request, read);
  const lost = register.diagnostics.filter(({ rule }) => ROW_LOST.has(rule));
  const hasUnits = register.value.units.length > 0;
  if (hasUnits && lost.length > 0) {
    throw new WorkspaceError(
      `Danh sách đơn vị ${REGISTER_FILE} có ${lost.length} dòng chưa dùng được; sửa hết rồi chạy lại, vì thiếu một đơn vị thì mọi tỷ lệ đều sai`,
      register.diagnostics,
    );
  }
  if (hasUnits) return register;
  const dormant = register.value.dormant ?? [];
  if (dormant.length > 0) {
    throw new WorkspaceError(
      `Danh sách đơn vị ${REGISTER_FILE} có ${dormant.length} đơn vị nhưng không đơn vị nào hoạt động vào ngày ${formatDate(request.day)}, ngày cuối của kỳ; xem lại cột “Hoạt động từ ngày”, “Hoạt động đến ngày” rồi chạy lại`,
      register.diagnostics,
    );
  }
  throw new WorkspaceError(
    `Danh sách đơn vị ${REGISTER_FILE} chưa có đơn vị nào dùng được; điền mã, tên và loại của từng đơn vị rồi chạy lại`,
    register.diagnostics,
  );
}
