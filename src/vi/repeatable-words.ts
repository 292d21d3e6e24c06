import { plainTyping } from './plain-typing.ts';
import { matchKey } from './text.ts';

/**
 * Words that people write where a number or a date belongs. Words that are given names as well (Linh, Mai, Trung, Đạt) are not
 * among them; some of those are harmless in company and stand in the phrases below.
 */
const WORDS: ReadonlySet<string> = new Set(
  [
    // numbers
    'một hai ba bốn tư năm sáu bảy bẩy tám chín mười mươi mốt lăm nhăm chục trăm nghìn ngàn vạn triệu tỷ rưỡi nửa không phẩy',
    // how much, how sure
    'nhiều ít vài mấy các những đủ hết khoảng chừng tầm cỡ độ ước gần hơn trên dưới quá đến tới từ được có tổng cộng số và hay hoặc',
    // what is counted
    'người dân hộ lượt lần tin bài video buổi cuộc đợt lớp em cháu con cái chiếc máy bản tờ thôn xã nữ',
    // none, not yet, done
    'chưa ko k nil gì nào rồi xong đã đang sẽ làm rõ biết yes no ok true false x v nan null none tbd e',
    // days
    'ngày tháng tuần đầu giữa cuối hôm qua nay giờ phút này trước sau mới vừa',
  ].flatMap((words) => words.split(' ')),
);

/** Two words that are nobody's name when they stand together. */
const PHRASES: ReadonlySet<string> = new Set([
  ...['tất cả', 'toàn bộ', 'phần lớn', 'đa số', 'xấp xỉ', 'tối thiểu', 'tối đa', 'ít nhất', 'nhiều nhất', 'bình quân'],
  ...[
    'trung bình',
    'trở lên',
    'trở xuống',
    'ước tính',
    'dự kiến',
    'tạm tính',
    'số lượng',
    'số liệu',
    'phần trăm',
    'tỷ lệ',
  ],
  ...[
    'công dân',
    'nhân khẩu',
    'gia đình',
    'hoạt động',
    'sự kiện',
    'chương trình',
    'hội nghị',
    'bài viết',
    'thành viên',
  ],
  ...['hội viên', 'đoàn viên', 'đảng viên', 'học sinh', 'giáo viên', 'cán bộ', 'đồng chí', 'trường hợp', 'đơn vị'],
  ...['thực hiện', 'triển khai', 'hoàn thành', 'tổ chức', 'phát sinh', 'thống kê', 'tổng hợp', 'cập nhật', 'báo cáo'],
  ...[
    'chủ nhật',
    'buổi sáng',
    'buổi chiều',
    'buổi tối',
    'sáng nay',
    'chiều nay',
    'tối nay',
    'thứ hai',
    'thứ ba',
    'thứ tư',
  ],
  ...[
    'thứ năm',
    'thứ sáu',
    'thứ bảy',
    'trong đó',
    'linh năm',
    'linh một',
    'linh hai',
    'linh ba',
    'linh bốn',
    'linh tư',
  ],
  ...[
    'linh sáu',
    'linh bảy',
    'linh tám',
    'linh chín',
    'lẻ một',
    'lẻ hai',
    'lẻ ba',
    'lẻ bốn',
    'lẻ năm',
    'lẻ sáu',
    'lẻ bảy',
  ],
  ...['lẻ tám', 'lẻ chín', 'phiên họp', 'ra quân'],
]);

/**
 * Whether the text may be shown in a finding about a cell for a number or a date: it has only words that say nothing about any
 * person. Any other word may be somebody's name; the place of the cell then says enough. Digits and signs do not matter.
 */
export function isRepeatable(text: string): boolean {
  const words = matchKey(plainTyping(text)).match(/[\p{L}\p{M}]+/gu) ?? [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (PHRASES.has(`${word} ${words[at + 1] ?? ''}`)) at += 2;
    else if (WORDS.has(word)) at += 1;
    else return false;
  }
  return true;
}
