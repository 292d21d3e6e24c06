import type { Block, Document, HeaderCell, Inline, Section, Table } from '../../src/model/document.ts';

/** Villages of an invented commune, some with long names and all the marks Vietnamese has. */
export const VILLAGES: readonly string[] = [
  'Thôn Đông Hòa',
  'Thôn Tây Mỹ',
  'Thôn Phước Thuận',
  'Thôn Nghĩa Lập',
  'Thôn Khánh Vĩnh Thượng',
  'Thôn Trường Thọ Đông',
  'Thôn An Quýt',
  'Thôn Cổ Lũy Bắc',
  'Thôn Ngưỡng Sơn',
  'Thôn Hưởng Phước',
  'Thôn Xuân Mỹ',
  'Thôn Bình Đẳng',
  'Thôn Thuỷ Triều',
  'Thôn Đập Đá',
  'Thôn Giếng Tiền',
  'Thôn Rừng Dừa',
  'Thôn Bãi Ngang',
  'Thôn Ổn Định',
  'Thôn Kỳ Xuyên',
  'Thôn Mỹ Quýnh',
  'Thôn Vĩnh Lộc Nguyễn',
  'Thôn Thế Long Trung Sơn Tây',
];

export function plain(text: string): readonly Inline[] {
  return [{ text, style: 'plain' }];
}

export function heading(text: string, columnSpan = 1, rowSpan = 1): HeaderCell {
  return { text, columnSpan, rowSpan };
}

/** A table of one heading row. */
export function aTable(overrides: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    columns: [
      { width: 1, align: 'center' },
      { width: 4, align: 'left' },
      { width: 2, align: 'right' },
    ],
    header: [[heading('TT'), heading('Đơn vị'), heading('Số người')]],
    rows: [
      { cells: ['1', 'Thôn Đông Hòa', '1.234'], emphasis: 'plain' },
      { cells: ['', 'Toàn xã', '1.234'], emphasis: 'total' },
    ],
    ...overrides,
  };
}

export function aLetterhead(overrides: Partial<Extract<Block, { kind: 'letterhead' }>> = {}): Block {
  const issuer = ['ỦY BAN NHÂN DÂN', 'XÃ TỊNH KHÊ'];
  return {
    kind: 'letterhead',
    superior: '',
    issuer,
    subject: '',
    urgency: '',
    symbol: '/BC-UBND',
    place: 'Tịnh Khê',
    year: 2025,
    ...overrides,
  };
}

export function aSignature(overrides: Partial<Extract<Block, { kind: 'signature' }>> = {}): Block {
  return {
    kind: 'signature',
    recipients: ['Như trên', 'Thường trực Đảng ủy, HĐND xã', 'Chủ tịch, các Phó Chủ tịch UBND xã', 'Lưu: VT, VHXH'],
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Nguyễn Văn A',
    ...overrides,
  };
}

export function aSection(blocks: readonly Block[], overrides: Partial<Section> = {}): Section {
  return { kind: 'main', orientation: 'portrait', blocks, ...overrides };
}

export function aDocument(...sections: readonly Section[]): Document {
  return { title: 'Báo cáo kết quả hoạt động chuyển đổi số', draftNote: '', sections };
}

const SENTENCE =
  'Trong tháng, Tổ công nghệ số cộng đồng của các thôn đã đi từng ngõ, gõ từng nhà, hướng dẫn người dân cài đặt và sử dụng dịch vụ công trực tuyến, ' +
  'ứng dụng C-Quangngai, chữ ký số cá nhân trên VNeID, thanh toán không dùng tiền mặt; toàn xã có 12.345 lượt người được hướng dẫn.';

function signatureTable(): Table {
  const rows = VILLAGES.map((name, index) => ({
    cells: [
      String(index + 1),
      name,
      '1.210',
      '640',
      '52,9',
      '38',
      index % 4 === 0 ? 'Chưa báo cáo; số liệu người trưởng thành lấy từ danh sách đơn vị' : '',
    ],
    emphasis: 'plain' as const,
  }));
  return {
    kind: 'table',
    columns: [5, 24, 12, 12, 10, 12, 25].map((width, index) => ({
      width,
      align: index === 0 ? 'center' : index === 1 || index === 6 ? 'left' : 'right',
    })),
    header: [
      [
        heading('TT', 1, 2),
        heading('Thôn', 1, 2),
        heading('Người từ đủ 18 tuổi', 1, 2),
        heading('Chữ ký số cá nhân', 3),
        heading('Ghi chú', 1, 2),
      ],
      [heading('Số người có'), heading('Tỷ lệ (%)'), heading('Cấp mới trong kỳ')],
    ],
    rows: [...rows, { cells: ['', 'Toàn xã (19/22 thôn)', '26.620', '14.080', '52,9', '836', ''], emphasis: 'total' }],
  };
}

function complianceTable(): Table {
  const clauses = ['II.1-1a', 'II.1-1b', 'II.1-2', 'II.1-3', 'II.1-4', 'II.3-1', 'II.3-2', 'II.5-1', 'II.5-2'];
  return {
    kind: 'table',
    columns: [
      { width: 5, align: 'center' },
      { width: 30, align: 'left' },
      ...clauses.map(() => ({ width: 7, align: 'center' as const })),
    ],
    header: [[heading('TT'), heading('Đơn vị'), ...clauses.map((clause) => heading(clause))]],
    rows: [
      { cells: ['Thôn'], emphasis: 'band' },
      ...VILLAGES.map((name, index) => ({
        cells: [
          String(index + 1),
          name,
          ...clauses.map((_clause, column) => ((index + column) % 5 === 0 ? '–' : 'Đã làm')),
        ],
        emphasis: 'plain' as const,
      })),
      { cells: ['Trường học'], emphasis: 'band' },
      ...Array.from({ length: 8 }, (_, index) => ({
        cells: [
          String(index + 23),
          `Trường Tiểu học và Trung học cơ sở số ${index + 1} xã Tịnh Khê`,
          ...clauses.map(() => 'Đã làm'),
        ],
        emphasis: 'plain' as const,
      })),
    ],
  };
}

function mainBlocks(paragraphs: number): readonly Block[] {
  return [
    aLetterhead(),
    {
      kind: 'title',
      name: 'Báo cáo',
      abstract: 'Kết quả thực hiện các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia năm 2025 trên địa bàn xã',
    },
    { kind: 'addressees', names: ['Sở Khoa học và Công nghệ tỉnh Quảng Ngãi'] },
    { kind: 'paragraph', inlines: plain(SENTENCE) },
    { kind: 'heading', level: 1, text: 'I. Công tác chỉ đạo, triển khai' },
    { kind: 'heading', level: 2, text: '1. Tình hình báo cáo của các đơn vị' },
    ...Array.from({ length: paragraphs }, (): Block => ({ kind: 'paragraph', inlines: plain(SENTENCE) })),
    { kind: 'paragraph', inlines: [{ text: 'Số đơn vị báo cáo theo loại hình như sau:', style: 'plain' }] },
    aTable(),
    { kind: 'note', inlines: plain('Ghi chú: tỷ lệ tính trên tổng số đơn vị phải báo cáo.') },
    { kind: 'heading', level: 1, text: 'II. Kết quả thực hiện' },
    {
      kind: 'list',
      entries: [
        plain(SENTENCE),
        [
          { text: 'Chữ ký số: ', style: 'bold' },
          { text: 'đạt 52,9%, vượt chỉ tiêu.', style: 'plain' },
        ],
      ],
    },
    {
      kind: 'paragraph',
      inlines: plain(
        'Trên đây là báo cáo kết quả của Ủy ban nhân dân xã Tịnh Khê, kính gửi Sở Khoa học và Công nghệ tổng hợp./.',
      ),
    },
    aSignature(),
  ];
}

function anAppendix(label: string, title: string, table: Table): Section {
  const reference = 'Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2025 của Ủy ban nhân dân xã Tịnh Khê';
  return aSection(
    [
      { kind: 'appendix-title', label, title, reference },
      table,
      { kind: 'note', inlines: plain('Ghi chú: dấu “–” là đơn vị không báo cáo nội dung này.') },
    ],
    {
      kind: 'appendix',
      orientation: 'landscape',
    },
  );
}

/** A whole report: a body of so many paragraphs and two appendices sideways, long enough to fill more than one page each. */
export function aReport(paragraphs = 6): Document {
  return aDocument(
    aSection(mainBlocks(paragraphs)),
    anAppendix('Phụ lục I', 'Kết quả phổ cập chữ ký số cá nhân theo thôn', signatureTable()),
    anAppendix('Phụ lục II', 'Mức độ thực hiện nhiệm vụ theo đơn vị', complianceTable()),
  );
}
