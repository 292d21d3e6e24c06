import {
  MERGER_COLUMNS,
  REGISTER_COLUMNS,
  REGISTER_SHEET,
  type MergerColumnId,
  type RegisterColumnId,
} from '../../../model/register.ts';
import { joinWords } from '../../../vi/text.ts';

/** One column of the register and how to fill it in. */
export interface ColumnGuide {
  readonly heading: string;
  readonly isRequired: boolean;
  readonly text: string;
}

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
  from: false,
  to: false,
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
    case 'from':
      return 'Ngày đơn vị bắt đầu hoạt động, ghi với đơn vị mới thành lập hoặc mới sáp nhập; để trống thì coi như có từ trước mọi kỳ. Kỳ báo cáo kết thúc trước ngày này thì đơn vị không phải báo cáo.';
    case 'to':
      return 'Ngày hoạt động cuối cùng, ghi khi đơn vị giải thể hoặc nhập vào đơn vị khác; để trống thì đơn vị vẫn hoạt động. Không xóa dòng của đơn vị: các kỳ trước vẫn cần.';
  }
}

const IS_REQUIRED_OF_MERGER: Readonly<Record<MergerColumnId, boolean>> = {
  oldName: true,
  formerCommune: false,
  into: true,
  from: true,
  note: false,
};

function mergerExplanation(column: MergerColumnId): string {
  switch (column) {
    case 'oldName':
      return 'Tên của đơn vị trước khi sáp nhập, mỗi đơn vị cũ một dòng. Báo cáo gửi về còn ghi tên này thì chương trình báo lỗi, không lấy số liệu của một đơn vị cũ làm số liệu của đơn vị mới.';
    case 'formerCommune':
      return 'Tên xã trước khi sáp nhập của đơn vị cũ. Cần ghi khi còn đơn vị khác cùng tên.';
    case 'into':
      return `Mã của đơn vị hiện nay, đúng như cột “Mã đơn vị” ở trang “${REGISTER_SHEET}”.`;
    case 'from':
      return 'Ngày việc sáp nhập có hiệu lực, ghi ngày/tháng/năm. Kỳ báo cáo kết thúc trước ngày này thì dòng chưa được áp dụng. Nếu máy không nhận, gõ năm trước, ví dụ 2026-01-01.';
    case 'note':
      return 'Ghi tùy ý, ví dụ số của nghị quyết. Chương trình không đọc cột này.';
  }
}

/** How to fill in the columns of the units; the types to choose from are called `typeNames`. */
export function unitColumns(typeNames: readonly string[]): readonly ColumnGuide[] {
  return REGISTER_COLUMNS.map(({ id, heading }) => ({
    heading,
    isRequired: IS_REQUIRED[id],
    text: explanation(id, typeNames),
  }));
}

/** How to fill in the columns of merged units. */
export function mergerColumns(): readonly ColumnGuide[] {
  return MERGER_COLUMNS.map(({ id, heading }) => ({
    heading,
    isRequired: IS_REQUIRED_OF_MERGER[id],
    text: mergerExplanation(id),
  }));
}
