import type { Sheet, Workbook } from '../../src/model/workbook.ts';
import { aSheet, aWorkbook, dayCell, formulaCell, percentCell, type CellDraft } from './a-workbook.ts';

/** The rows of a form's sheets as a test changes them; the campaign of `aDirective`, filled in by a village. */
export interface FormDraft {
  readonly file?: string;
  readonly general?: readonly (readonly CellDraft[])[];
  readonly tasks?: readonly (readonly CellDraft[])[];
  readonly indicators?: readonly (readonly CellDraft[])[];
  readonly opinions?: readonly (readonly CellDraft[])[];
  /** `undefined` entries are left out; `null` is a form without its hidden sheet. */
  readonly stamp?: Readonly<Record<string, string>> | null;
}

export const GENERAL: readonly (readonly CellDraft[])[] = [
  ['BÁO CÁO KẾT QUẢ'],
  [],
  ['Tên đơn vị:', 'Thôn Đông', 'Đã ghi sẵn'],
  ['Người báo cáo', 'Nguyễn Văn A'],
  ['Số điện thoại', '0900000000'],
  ['Ngày báo cáo', dayCell(45_966)],
  ['Số liệu tính đến ngày', '31/10/2025', 'Ghi theo dạng ngày/tháng/năm'],
];

export const TASK_HEADER: readonly CellDraft[] = [
  'Mã',
  'Nội dung nhiệm vụ',
  'Tình trạng',
  'Kết quả thực hiện',
  'Số lượng',
  'Ngày thực hiện',
  'Minh chứng',
  'Khó khăn, vướng mắc',
];

export const TASK_ROWS: readonly (readonly CellDraft[])[] = [
  ['II.3. Các thôn'],
  ['II.3-1', 'Phối hợp triển khai Chiến dịch', 'Đã hoàn thành', 'Ra quân 4 buổi', 4, '25/10/2025', 'KH 05/KH-TĐ'],
  ['II.3-2', 'Hướng dẫn người dân', 'Đang thực hiện', 'Hướng dẫn 300 người', '300 người', '', '-', 'Thiếu máy'],
];

export const TASKS: readonly (readonly CellDraft[])[] = [['NHIỆM VỤ'], [], TASK_HEADER, ...TASK_ROWS];

export const INDICATOR_HEADER: readonly CellDraft[] = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'];

export const INDICATOR_ROWS: readonly (readonly CellDraft[])[] = [
  ['CT01', 'Số người từ đủ 18 tuổi trở lên', 'người', 1200],
  ['CT02', 'Số người có chữ ký số hoặc chữ ký điện tử cá nhân', 'người', '640', 'Theo VNeID'],
  ['CT03', 'Số người đăng ký mới chữ ký số trong kỳ', 'người', 0],
  ['CT04', 'Tỷ lệ người có chữ ký số', '%', formulaCell(percentCell(0.5333))],
  ['CT05', 'Số người được hướng dẫn kỹ năng số', 'người', '-'],
  ['CT06', 'Số hộ được đến tận nhà', 'hộ'],
];

export const INDICATORS: readonly (readonly CellDraft[])[] = [['CHỈ TIÊU'], INDICATOR_HEADER, ...INDICATOR_ROWS];

export const OPINIONS: readonly (readonly CellDraft[])[] = [
  ['Khó khăn, vướng mắc', 'Sóng yếu ở xóm ngoài'],
  ['Đề xuất, kiến nghị', 'Không'],
];

export const STAMP: Readonly<Record<string, string>> = {
  schema: '1',
  directive: 'chi-thi-mau',
  version: '1',
  period: '2025-10',
  from: '2025-10-01',
  to: '2025-10-31',
  due: 'before 2025-11-10',
  unit: 'TH01',
  'unit-name': 'Thôn Đông',
  'unit-type': 'village',
};

/** The hidden sheet of the form. */
export function stampSheet(marks: Readonly<Record<string, string>>): Sheet {
  return aSheet('_tkcds', Object.entries(marks), { isHidden: true });
}

/** The form as a village filled it in. */
export function aFilledForm(draft: FormDraft = {}): Workbook {
  const stamp = draft.stamp === undefined ? STAMP : draft.stamp;
  return aWorkbook(
    [
      aSheet('Thông tin chung', draft.general ?? GENERAL),
      aSheet('Nhiệm vụ', draft.tasks ?? TASKS),
      aSheet('Chỉ tiêu', draft.indicators ?? INDICATORS),
      aSheet('Khó khăn, đề xuất', draft.opinions ?? OPINIONS),
      ...(stamp === null ? [] : [stampSheet(stamp)]),
    ],
    draft.file,
  );
}
