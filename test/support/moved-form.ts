import type { CellRange, Workbook } from '../../src/model/workbook.ts';
import { aFilledForm, INDICATOR_ROWS } from './a-filled-form.ts';
import { aSheet, type CellDraft } from './a-workbook.ts';

export type Rows = readonly (readonly CellDraft[])[];
export type SheetDraft = Parameters<typeof aSheet>[2];

/** The indicators of the filled form as texts and drafts, for tests that type them anew. */
export const LINES = INDICATOR_ROWS.map(([code, title, unit, value, note]) => ({
  code: typeof code === 'string' ? code : '',
  title: typeof title === 'string' ? title : '',
  unit,
  value,
  note,
}));

/** Cells merged into one; zero-based, both ends inclusive. */
export function merge(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

function withSheet(name: string, rows: Rows, overrides: SheetDraft, form: Workbook): Workbook {
  return { ...form, sheets: form.sheets.map((own) => (own.name === name ? aSheet(name, rows, overrides) : own)) };
}

/** The filled form with other rows on its sheet of indicators. */
export function withIndicators(rows: Rows, overrides: SheetDraft = {}, form: Workbook = aFilledForm()): Workbook {
  return withSheet('Chỉ tiêu', rows, overrides, form);
}

/** The filled form with other rows on its sheet of tasks. */
export function withTasks(rows: Rows, merges: readonly CellRange[] = []): Workbook {
  return withSheet('Nhiệm vụ', rows, { merges }, aFilledForm());
}

/** Two blocks side by side; the right one begins `width` columns to the right. */
export function beside(left: Rows, right: Rows, width: number): Rows {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...Array.from({ length: width }, (_cell, column) => left[row]?.[column]),
    ...(right[row] ?? []),
  ]);
}

/** What stands above a table in an administrative paper. */
export const LETTERHEAD: Rows = [
  ['ỦY BAN NHÂN DÂN XÃ', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['THÔN ĐÔNG', '', '', 'Độc lập - Tự do - Hạnh phúc'],
  [],
  ['BIỂU SỐ LIỆU THÁNG 10'],
  ['(Kèm theo báo cáo)'],
];

/** What stands below it. */
export const SIGNATURES: Rows = [
  ['Ghi chú: số liệu lấy từ Công an xã ngày 31/10'],
  ['(*) Gồm cả người tạm trú'],
  ['', '', '', 'Thôn Đông, ngày 5 tháng 11 năm 2025'],
  ['NGƯỜI LẬP BIỂU', '', '', 'TRƯỞNG THÔN'],
  ['(Ký, ghi rõ họ tên)', '', '', '(Ký, ghi rõ họ tên)'],
  ['Nguyễn Văn A', '', '', 'Nguyễn Văn A'],
];
