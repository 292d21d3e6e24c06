import type { CommandDefinition } from '../command.ts';

/** Every command, sorted by name. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'accept',
    summary: 'chấp nhận lỗi đã biết, có lý do, để viết được bản chính thức; không kèm gì: xem lại',
    operands: [
      { term: '[MÃ]', description: 'mã phát hiện, ví dụ indicator-blank' },
      { term: '[ĐƠN VỊ]', description: 'mã hoặc tên đơn vị (mặc định: mọi đơn vị)' },
    ],
    options: [{ flags: '--reason <LÝ DO>', description: 'lý do, được in trong phụ lục của báo cáo' }],
    examples: ['tkcds accept', 'tkcds accept unit-missing TH05 --reason "Đơn vị đang sáp nhập, số liệu gửi sau"'],
    load: () => import('./accept.ts'),
  },
  {
    name: 'adjust',
    summary: 'điều chỉnh một số liệu đơn vị báo lại bằng điện thoại; tệp của đơn vị giữ nguyên; không kèm gì: xem lại',
    operands: [
      { term: '[ĐƠN VỊ]', description: 'mã hoặc tên đơn vị' },
      { term: '[CHỈ TIÊU]', description: 'mã chỉ tiêu, ví dụ CT02' },
      { term: '[SỐ]', description: 'số đúng, ví dụ 1150 hoặc 1.150' },
    ],
    options: [
      { flags: '--reason <LÝ DO>', description: 'lý do, được in trong phụ lục của báo cáo' },
      { flags: '--by <CHỨC DANH>', description: 'ai báo, ghi theo chức danh, ví dụ "Trưởng thôn"' },
    ],
    examples: ['tkcds adjust', 'tkcds adjust TH01 CT02 1.150 --reason "Gõ nhầm một chữ số" --by "Trưởng thôn"'],
    load: () => import('./adjust.ts'),
  },
  {
    name: 'check-format',
    summary: 'kiểm tra thể thức văn bản Word (.docx) bất kỳ theo Nghị định 30/2020/NĐ-CP',
    operands: [{ term: '<TỆP...>', description: 'tệp .docx: báo cáo, công văn, phụ lục; không cần thư mục làm việc' }],
    options: [],
    examples: ['tkcds check-format bao-cao.docx', 'tkcds check-format bao-cao.docx --json'],
    load: () => import('./check-format.ts'),
  },
  {
    name: 'close',
    summary:
      'khóa kỳ sau khi có báo cáo chính thức: lưu số liệu và mã băm của mọi tệp; từ đó không ai sửa được mà không ghi sổ',
    operands: [],
    options: [],
    examples: ['tkcds close --period 2025-10'],
    load: () => import('./close.ts'),
  },
  {
    name: 'completion',
    summary: 'in đoạn mã để phím Tab gợi ý lệnh, tùy chọn trong bash hoặc PowerShell',
    operands: [{ term: '<CỬA SỔ LỆNH>', description: 'bash hoặc powershell', values: ['bash', 'powershell'] }],
    options: [],
    examples: ['source <(tkcds completion bash)', 'tkcds completion powershell | Out-String | Invoke-Expression'],
    load: () => import('./completion.ts'),
  },
  {
    name: 'confirm',
    summary: 'xác nhận một lần chữ trong tệp của đơn vị nghĩa là gì; không kèm gì: xem lại',
    operands: [
      { term: '[CHỮ TRONG TỆP]', description: 'đúng như trong tệp: tên đơn vị, tên cột, tên dòng, tên ô, tình trạng' },
      { term: '[NGHĨA]', description: 'mã hoặc tên đơn vị, mã chỉ tiêu, mã nhiệm vụ, hoặc chữ của biểu mẫu' },
    ],
    options: [],
    examples: ['tkcds confirm', 'tkcds confirm "Tên ghi trong tệp" TH01', 'tkcds confirm "Số liêu" "Số liệu"'],
    load: () => import('./confirm.ts'),
  },
  {
    name: 'explain',
    summary: 'giải thích một con số trong báo cáo (từ ô nào của tệp nào, vì sao khác trước) hoặc một mã phát hiện',
    operands: [
      {
        term: '<SỐ LIỆU>',
        description:
          'con số như in trong báo cáo, mã chỉ tiêu, mã nhiệm vụ; hoặc mã phát hiện, mã điều khoản về thể thức',
      },
      { term: '[ĐƠN VỊ]', description: 'chỉ xem phần của đơn vị này' },
    ],
    options: [{ flags: '--format <DẠNG>', description: 'text (mặc định) hoặc json' }],
    examples: ['tkcds explain 51,9%', 'tkcds explain CT02 TH09', 'tkcds explain unit-missing', 'tkcds explain P3'],
    load: () => import('./explain.ts'),
  },
  {
    name: 'form',
    summary: 'làm biểu mẫu Excel trống cho từng đơn vị',
    operands: [],
    options: [
      { flags: '--unit <MÃ...>', description: 'chỉ làm cho các đơn vị này (mã hoặc tên trong danh sách đơn vị)' },
      { flags: '--out <THƯ_MỤC>', description: 'ghi vào thư mục này thay cho bieu-mau/<kỳ>/' },
    ],
    examples: ['tkcds form', 'tkcds form --unit TH01 TH02'],
    load: () => import('./form.ts'),
  },
  {
    name: 'init',
    summary: 'tạo thư mục làm việc: cấu hình, danh sách đơn vị, thư mục nộp và kết quả',
    operands: [{ term: '[THƯ_MỤC]', description: 'thư mục cần tạo (mặc định: thư mục hiện tại)' }],
    options: [
      {
        flags: '--word-template',
        description: 'thêm mẫu Word để sửa theo ý xã: mau-bao-cao/mau.docx (không ghi đè tệp đã có)',
      },
    ],
    examples: ['tkcds init bao-cao-cds', 'tkcds init --word-template'],
    load: () => import('./init.ts'),
  },
  {
    name: 'receive',
    summary: 'tiếp nhận tệp các đơn vị gửi: chép vào thư mục nộp với tên gọn, ghi sổ tiếp nhận; tệp gốc giữ nguyên',
    operands: [{ term: '[TỆP...]', description: 'tệp hoặc thư mục (thư đã tải về, thư mục Zalo đã giải nén)' }],
    options: [
      {
        flags: '--received-on <NGÀY>',
        description: 'ngày thực nhận, nếu không phải hôm nay; cũng để sửa ngày đã ghi sổ',
      },
      { flags: '--via <CÁCH>', description: 'nhận bằng cách nào: Zalo, thư điện tử, bản giấy …' },
      {
        flags: '--accept-late <ĐƠN VỊ>',
        description: 'ghi sổ: xã chấp nhận đơn vị này nộp muộn (số liệu vẫn tính như cũ)',
      },
      { flags: '--refuse-late <ĐƠN VỊ>', description: 'ghi sổ: không chấp nhận nữa' },
      { flags: '--reason <LÝ DO>', description: 'lý do chấp nhận hay không chấp nhận nộp muộn' },
    ],
    examples: [
      'tkcds receive TH01.xlsx --via Zalo',
      'tkcds receive thu-dien-tu --received-on 09/11/2025',
      'tkcds receive --accept-late TH05 --reason "Mất điện do bão"',
    ],
    load: () => import('./receive.ts'),
  },
  {
    name: 'remind',
    summary: 'viết công văn và tin nhắn đôn đốc các đơn vị chưa có báo cáo sử dụng được',
    operands: [],
    options: [],
    examples: ['tkcds remind'],
    load: () => import('./remind.ts'),
  },
  {
    name: 'reopen',
    summary: 'mở lại kỳ đã khóa, có lý do, được ghi vào sổ khóa kỳ',
    operands: [],
    options: [{ flags: '--reason <LÝ DO>', description: 'vì sao phải mở lại' }],
    examples: ['tkcds reopen --period 2025-10 --reason "Sở yêu cầu đính chính số liệu của một thôn"'],
    load: () => import('./reopen.ts'),
  },
  {
    name: 'report',
    summary: 'tổng hợp cả kỳ và viết báo cáo bao-cao.docx, tong-hop.xlsx, bao-cao.json',
    operands: [],
    options: [
      {
        flags: '--final',
        description:
          'bản chính thức, không có nhận xét; chỉ viết khi mọi lỗi đã được sửa hoặc chấp nhận (mặc định: bản dự thảo)',
      },
      { flags: '--pdf', description: 'ghi thêm bao-cao.pdf, cần có LibreOffice trên máy' },
      {
        flags: '--format <ĐỊNH DẠNG>',
        description: 'md: in báo cáo ra màn hình dạng Markdown, không ghi tệp nào',
        values: ['md'],
      },
    ],
    examples: [
      'tkcds report --period 2025-10 --as-of 12/11/2025',
      'tkcds report --final --pdf',
      'tkcds report --format md',
    ],
    load: () => import('./report.ts'),
  },
  {
    name: 'return',
    summary: 'trả báo cáo cho đơn vị sửa: tệp Excel đánh dấu từng ô sai, phiếu yêu cầu chỉnh sửa, tin nhắn',
    operands: [
      {
        term: '[ĐƠN_VỊ|TỆP]',
        description: 'mã hoặc tên đơn vị, hoặc tệp trong nop/<kỳ>/ hay ở nơi khác; ghi vào ket-qua/<kỳ>/tra-lai/',
      },
    ],
    options: [{ flags: '--all', description: 'trả lại mọi báo cáo có lỗi' }],
    examples: ['tkcds return TH05', 'tkcds return TH05.xlsx', 'tkcds return --all'],
    load: () => import('./return.ts'),
  },
  {
    name: 'rollup',
    summary: 'cộng bao-cao.json của nhiều xã thành bảng của tỉnh, theo từng kỳ',
    operands: [
      {
        term: '<THƯ_MỤC>',
        description: 'thư mục chứa bao-cao.json của các xã, kể cả trong thư mục con; không cần thư mục làm việc',
      },
    ],
    options: [
      {
        flags: '--communes <TỆP>',
        description: 'danh sách xã phải gửi (CSV, Excel có hai cột Mã, Tên; hoặc YAML), để biết xã nào chưa gửi',
      },
      { flags: '-o, --out <THƯ_MỤC>', description: 'ghi kết quả vào thư mục này (mặc định: tong-hop-tinh)' },
    ],
    examples: [
      'tkcds rollup bao-cao-cac-xa --communes danh-sach-xa.csv',
      'tkcds rollup bao-cao-cac-xa --period 2025-10 -o ket-qua-tinh',
    ],
    load: () => import('./rollup.ts'),
  },
  {
    name: 'status',
    summary: 'xem đơn vị nào đã nộp, nộp muộn, chưa nộp, có lỗi; còn mấy ngày',
    operands: [],
    options: [
      {
        flags: '--format <ĐỊNH DẠNG>',
        description: 'text (mặc định), json, csv (mở bằng Excel), html (trang để chiếu, lọc được, không cần mạng)',
        values: ['text', 'json', 'csv', 'html'],
      },
      {
        flags: '--out [TỆP]',
        description:
          'với csv, html: ghi vào tệp này thay cho in ra; không ghi tên tệp thì là ket-qua/<kỳ>/tinh-hinh.html hoặc .csv',
      },
    ],
    examples: ['tkcds status', 'tkcds status --format html --out', 'tkcds status --out tinh-hinh.csv'],
    load: () => import('./status.ts'),
  },
  {
    name: 'validate',
    summary: 'kiểm tra tệp báo cáo, chỉ ra từng ô sai và cách sửa',
    operands: [
      {
        term: '[TỆP...]',
        description: 'tệp hoặc thư mục cần kiểm tra, không cần thư mục làm việc (mặc định: cả thư mục nop/<kỳ>/)',
      },
    ],
    options: [{ flags: '--show', description: 'in từng tệp như chương trình hiểu: giá trị, chữ trong ô, địa chỉ ô' }],
    examples: ['tkcds validate', 'tkcds validate TH01.xlsx', 'tkcds validate TH01.xlsx --show'],
    load: () => import('./validate.ts'),
  },
  {
    name: 'verify',
    summary:
      'tính lại mã băm của tệp nguồn, sổ tiếp nhận, kết quả và nói chỗ nào khác với lúc viết báo cáo hay lúc khóa kỳ',
    operands: [],
    options: [],
    examples: ['tkcds verify', 'tkcds verify --period 2025-10'],
    load: () => import('./verify.ts'),
  },
];
