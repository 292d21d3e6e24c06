import type { Workbook } from 'exceljs';
import { REGISTER_COLUMNS, REGISTER_SHEET, type RegisterColumnId } from '../../../model/register.ts';
import { joinWords } from '../../../vi/text.ts';
import { writeLines, writeRow } from '../cells.ts';
import { addPage, setPrintRows } from '../sheet-setup.ts';
import { STYLES } from '../styles.ts';

const WIDTHS = [22, 12, 48];

const IS_REQUIRED: Readonly<Record<RegisterColumnId, boolean>> = {
  code: true,
  name: true,
  type: true,
  formerCommune: false,
  aliases: false,
  adults: false,
  adultsSource: false,
  adultsAsOf: false,
  households: false,
  contact: false,
  phone: false,
};

function explanation(column: RegisterColumnId, typeNames: readonly string[]): string {
  switch (column) {
    case 'code':
      return 'Mã ngắn do xã tự đặt, viết liền, không dấu, không trùng nhau (ví dụ TH01). Giữ nguyên mã qua các kỳ: biểu mẫu và tệp báo cáo của đơn vị mang mã này.';
    case 'name':
      return 'Tên đầy đủ của đơn vị, viết như trong văn bản của xã.';
    case 'type':
      return `Bấm mũi tên bên phải ô và chọn: ${joinWords(typeNames.map((name) => `“${name}”`))}. Loại đơn vị quyết định đơn vị nhận nhiệm vụ nào và biểu mẫu nào.`;
    case 'formerCommune':
      return 'Tên xã trước khi sáp nhập. Cần ghi khi hai đơn vị trùng tên, để phân biệt; nếu không thì có thể để trống.';
    case 'aliases':
      return 'Các cách viết khác mà đơn vị hay dùng trong báo cáo, cách nhau bằng dấu chấm phẩy (;). Nhờ đó tệp gửi đến được nhận đúng đơn vị.';
    case 'adults':
      return 'Số người từ đủ 18 tuổi trở lên, ghi với những đơn vị phải báo cáo số người. Dùng để đối chiếu với số đơn vị báo cáo và để biết khoảng dao động khi đơn vị chưa nộp. Chưa có số liệu thì để trống, không ghi 0.';
    case 'adultsSource':
      return 'Nơi cung cấp số người từ đủ 18 tuổi (cơ quan, sổ hoặc cơ sở dữ liệu).';
    case 'adultsAsOf':
      return 'Số người từ đủ 18 tuổi được tính đến ngày nào, ghi ngày/tháng/năm. Nếu máy không nhận, gõ năm trước, ví dụ 2025-09-30.';
    case 'households':
      return 'Số hộ của đơn vị, dùng để phát hiện nhầm số hộ với số người. Chưa có số liệu thì để trống.';
    case 'contact':
      return 'Người đầu mối để cán bộ xã liên hệ. Chương trình không đọc và không lưu cột này.';
    case 'phone':
      return 'Số điện thoại của người đầu mối. Chương trình không đọc và không lưu cột này.';
  }
}

/** The second sheet: what each column of the register is for. */
export function addRegisterGuide(workbook: Workbook, typeNames: readonly string[]): void {
  const sheet = addPage(workbook, {
    name: 'Hướng dẫn',
    orientation: 'portrait',
    widths: WIDTHS,
    foot: 'Danh sách đơn vị',
  });
  const first = writeLines(sheet, 1, WIDTHS.length, [
    { text: 'CÁCH GHI DANH SÁCH ĐƠN VỊ', look: 'title' },
    {
      text: `Mỗi đơn vị phải báo cáo ghi một dòng trên trang “${REGISTER_SHEET}”, bắt đầu từ dòng 2. Không đổi tên cột. Đơn vị sáp nhập hoặc giải thể thì xóa dòng, đơn vị mới thì thêm dòng.`,
      look: 'remark',
    },
  ]);
  const headings = ['Cột', 'Bắt buộc', 'Cách ghi'].map((text) => ({ text, style: STYLES.heading }));
  writeRow(sheet, first, headings);
  REGISTER_COLUMNS.forEach(({ id, heading }, index) => {
    writeRow(sheet, first + 1 + index, [
      { text: heading, style: STYLES.label },
      { text: IS_REQUIRED[id] ? 'Có' : 'Không', style: STYLES.counts },
      { text: explanation(id, typeNames), style: STYLES.text },
    ]);
  });
  setPrintRows(sheet, { last: first + REGISTER_COLUMNS.length, repeated: [first, first] });
}
