import type { Directive, Form, FormColumn, FormField, Indicator, Source } from '../../src/model/directive.ts';
import { date } from './answers.ts';

/** A source that is the directive's own text. */
export function clause(clause: string): Source {
  return { kind: 'clause', clause };
}

/** A source that is a choice of ours. */
export const configuration: Source = { kind: 'configuration', note: 'Văn bản không nêu; xã tự chọn' };

function field(id: FormField['id'], label: string, unitTypes?: readonly string[]): FormField {
  return { id, label, aliases: [], guidance: '', unitTypes };
}

function column<Id extends string>(id: Id, heading: string): FormColumn<Id> {
  return { id, heading, aliases: [], guidance: '' };
}

/** The form with the words of the campaign. */
export const aForm: Form = {
  title: 'Báo cáo kết quả hưởng ứng Ngày Chuyển đổi số quốc gia',
  sheets: {
    general: { name: 'Thông tin chung', aliases: [] },
    tasks: { name: 'Nhiệm vụ', aliases: [] },
    indicators: { name: 'Chỉ tiêu', aliases: [] },
    opinions: { name: 'Khó khăn, đề xuất', aliases: [] },
  },
  fields: [
    field('unit', 'Tên đơn vị'),
    field('reporter', 'Người báo cáo'),
    field('phone', 'Số điện thoại'),
    field('reportedOn', 'Ngày báo cáo'),
    field('countedOn', 'Số liệu tính đến ngày', ['village']),
  ],
  taskColumns: [
    column('code', 'Mã'),
    column('title', 'Nội dung nhiệm vụ'),
    column('status', 'Tình trạng'),
    column('result', 'Kết quả thực hiện'),
    column('quantity', 'Số lượng'),
    column('doneOn', 'Ngày thực hiện'),
    column('evidence', 'Minh chứng'),
    column('difficulty', 'Khó khăn, vướng mắc'),
  ],
  indicatorColumns: [
    column('code', 'Mã'),
    column('title', 'Chỉ tiêu'),
    column('counts', 'Đơn vị tính'),
    column('value', 'Số liệu'),
    column('note', 'Ghi chú'),
  ],
  opinions: [
    { id: 'difficulties', label: 'Khó khăn, vướng mắc', aliases: [], guidance: '' },
    { id: 'proposals', label: 'Đề xuất, kiến nghị', aliases: [], guidance: '' },
  ],
  statuses: [
    { id: 'completed', label: 'Đã hoàn thành', aliases: [] },
    { id: 'in-progress', label: 'Đang thực hiện', aliases: [] },
    { id: 'not-started', label: 'Chưa thực hiện', aliases: [] },
  ],
  source: { kind: 'clause', clause: 'II.6' },
};

/** A plain, optional count that villages are asked for; fill in what the test is about. */
export function anIndicator(overrides: Partial<Indicator> & Pick<Indicator, 'id' | 'code'>): Indicator {
  return {
    title: `Chỉ tiêu ${overrides.code}`,
    aliases: [],
    counts: 'turn',
    unitTypes: ['village'],
    whenBlank: 'allowed',
    guidance: '',
    computed: undefined,
    source: configuration,
    ...overrides,
  };
}

const indicators: readonly Indicator[] = [
  anIndicator({
    id: 'adults',
    code: 'CT01',
    title: 'Số người từ đủ 18 tuổi trở lên',
    counts: 'person',
    whenBlank: 'error',
  }),
  anIndicator({
    id: 'signature-holders',
    code: 'CT02',
    title: 'Số người có chữ ký số hoặc chữ ký điện tử cá nhân',
    counts: 'person',
    whenBlank: 'error',
    source: clause('II.3'),
  }),
  anIndicator({
    id: 'signature-new',
    code: 'CT03',
    title: 'Số người đăng ký mới chữ ký số trong kỳ',
    counts: 'person',
  }),
  anIndicator({
    id: 'signature-rate',
    code: 'CT04',
    title: 'Tỷ lệ người có chữ ký số',
    counts: 'percent',
    computed: { kind: 'percent', numerator: 'signature-holders', denominator: 'adults' },
  }),
  anIndicator({ id: 'people-guided', code: 'CT05', title: 'Số người được hướng dẫn kỹ năng số', counts: 'person' }),
  anIndicator({ id: 'households-visited', code: 'CT06', title: 'Số hộ được đến tận nhà', counts: 'household' }),
  anIndicator({ id: 'online-service-turns', code: 'CT07', title: 'Số lượt hướng dẫn dịch vụ công trực tuyến' }),
  anIndicator({
    id: 'cashless-turns',
    code: 'CT09',
    title: 'Số lượt hướng dẫn thanh toán không dùng tiền mặt',
    whenBlank: 'warning',
  }),
  anIndicator({
    id: 'support-turns',
    code: 'CT11',
    title: 'Tổng số lượt hỗ trợ',
    computed: { kind: 'sum', of: ['online-service-turns', 'cashless-turns'] },
  }),
  anIndicator({ id: 'news-items', code: 'CT21', title: 'Số tin, bài', counts: 'item', unitTypes: ['school'] }),
];

/** Villages (II.3), schools (II.5) and companies (no task): a small directive with every kind of entry. */
export function aDirective(overrides: Partial<Directive> = {}): Directive {
  return {
    id: 'chi-thi-mau',
    version: 1,
    subject: 'các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia (10/10) năm 2025',
    document: undefined,
    theme: undefined,
    legalBasis: [],
    activityWindow: { from: date('2025-10-01'), to: date('2025-10-31'), source: clause('I.2') },
    reporting: {
      due: { kind: 'before', date: date('2025-11-10') },
      receiver: 'Phòng Văn hóa – Xã hội',
      onwardTo: 'Sở Khoa học và Công nghệ',
      source: clause('II.6'),
    },
    definitions: [],
    unitTypes: [
      {
        id: 'village',
        name: 'Thôn',
        plural: 'các thôn',
        aliases: [],
        mustReport: true,
        receivesForm: true,
        source: clause('II.3'),
      },
      {
        id: 'school',
        name: 'Trường học',
        plural: 'các trường học',
        aliases: [],
        mustReport: true,
        receivesForm: true,
        source: clause('II.5'),
      },
      {
        id: 'company',
        name: 'Doanh nghiệp',
        plural: 'các doanh nghiệp',
        aliases: [],
        mustReport: false,
        receivesForm: true,
        source: configuration,
      },
    ],
    taskGroups: [
      {
        id: 'II.3',
        clause: 'II.3',
        title: 'Các thôn',
        binds: [{ unitType: 'village', source: clause('II.3') }],
        tasks: [
          {
            id: 'II.3-1',
            title: 'Phối hợp triển khai Chiến dịch “Đi từng ngõ, gõ từng nhà”',
            aliases: [],
            guidance: '',
            source: clause('II.3'),
          },
          {
            id: 'II.3-2',
            title: 'Hướng dẫn người dân sử dụng dịch vụ số',
            aliases: [],
            guidance: '',
            source: clause('II.3'),
          },
        ],
      },
      {
        id: 'II.5',
        clause: 'II.5',
        title: 'Các trường học',
        binds: [{ unitType: 'school', source: clause('II.5') }],
        tasks: [
          {
            id: 'II.5-1',
            title: 'Truyền thông chủ đề trong nhà trường',
            aliases: [],
            guidance: '',
            source: clause('II.5'),
          },
        ],
      },
    ],
    indicators,
    measures: [
      {
        kind: 'coverage',
        id: 'signature-coverage',
        title: 'Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân',
        numerator: 'signature-holders',
        denominator: 'adults',
        unitType: 'village',
        target: { comparison: 'more-than', percent: 50 },
        source: clause('II.3'),
      },
    ],
    relations: {
      parts: [
        { part: 'signature-holders', whole: 'adults', source: clause('II.3') },
        { part: 'signature-new', whole: 'signature-holders', source: configuration },
      ],
      register: [{ indicator: 'adults', tolerancePercent: 10, source: configuration }],
      households: [{ persons: 'adults', households: 'households-visited', source: configuration }],
    },
    form: aForm,
    rules: [],
    ...overrides,
  };
}
