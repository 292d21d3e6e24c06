import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticOf, type Diagnostic, type Problem } from '../../model/diagnostic.ts';
import { formatInteger } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { sha256 } from '../fingerprint.ts';
import { chainTexts } from '../ledger/chain.ts';
import { isThere } from '../presence.ts';
import { onDisk } from '../system-error.ts';
import {
  VERIFY_FILE_ADDED,
  VERIFY_FILE_CHANGED,
  VERIFY_FILE_MISSING,
  VERIFY_LEDGER_SHORTENED,
  VERIFY_SHARED_CHANGED,
} from './problems.ts';

/** What a round is compared with: its snapshot when it is closed, else the figures of its last report. */
export interface Basis {
  readonly period: string;
  readonly isClosed: boolean;
  /** In words, after “so với”: `bản khóa ngày 14/11/2025`. */
  readonly words: string;
}

/** A file as it was recorded. */
export interface RecordedFile {
  /** Below the workspace, for people. */
  readonly file: string;
  readonly sha256: string;
}

function found(kind: Problem, file: string, message: string, hint: string): Diagnostic {
  return diagnosticOf(kind, { message, hint, location: { kind: 'file', file: maskPersonalData(file) } });
}

/** What to do with a difference: an open round is simply reported again, a closed one must be put back or opened. */
function wayOut({ isClosed, period }: Basis, open: string): string {
  if (!isClosed) return open;
  return `Lấy lại tệp từ bản sao lưu; nếu thay đổi là đúng thì mở lại kỳ bằng “tkcds reopen --period ${period}”, viết lại báo cáo rồi khóa`;
}

const WRITE_AGAIN = 'Xem thay đổi có đúng không; nếu đúng thì chạy lại “tkcds report” để báo cáo theo tệp hiện có';

/** That a file is other than recorded. */
export function isChanged(file: string, basis: Basis): Diagnostic {
  const name = maskPersonalData(file);
  return found(
    VERIFY_FILE_CHANGED,
    file,
    `Tệp “${name}” đã thay đổi so với ${basis.words}`,
    wayOut(basis, WRITE_AGAIN),
  );
}

/** That a recorded file is gone. */
export function isMissing(file: string, basis: Basis): Diagnostic {
  const name = maskPersonalData(file);
  return found(
    VERIFY_FILE_MISSING,
    file,
    `Tệp “${name}” có trong ${basis.words} nhưng không còn trong thư mục làm việc`,
    wayOut(basis, 'Chép lại tệp; nếu bỏ có chủ ý thì chạy lại “tkcds report”'),
  );
}

/** That a file lies there which was not recorded. */
export function isAdded(file: string, basis: Basis): Diagnostic {
  const name = maskPersonalData(file);
  const back = `Chuyển tệp ra ngoài thư mục nếu để nhầm; nếu phải tính thì mở lại kỳ bằng “tkcds reopen --period ${basis.period}”, viết lại báo cáo rồi khóa`;
  return found(
    VERIFY_FILE_ADDED,
    file,
    `Tệp “${name}” có trong thư mục làm việc nhưng không có trong ${basis.words}`,
    basis.isClosed ? back : 'Chạy lại “tkcds report” để báo cáo tính cả tệp này, hoặc chuyển tệp ra ngoài nếu để nhầm',
  );
}

/** That a file which all rounds share has changed since the round was closed: the closed figures stay as they are. */
export function isSharedChanged(file: string, basis: Basis): Diagnostic {
  return found(
    VERIFY_SHARED_CHANGED,
    file,
    `Tệp dùng chung “${file}” đã thay đổi so với ${basis.words}; số liệu đã khóa giữ nguyên`,
    'Không cần làm gì nếu tệp được sửa cho kỳ sau; nếu không phải thì lấy lại tệp từ bản sao lưu',
  );
}

/** The SHA-256 of a file of the workspace, or undefined when it is not there. */
export function hashOf(path: string, file: string): string | undefined {
  return isThere(path) ? sha256(onDisk('đọc', file, () => readFileSync(path))) : undefined;
}

/** Recorded files of the round against those on the disk. */
export function compareFiles(folder: string, files: readonly RecordedFile[], basis: Basis): readonly Diagnostic[] {
  return files.flatMap((one) => {
    const now = hashOf(join(folder, one.file), one.file);
    if (now === undefined) return [isMissing(one.file, basis)];
    return now === one.sha256 ? [] : [isChanged(one.file, basis)];
  });
}

/** The receipt ledger against the one recorded. `lineCount`: undefined when only its hash was recorded. */
export function compareLedger(
  folder: string,
  { file, sha256: hash, lineCount }: RecordedFile & { readonly lineCount: number | undefined },
  basis: Basis,
): readonly Diagnostic[] {
  const path = join(folder, file);
  if (!isThere(path)) return [isMissing(file, basis)];
  const text = onDisk('đọc', file, () => readFileSync(path)).toString('utf8');
  if (sha256(text) === hash) return [];
  const count = chainTexts(text).length;
  if (lineCount === undefined || count >= lineCount) return [isChanged(file, basis)];
  const message = `Sổ tiếp nhận còn ${formatInteger(count)} dòng, trong ${basis.words} có ${formatInteger(lineCount)} dòng: đã mất ${formatInteger(lineCount - count)} dòng`;
  return [
    found(
      VERIFY_LEDGER_SHORTENED,
      file,
      message,
      'Lấy lại sổ tiếp nhận từ bản sao lưu; sổ chỉ được ghi thêm, không xóa dòng',
    ),
  ];
}
