import { formatInteger } from '../vi/number.ts';
import type { LimitId } from './limits.ts';

interface LimitWords {
  /** `Tệp có 250.000 dòng` */
  readonly has: (found: number) => string;
  /** `200.000 dòng` */
  readonly of: (limit: number) => string;
}

const MEGABYTE = 1024 * 1024;

/** Rounded up, so that what is just over the limit does not look like the limit. */
function megabytes(bytes: number): string {
  return `${formatInteger(Math.ceil(bytes / MEGABYTE))} MB`;
}

/** Things are counted up to the limit only, so that there may be more of them. */
function things(name: string): LimitWords {
  return {
    has: (found) => `Tệp có từ ${formatInteger(found)} ${name} trở lên`,
    of: (limit) => `${formatInteger(limit)} ${name}`,
  };
}

function size(subject: string): LimitWords {
  return { has: (found) => `${subject} ${megabytes(found)}`, of: megabytes };
}

/** What each limit is about, for people. */
export const LIMIT_WORDS: Readonly<Record<LimitId, LimitWords>> = {
  cells: things('ô có số liệu'),
  fileBytes: size('Tệp lớn'),
  merges: things('vùng ô gộp'),
  partBytes: size('Một phần của tệp khi bung ra lớn'),
  rows: things('dòng có số liệu'),
  sharedStringBytes: size('Phần chữ của tệp lớn'),
  sharedStrings: things('đoạn chữ'),
  sheets: things('trang tính'),
  styles: things('kiểu định dạng'),
  textFileBytes: size('Tệp văn bản lớn'),
  textLength: {
    has: (found) => `Tệp có một ô dài từ ${formatInteger(found)} ký tự trở lên`,
    of: (limit) => `${formatInteger(limit)} ký tự`,
  },
  textTotal: things('ký tự trong các ô'),
  unpackedBytes: size('Tệp khi bung ra lớn'),
  webPageBytes: size('Trang web trong tệp lớn'),
  zipEntries: things('tệp con bên trong'),
};
