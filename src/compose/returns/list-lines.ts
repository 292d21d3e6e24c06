import { countCorrections } from '../../model/correction.ts';
import { findingCounts } from '../../vi/finding-counts.ts';
import { formatInteger } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import type { SlipRequest, WorkbookKind } from './compose-slip.ts';

const MARKED: readonly string[] = [
  'Các ô cần sửa được tô màu và có ghi chú (đưa chuột vào ô để đọc). Bấm vào địa chỉ ô ở cột “Ô” để đến ô đó.',
  'Lỗi: số liệu chưa được tính cho đến khi sửa. Cảnh báo: kiểm tra lại, nếu đúng thì giữ nguyên.',
];

const KIND_LINES: Readonly<Record<WorkbookKind, readonly string[]>> = {
  copy: MARKED,
  'filled-form': [
    'Tệp đã gửi không sửa trực tiếp được, nên đây là biểu mẫu mới: xã đã điền sẵn những gì đọc được. Đơn vị kiểm tra lại, ghi tiếp phần còn trống (cả người báo cáo, số điện thoại).',
    ...MARKED,
  ],
  'blank-form': [
    'Tệp đã gửi chưa sử dụng được, nên đây là biểu mẫu mới của kỳ này. Đơn vị điền số liệu vào các trang sau.',
  ],
};

/** What stands above the list of what is to be mended, in the workbook that goes back. `listed`: so many are in the list. */
export function listLines(
  { round, file, workbookKind, corrections }: Omit<SlipRequest, 'unitName' | 'workbook'>,
  listed: number,
): readonly string[] {
  const { errors, warnings } = countCorrections(corrections);
  const more = corrections.length - Math.min(listed, corrections.length);
  return [
    `Kỳ báo cáo ${round.period.id}, tệp đã gửi: “${file}”. ${capitalize(findingCounts(errors, warnings))}.`,
    ...KIND_LINES[workbookKind],
    `${workbookKind === 'blank-form' ? 'Ghi' : 'Sửa'} xong, lưu tệp (giữ dạng .xlsx) và gửi lại về ${round.directive.reporting.receiver}. Không cần xóa trang này.`,
    ...(more > 0
      ? [`Danh sách dưới đây nêu ${formatInteger(listed)} chỗ đầu tiên, còn ${formatInteger(more)} chỗ nữa.`]
      : []),
  ];
}
