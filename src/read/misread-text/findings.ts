import type { Finding, Location } from '../../model/diagnostic.ts';
import { cellAddress, type Sheet } from '../../model/workbook.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { readMisread } from '../../vi/misread-utf8.ts';
import type { Noted } from './texts.ts';

const RETYPE =
  'gõ lại các ô hiện sai chữ, hoặc mở lại tệp gốc bằng đúng bảng mã Unicode (UTF-8), rồi lưu lại dạng .xlsx';
/** So many sheets are named. */
const NAMED_SHEETS = 3;

function sheetNames({ sheets: named }: Noted, sheets: readonly Sheet[]): string {
  const names = [...named].map((index) => quoteValue(sheets[index]?.name ?? ''));
  if (names.length <= NAMED_SHEETS) return joinWords(names);
  return `${names.slice(0, NAMED_SHEETS).join(', ')} và ${formatInteger(names.length - NAMED_SHEETS)} trang khác`;
}

function placeOf({ first: { sheet, row, column } }: Noted, sheets: readonly Sheet[], file: string): Location {
  const name = sheets[sheet]?.name ?? '';
  return row < 0
    ? { kind: 'sheet', file, sheet: name }
    : { kind: 'cell', ref: { file, sheet: name, address: cellAddress(row, column) } };
}

/** `Chữ “…” ở đây và ở 3 ô khác`. */
function texts({ first, cells }: Noted): string {
  const others = first.row < 0 ? cells : cells - 1;
  return `Chữ ${quoteValue(first.text)} ở đây${others === 0 ? '' : ` và ở ${formatInteger(others)} ô khác`}`;
}

function retype({ first }: Noted, sheets: readonly Sheet[]): string {
  return `Mở trang ${quoteValue(sheets[first.sheet]?.name ?? '')}, ${RETYPE}`;
}

/** The texts that were converted. */
export function conversionFinding(converted: Noted, sheets: readonly Sheet[], file: string): Finding {
  const { cells, first } = converted;
  const example = readMisread(first.text)?.words[0]?.written ?? first.text;
  return {
    message: `Chữ ở ${formatInteger(cells)} ô của trang ${sheetNames(converted, sheets)} là Unicode (UTF-8) bị mở nhầm bảng mã nên hiện sai, chẳng hạn ${quoteValue(example)}, đã được đọc lại đúng; cần chữ hiện đúng ngay trong tệp`,
    hint: 'So vài ô chữ với tệp gốc của đơn vị; lần sau mở tệp CSV trong Excel bằng Dữ liệu (Data) → Từ văn bản/CSV (From Text/CSV), chọn 65001: Unicode (UTF-8), rồi lưu dạng .xlsx',
    location: { kind: 'file', file },
    facts: { encoding: 'utf-8', cells },
  };
}

/** The texts of which letters are lost. */
export function damageFinding(damaged: Noted, sheets: readonly Sheet[], file: string): Finding {
  return {
    message: `${texts(damaged)} bị hỏng khi chuyển bảng mã, mất hẳn một số chữ cái nên giữ nguyên, không đoán; cần chữ tiếng Việt đầy đủ`,
    hint: retype(damaged, sheets),
    location: placeOf(damaged, sheets, file),
    facts: { cells: damaged.cells },
  };
}

/** The texts that look misread, and stay because there are too few of them. */
export function doubtFinding(doubtful: Noted, sheets: readonly Sheet[], file: string): Finding {
  return {
    message: `${texts(doubtful)} có vẻ là Unicode (UTF-8) bị mở nhầm bảng mã nhưng quá ít chữ để đổi chắc chắn nên giữ nguyên; cần chữ hiện đúng ngay trong tệp`,
    hint: retype(doubtful, sheets),
    location: placeOf(doubtful, sheets, file),
    facts: { encoding: 'utf-8', cells: doubtful.cells },
  };
}
