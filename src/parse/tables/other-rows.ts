import { cellAt, type Sheet } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';
import { rawText } from '../cells/raw-text.ts';

/** `Tổng cộng`, `Cộng (1+2)`, `TC:`, `Tổng mục I`; not `Tổng số máy tính`, which is a number of its own. */
const TOTAL =
  /^(?:tổng(?: cộng| số| hợp)?|cộng|tc)(?: (?:chung|(?:mục|nhóm|phần|bảng|trang) .*|toàn .*|các .*|[(:=+].*|[ivx]+|\d.*))?$/u;

/** `Cộng An Tây`, `Tổng cộng các thôn`: of a group; words of another sense begin with `cộng`, too. */
const GROUP_TOTAL = /^(?:tổng )?cộng (?!đồng|tác|hòa|sự|sản|hưởng).+$/u;

/** Longer texts name no total; in characters. */
const LONGEST_TOTAL = 80;

/** Whether the text names a row that adds up those above it (dòng cộng). */
export function isTotalLabel(text: string): boolean {
  if (text.length > LONGEST_TOTAL) return false;
  const key = matchKey(text);
  return TOTAL.test(key) || GROUP_TOTAL.test(key);
}

/** How notes, the place and day of signing, and those who sign begin below a table. */
const FOOT =
  /^(?:ghi chú|lưu ý|chú thích|nơi nhận|người lập|người báo cáo|người tổng hợp|xác nhận|thủ trưởng|t ?m ?\.|k ?t ?\.|t ?l ?\.|\( ?\*)|(?:^|[,; ])ngày [\d….]+ tháng [\d….]+|ký[, ].*(?:họ tên|tên|đóng dấu)|ký tên|đã ký/u;

/** So much of a text tells whether it begins the foot; in characters. */
const LONGEST_FOOT = 1_000;

/** Whether the text begins what stands below a table: notes, signatures (phần ký tên). */
export function isFootLabel(text: string): boolean {
  const key = matchKey(text.slice(0, LONGEST_FOOT));
  return FOOT.test(key) || text.trimStart().startsWith('*') || text.trimStart().startsWith('(*');
}

/** Longer texts number no columns; in characters. */
const LONGEST_MARK = 20;
const COLUMN_NUMBER = /^\s*[([]?\s*(?:cột\s*)?(\d{1,2}|[A-Za-zĐđ])\s*[)\]]?(?:\s*=.*)?\s*$/u;

/** Whether the row numbers the columns below the headings: `1 2 3 4`, `(1) (2) (3)=(1)+(2)`, `A B 1 2`. */
export function isColumnNumbers(sheet: Pick<Sheet, 'rows'>, row: number, columnCount: number): boolean {
  const cells = sheet.rows.get(row);
  if (cells === undefined || cells.size < Math.max(2, columnCount)) return false;
  const numbers: number[] = [];
  for (const { value } of cells.values()) {
    const text = value.kind === 'text' ? value.text : rawText(value);
    const mark = text.length > LONGEST_MARK ? undefined : COLUMN_NUMBER.exec(text)?.[1];
    if (mark === undefined) return false;
    if (/^\d/u.test(mark)) numbers.push(Number(mark));
  }
  return (
    numbers.length > 0 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** Whether a text of that row, from that column to that, begins the foot of the table. */
export function isFootRow(sheet: Sheet, row: number, left: number, right: number): boolean {
  return [...(sheet.rows.get(row)?.keys() ?? [])].some((column) => {
    const value = column < left || column > right ? undefined : cellAt(sheet, row, column)?.value;
    return value?.kind === 'text' && isFootLabel(value.text);
  });
}
