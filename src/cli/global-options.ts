import type { OptionDefinition } from './command.ts';

/** The options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDefinition[] = [
  { flags: '-C, --directory <THƯ_MỤC>', description: 'thư mục làm việc (mặc định: thư mục hiện tại)' },
  {
    flags: '--period <KỲ>',
    description: 'kỳ báo cáo, hoặc previous: kỳ vừa kết thúc (mặc định: kỳ đang nhận báo cáo)',
    values: ['previous'],
  },
  { flags: '--as-of <NGÀY>', description: 'ngày chốt số liệu, 2025-11-12 hoặc 12/11/2025 (mặc định: hôm nay)' },
  { flags: '--json', description: 'in kết quả dạng JSON' },
  { flags: '--quiet', description: 'chỉ in kết quả, không in thông báo và tóm tắt' },
  { flags: '--log', description: 'ghi nhật ký từng bước (mặc định khi chạy tự động, không có cửa sổ dòng lệnh)' },
  { flags: '--no-log', description: 'không ghi nhật ký' },
  { flags: '--no-color', description: 'không dùng màu' },
  { flags: '--strict', description: 'coi cảnh báo như lỗi khi tính mã thoát' },
];

/** The same for the two that print a text and end. */
export const VERSION_OPTION: OptionDefinition = { flags: '-V, --version', description: 'in số phiên bản' };
export const HELP_OPTION: OptionDefinition = { flags: '-h, --help', description: 'in trợ giúp' };
