import ExcelJS from 'exceljs';
import { typedDay, type Month } from './calendar.ts';
import { CODES, type SentFile, type Typed, type Village } from './ground-truth.ts';
import { bytesOf, overlay, ownBook, settleFormulas } from '../form-filler.ts';

const UNIT = 'Tên đơn vị';
const REPORTED = 'Ngày báo cáo';
const COUNTED = 'Số liệu tính đến ngày';

/** As `overlay` types it: numbers as numbers, everything else as text. */
function asTyped(typed: Typed): string {
  switch (typed.kind) {
    case 'number':
      return String(typed.value);
    case 'fault':
      return `'${typed.text}`;
    case 'dash':
      return "'-";
    case 'blank':
      return '';
  }
}

function general({ reportedOn }: SentFile, { to }: Month): readonly (readonly [string, string])[] {
  return [
    ['Người báo cáo', 'Nguyễn Văn A'],
    [REPORTED, reportedOn === undefined ? '' : typedDay(reportedOn)],
    [COUNTED, typedDay(to)],
  ];
}

async function filledForm(file: SentFile, month: Month, form: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(form.slice().buffer);
  overlay(book, { sheet: 'Thông tin chung', header: ['', ''], rows: general(file, month) });
  const rows = CODES.map((code) => [code, asTyped(file.cells[code])]);
  overlay(book, { sheet: 'Chỉ tiêu', header: ['Mã', 'Số liệu'], rows });
  settleFormulas(book);
  return bytesOf(book);
}

function retyped(file: SentFile, month: Month, village: Village): readonly (readonly string[])[] {
  return [
    ['BÁO CÁO CỦA THÔN'],
    [UNIT, village.name],
    ...general(file, month),
    [],
    ['Mã', 'Chỉ tiêu', 'Số liệu', 'Ghi chú'],
    ...CODES.map((code) => [code, '', asTyped(file.cells[code])]),
    // Two files of a village are never alike by chance.
    ['Khó khăn, vướng mắc', `Bản ${file.id}`],
  ];
}

function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => cells.map((text) => `"${text.replace(/^'/u, '')}"`).join(';'));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** The ending of the file's name. */
export function endingOf({ shape }: SentFile): string {
  return shape === 'csv' ? '.csv' : '.xlsx';
}

/** The bytes of the file that the village sends; `form` is the commune's form for it. */
export async function bytesOfSent(
  file: SentFile,
  month: Month,
  village: Village,
  form: Uint8Array,
): Promise<Uint8Array> {
  switch (file.shape) {
    case 'form':
      return filledForm(file, month, form);
    case 'own':
      return bytesOf(ownBook(retyped(file, month, village)));
    case 'csv':
      return csv(retyped(file, month, village));
    case 'damaged': {
      const whole = await filledForm(file, month, form);
      return whole.slice(0, Math.floor(whole.length / 2));
    }
  }
}
