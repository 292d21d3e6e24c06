import { WorkspaceError } from './workspace-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền truy cập',
  EBUSY: 'đang được chương trình khác mở',
  EEXIST: 'đã có ở đó',
  EISDIR: 'là thư mục, không phải tệp',
  ELOOP: 'liên kết vòng',
  EMFILE: 'máy đang mở quá nhiều tệp',
  ENAMETOOLONG: 'tên quá dài',
  ENOENT: 'không tìm thấy',
  ENOSPC: 'ổ đĩa đã đầy',
  ENOTDIR: 'một phần của đường dẫn không phải là thư mục',
  EPERM: 'hệ điều hành không cho phép',
  EROFS: 'ổ đĩa chỉ cho đọc',
};

/** The code of an error of the operating system (`ENOENT`), or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^E[A-Z0-9]+$/u.test(error.code) ? error.code : undefined;
}

/** Why the operating system refused, in Vietnamese. */
export function systemReason(code: string): string {
  return REASONS[code] ?? `lỗi ${code} của hệ điều hành`;
}

/**
 * Runs an access to the disk. A refusal becomes a WorkspaceError: `không <action> được “<path>”: <reason>`; anything else
 * is a bug and passes through.
 */
export function onDisk<T>(action: string, path: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new WorkspaceError(`Không ${action} được “${path}”: ${systemReason(code)}`);
  }
}
