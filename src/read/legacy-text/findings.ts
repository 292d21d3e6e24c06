import type { Finding } from '../../model/diagnostic.ts';
import { cellAddress, type Sheet } from '../../model/workbook.ts';
import type { LegacyEncoding } from '../../vi/legacy-encoding/tables.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import type { Decision } from './decide.ts';

const NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: 'TCVN3 (các phông .VnTime, .VnArial…)',
  vni: 'VNI (các phông VNI-Times…)',
};
const NEXT_TIME = 'lần sau đề nghị đơn vị gõ bằng bảng mã Unicode, phông Times New Roman';
/** So many sheets are named. */
const NAMED_SHEETS = 3;

function encodingNames(decisions: readonly Decision[]): string {
  const encodings = new Set(decisions.flatMap(({ encoding }) => encoding ?? []));
  return joinWords([...encodings].sort().map((encoding) => NAMES[encoding]));
}

function sheetNames(decisions: readonly Decision[], sheets: readonly Sheet[]): string {
  const names = [...new Set(decisions.map(({ suspect }) => suspect.sheet))].map((index) =>
    quoteValue(sheets[index]?.name ?? ''),
  );
  if (names.length <= NAMED_SHEETS) return joinWords(names);
  return `${names.slice(0, NAMED_SHEETS).join(', ')} và ${formatInteger(names.length - NAMED_SHEETS)} trang khác`;
}

/** The texts that were converted; there is at least one. */
export function conversionFinding(converted: readonly Decision[], sheets: readonly Sheet[], file: string): Finding {
  const cells = converted.filter(({ suspect }) => suspect.row >= 0).length;
  const encodings = [...new Set(converted.flatMap(({ encoding }) => encoding ?? []))].sort().join(', ');
  return {
    message: `Chữ ở ${formatInteger(cells)} ô của trang ${sheetNames(converted, sheets)} gõ theo bảng mã ${encodingNames(converted)}, đã được đổi sang Unicode; biểu mẫu dùng bảng mã Unicode`,
    hint: `So vài ô chữ trong tệp gốc với kết quả đọc được; ${NEXT_TIME}`,
    location: { kind: 'file', file },
    facts: { encoding: encodings, cells },
  };
}

/** The whole text file was saved in the code page of Vietnamese Windows. */
export function codePageFinding(file: string): Finding {
  return {
    message: 'Tệp lưu chữ theo bảng mã Windows-1258, đã được đổi sang Unicode; tệp CSV cần lưu theo UTF-8',
    hint: 'So vài ô chữ trong tệp gốc với kết quả đọc được; lần sau chọn Lưu thành (Save As) → Excel Workbook (.xlsx) hoặc CSV UTF-8',
    location: { kind: 'file', file },
    facts: { encoding: 'windows-1258' },
  };
}

/** The texts that look like an old encoding and were left as they are; there is at least one. */
export function doubtFinding(left: readonly Decision[], sheets: readonly Sheet[], file: string): Finding | undefined {
  const [first] = left;
  if (first === undefined) return undefined;
  const { sheet, row, column, text } = first.suspect;
  const name = sheets[sheet]?.name ?? '';
  const others = left.length === 1 ? '' : ` và ở ${formatInteger(left.length - 1)} ô khác`;
  return {
    message: `Chữ ${quoteValue(text)} ở đây${others} có vẻ gõ theo bảng mã ${encodingNames(left)} nhưng quá ít chữ để đổi chắc chắn nên giữ nguyên; cần chữ theo bảng mã Unicode`,
    hint: `Mở trang ${quoteValue(name)}, gõ lại các ô hiện sai dấu bằng bảng mã Unicode, hoặc dùng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi lưu lại`,
    location:
      row < 0
        ? { kind: 'sheet', file, sheet: name }
        : { kind: 'cell', ref: { file, sheet: name, address: cellAddress(row, column) } },
    facts: { cells: left.length },
  };
}
