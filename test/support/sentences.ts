import { readdirSync, readFileSync } from 'node:fs';

/** Sentences such as stand in the reports of units. */
export const SENTENCES: readonly string[] = [
  'Thôn đã tổ chức ra quân hướng dẫn bà con cài đặt chữ ký số trên điện thoại',
  'Tổ công nghệ số cộng đồng đến từng hộ vận động, giúp đỡ người cao tuổi',
  'Tỷ lệ người dân từ đủ 18 tuổi trở lên có chữ ký số đạt 52,3%',
  'Còn nhiều hộ chưa có điện thoại thông minh, sóng yếu ở xóm trong',
  'Đề nghị xã bố trí thêm kinh phí và máy tính cho nhà văn hóa thôn',
  'Phối hợp với Đoàn Thanh niên, Hội Phụ nữ và Hội Nông dân mở lớp tập huấn',
  'Số hộ thuộc diện hộ nghèo, cận nghèo được hỗ trợ phí dịch vụ',
  'Mỹ Lại, Cổ Lũy, Tư Cung, Khê Kỳ, Trường Định, Phú Hòa, Vĩnh Thạnh',
  'Kẻ xấu lợi dụng mạng xã hội để lừa đảo, chiếm đoạt tài sản của nhân dân',
  'Ủy ban nhân dân xã chỉ đạo các ngành khẩn trương thực hiện kế hoạch',
  'Bí thư chi bộ, trưởng thôn và trưởng ban công tác mặt trận cùng dự',
  'Kết quả: đã cấp mới 120 chữ ký điện tử, gia hạn 35 trường hợp',
  'Nguyên nhân do thiết bị cũ, đường truyền chậm, trình độ còn hạn chế',
  'Giữ gìn vệ sinh môi trường, xây dựng nông thôn mới kiểu mẫu',
  'Nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt ngày càng phổ biến',
  'Trẻ em, học sinh được học kỹ năng sử dụng mạng an toàn, lành mạnh',
  'Quỹ khuyến học của dòng họ Nguyễn, họ Phạm, họ Huỳnh, họ Võ',
  'Gõ cửa từng nhà, rà từng đối tượng, giải quyết dứt điểm từng việc khó',
  'Báo cáo gửi về Phòng Văn hóa – Xã hội trước ngày 10 tháng 11',
  'Chẳng hạn thửa ruộng bỏ hoang, cỏ mọc quá đầu gối, khuỷu sông lở thêm',
  'Hằng tuần phát thanh hai buổi sáng, chiều trên loa truyền thanh cơ sở',
  'Đã nghiệm thu, bàn giao và quyết toán xong công trình đường bê tông',
  'Lũ lụt gây ngập úng, thiệt hại rẫy keo, ghe thuyền và nghề nuôi tôm',
  'Ghi chú: số liệu lấy theo sổ hộ khẩu, chưa đối chiếu với Công an xã',
  'TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ CHUYỂN ĐỔI SỐ',
  'Ý kiến khác: không',
];

const folder = new URL('../../templates/directives/', import.meta.url);

/** Every text of the shipped directives. */
export const DIRECTIVE_TEXT: string = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8').normalize('NFC'))
  .join('\n');

/** Each different word of the sentences and directives once. */
export const WORDS: readonly string[] = [
  ...new Set(`${SENTENCES.join(' ')} ${DIRECTIVE_TEXT}`.match(/\p{L}+/gu) ?? []),
].sort();
