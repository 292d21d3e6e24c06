import type { Source } from '../model/directive.ts';
import type { Location } from '../model/diagnostic.ts';
import type { ReceiptStatus, TaskState, UnitOutcome } from '../model/report.ts';
import type { Adjustment } from '../model/adjustment.ts';
import type { CarriedOver } from '../model/carried-over.ts';
import { formatDate } from '../vi/date.ts';
import { formatInteger } from '../vi/number.ts';
import { maskPersonalData } from '../vi/personal-data.ts';

/** Printed in a table where there is no value; never 0. */
export const NO_VALUE = '–';

/** Whether a unit has reported, as in the tables. */
export const RECEIPT_STATUSES: Readonly<Record<ReceiptStatus, string>> = {
  'on-time': 'Đúng hạn',
  late: 'Gửi muộn',
  undated: 'Đã gửi, không rõ ngày báo cáo',
  missing: 'Chưa gửi báo cáo',
  'not-due': 'Chưa gửi báo cáo (chưa đến hạn)',
  unusable: 'Đã gửi tệp nhưng chưa sử dụng được',
  'not-expected': 'Không bắt buộc báo cáo',
};

/**
 * `05/11/2025 (theo sổ tiếp nhận)`, `05/11/2025 (ghi trên báo cáo)`: when the unit's first usable report came and who says so;
 * undefined when nobody can say.
 */
export function receivedText({ receivedOn, receivedBy }: UnitOutcome): string | undefined {
  if (receivedOn === undefined) return undefined;
  return `${formatDate(receivedOn)} (${receivedBy === 'ledger' ? 'theo sổ tiếp nhận' : 'ghi trên báo cáo'})`;
}

/** `xã điều chỉnh thành 1.150 ngày 12/11/2025 theo Trưởng thôn: gõ nhầm` */
export function adjustmentText({ value, adjustedOn, by, reason }: Adjustment): string {
  return `xã điều chỉnh thành ${formatInteger(value)} ngày ${formatDate(adjustedOn)} theo ${by}: ${reason}`;
}

/** `lấy số 1.200 của kỳ 2025-09 (nop/2025-09/TH01.xlsx, trang “Chỉ tiêu”, ô D9; bản lưu luu/2025-09/khoa-1.json)` */
export function carriedOverText({ value, period, file, cells }: CarriedOver): string {
  const places = cells.map((ref) => placeText({ kind: 'cell', ref })).join('; ');
  return `lấy số ${formatInteger(value)} của kỳ ${period} (${places}; bản lưu ${fileText(file)})`;
}

/** The state of a unit whose files contradict one another. */
export const CONFLICTING = 'Gửi nhiều báo cáo khác nhau, chưa đưa vào tổng hợp';

/** A task's state in the order of the columns: the symbol of the matrix (readable without colour) and its meaning. */
export const TASK_STATES: readonly {
  readonly state: TaskState;
  readonly symbol: string;
  readonly meaning: string;
}[] = [
  { state: 'completed', symbol: 'HT', meaning: 'hoàn thành' },
  { state: 'in-progress', symbol: 'ĐTH', meaning: 'đang thực hiện' },
  { state: 'not-started', symbol: 'CTH', meaning: 'chưa thực hiện' },
  { state: 'unanswered', symbol: 'KTL', meaning: 'có báo cáo nhưng không trả lời nhiệm vụ này' },
  { state: 'left-out', symbol: 'KSD', meaning: 'có báo cáo nhưng câu trả lời chưa đưa vào tổng hợp' },
  { state: 'not-reported', symbol: NO_VALUE, meaning: 'chưa có báo cáo sử dụng được' },
];

/** `mục II.3`, or what the commune decided by itself. */
export function sourceText(source: Source): string {
  return source.kind === 'clause' ? `mục ${source.clause}` : source.note;
}

/** A file's or sheet's name in the report: names given by hand may hold a person's number. */
export function fileText(name: string): string {
  return maskPersonalData(name);
}

/** A place for people: `bao-cao.xlsx, trang “Chỉ tiêu”, ô D7`. */
export function placeText(location: Location): string {
  switch (location.kind) {
    case 'cell':
      return `${sheetText(location.ref)}, ô ${location.ref.address}`;
    case 'sheet':
      return sheetText(location);
    case 'file':
    case 'passage':
    case 'data':
      return fileText(location.file);
    case 'unit':
      return NO_VALUE;
  }
}

function sheetText({ file, sheet }: { readonly file: string; readonly sheet: string }): string {
  return `${fileText(file)}, trang “${fileText(sheet)}”`;
}

/** The first letter in lower case, unless the word is an abbreviation: `Thôn` → `thôn`, `UBMTTQ …` stays. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}

/** Words from a data file without their last mark: the sentence around them has its own. */
export function withoutStop(text: string): string {
  return text.replace(/[\s.;,]+$/u, '');
}
