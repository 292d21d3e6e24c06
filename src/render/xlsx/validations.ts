import type { DataValidation, Workbook } from 'exceljs';
import { formatDate } from '../../vi/date.ts';
import { cleanText, shorten } from './cells.ts';

/** What spreadsheets allow in the title and the text of a message. */
const TITLE_LENGTH = 32;
const MESSAGE_LENGTH = 225;
/** A list inside the validation itself may have this many characters; a longer one makes the file unreadable. */
const INLINE_LENGTH = 255;

const LISTS_SHEET = '_danhmuc';

function refusal(title: string, message: string): Partial<DataValidation> {
  return {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: shorten(title, TITLE_LENGTH),
    error: shorten(message, MESSAGE_LENGTH),
  };
}

/** A whole number from 0 up. */
export function wholeNumber(): DataValidation {
  return {
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    ...refusal(
      'Chỉ nhập số nguyên',
      'Ô này chỉ nhận số nguyên từ 0 trở lên, không kèm chữ hay đơn vị tính. Có số liệu bằng không thì ghi 0; chưa có số liệu thì để trống.',
    ),
  };
}

/** The words with which a unit says that its number is that of the round before. */
export const UNCHANGED_WORDS = 'giữ nguyên';
const PLAIN_UNCHANGED_WORDS = 'giu nguyen';

/** A whole number from 0 up in that cell, or the words that say it is that of the round before. */
export function wholeNumberOrUnchanged(address: string): DataValidation {
  const isWhole = `AND(ISNUMBER(${address}),N(${address})>=0,N(${address})=INT(N(${address})))`;
  const isWord = [UNCHANGED_WORDS, PLAIN_UNCHANGED_WORDS].map((words) => `TRIM(${address})="${words}"`).join(',');
  return custom(
    `OR(${isWhole},${isWord})`,
    'Số nguyên hoặc “giữ nguyên”',
    `Ô này chỉ nhận số nguyên từ 0 trở lên, không kèm chữ hay đơn vị tính; bằng kỳ trước thì ghi: ${UNCHANGED_WORDS}. Có số liệu bằng không thì ghi 0; chưa có số liệu thì để trống.`,
  );
}

/** A day as exceljs wants it; it writes the day's serial number. */
export function midnight(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/**
 * A day between two days, both included. Another day can be kept after a warning, as it is counted with a warning. Year
 * first is the one way of typing that every computer takes, whatever its language.
 */
export function dayBetween(from: string, to: string): DataValidation {
  return {
    type: 'date',
    operator: 'between',
    formulae: [midnight(from), midnight(to)],
    ...refusal(
      'Ngày không phù hợp',
      `Cần ngày từ ${formatDate(from)} đến ${formatDate(to)}, theo dạng ngày/tháng/năm. Nếu ngày đúng là ngoài khoảng này thì chọn Yes để giữ, không thì chọn No để sửa. Nếu máy không nhận, gõ năm trước: ${from}.`,
    ),
    errorStyle: 'warning',
  };
}

/** Refuses what the formula, written for the first cell, does not hold for. */
export function custom(formula: string, title: string, message: string): DataValidation {
  return { type: 'custom', formulae: [formula], ...refusal(title, message) };
}

function listFormula(workbook: Workbook, name: string, entries: readonly string[]): string {
  const inline = entries.join(',');
  const isPlain = entries.every((entry) => !/[,"]/u.test(entry)) && inline.length <= INLINE_LENGTH;
  if (isPlain) return `"${inline}"`;
  const sheet = workbook.getWorksheet(LISTS_SHEET) ?? workbook.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
  const column = sheet.actualColumnCount + 1;
  entries.forEach((entry, index) => {
    sheet.getCell(index + 1, column).value = entry;
  });
  const { letter } = sheet.getColumn(column);
  workbook.definedNames.add(`${LISTS_SHEET}!$${letter}$1:$${letter}$${entries.length}`, name);
  return name;
}

/** One of the entries. A long list, or one with commas in it, goes to a hidden sheet under that defined name. */
export function oneOf(workbook: Workbook, name: string, entries: readonly string[]): DataValidation {
  const cleaned = entries.map(cleanText);
  return {
    type: 'list',
    formulae: [listFormula(workbook, name, cleaned)],
    ...refusal('Chọn trong danh sách', `Bấm mũi tên bên phải ô và chọn: ${cleaned.join(' / ')}`),
  };
}
