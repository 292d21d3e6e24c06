import { WorkspaceError } from './workspace-error.ts';

const DRIVE_GONE = 'ổ đĩa hoặc ổ mạng mất kết nối';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền truy cập',
  EBUSY: 'đang được chương trình khác mở',
  EDQUOT: 'đã dùng hết dung lượng được cấp',
  EEXIST: 'đã có ở đó',
  EHOSTDOWN: DRIVE_GONE,
  EHOSTUNREACH: DRIVE_GONE,
  EIO: 'ổ đĩa hoặc ổ mạng báo lỗi đọc, ghi',
  EISDIR: 'là thư mục, không phải tệp',
  ELOOP: 'liên kết vòng',
  EMFILE: 'máy đang mở quá nhiều tệp',
  ENAMETOOLONG: 'tên quá dài',
  ENETDOWN: DRIVE_GONE,
  ENETUNREACH: DRIVE_GONE,
  ENFILE: 'máy đang mở quá nhiều tệp',
  ENODEV: DRIVE_GONE,
  ENOENT: 'không tìm thấy',
  ENOSPC: 'ổ đĩa đã đầy',
  ENOTCONN: DRIVE_GONE,
  ENOTDIR: 'một phần của đường dẫn không phải là thư mục',
  ENXIO: DRIVE_GONE,
  EPERM: 'hệ điều hành không cho phép',
  EREMOTEIO: DRIVE_GONE,
  EROFS: 'ổ đĩa chỉ cho đọc',
  ESTALE: DRIVE_GONE,
  ETIMEDOUT: DRIVE_GONE,
  ETXTBSY: 'đang được chương trình khác mở',
  UNKNOWN: 'ổ đĩa hoặc ổ mạng báo lỗi đọc, ghi', // what Windows says of a network drive that went away
};

const DRIVE_TROUBLE: ReadonlySet<string> = new Set([
  ...Object.entries(REASONS).flatMap(([code, reason]) => (reason === DRIVE_GONE ? [code] : [])),
  'EIO',
  'UNKNOWN',
]);

const PASSING: ReadonlySet<string> = new Set(['EBUSY', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOSPC', 'ETXTBSY']);

/** The code of an error of the operating system (`ENOENT`), or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^(?:E[A-Z0-9]+|UNKNOWN)$/u.test(error.code) ? error.code : undefined;
}

/** Why the operating system refused, in Vietnamese. */
export function systemReason(code: string): string {
  return REASONS[code] ?? `lỗi ${code} của hệ điều hành`;
}

/** Whether the drive itself failed or went away, so that nothing can be concluded about the file. */
export function isDriveTrouble(code: string): boolean {
  return DRIVE_TROUBLE.has(code);
}

/** Whether the same access may succeed later, without anything being changed in the workspace. */
export function isPassing(code: string): boolean {
  return PASSING.has(code) || isDriveTrouble(code);
}

/** That an access to the disk was refused: `Không <action> được “<path>”: <reason>`. */
export function diskRefusal(action: string, path: string, code: string): WorkspaceError {
  const advice = isDriveTrouble(code) ? '; kiểm tra ổ đĩa, kết nối mạng rồi chạy lại' : '';
  return new WorkspaceError(`Không ${action} được “${path}”: ${systemReason(code)}${advice}`, [], {
    isTemporary: isPassing(code),
  });
}

/** Runs an access to the disk. A refusal becomes a WorkspaceError; anything else is a bug and passes through. */
export function onDisk<T>(action: string, path: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw diskRefusal(action, path, code);
  }
}
