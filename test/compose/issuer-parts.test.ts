import { describe, expect, test } from 'vitest';
import { appendixTitle } from '../../src/compose/issuer-parts.ts';
import { campaign, aModel, anIssuer, compose, composed, linesOf, monthly, sectionLines } from './support/model.ts';
import { date } from '../support/builders.ts';

function blanksOf(issuer = anIssuer(), text?: string): readonly string[] {
  return compose(text, undefined, issuer).diagnostics.map(({ rule, severity, location, message }) => {
    const path = location.kind === 'data' ? `${location.file}#${location.path}` : '';
    return `${severity} ${rule} ${path}: ${message}`;
  });
}

describe('blanks of the settings', () => {
  test('each is printed as a blank, with a warning that names it', () => {
    const blank = anIssuer({
      lines: [],
      shortName: '',
      symbol: '',
      place: '',
      signerAuthority: [],
      signerName: '',
      addressees: [],
      recipients: [],
    });
    expect(blanksOf(blank)).toEqual([
      'warning setting-blank tkcds.yaml#issuer.lines: Tên cơ quan ban hành (issuer.lines) chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning setting-blank tkcds.yaml#issuer.shortName: Tên cơ quan dùng trong câu (issuer.shortName) chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning setting-blank tkcds.yaml#issuer.symbol: Ký hiệu văn bản (issuer.symbol) chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning setting-blank tkcds.yaml#issuer.place: Địa danh (issuer.place) chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning setting-blank tkcds.yaml#issuer.signer.authority: Chức vụ người ký (issuer.signer.authority) chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning setting-blank tkcds.yaml#issuer.signer.name: Họ tên người ký (issuer.signer.name) chưa có trong tệp cấu hình, báo cáo để trống',
      'warning setting-blank tkcds.yaml#issuer.addressees: Nơi kính gửi (issuer.addressees) chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning setting-blank tkcds.yaml#issuer.recipients: Nơi nhận (issuer.recipients) chưa có trong tệp cấu hình, báo cáo in “……”',
    ]);
    const { blocks } = composed(undefined, undefined, blank).sections[0] ?? { blocks: [] };
    expect(blocks[0]).toMatchObject({ issuer: [], symbol: '', place: '', year: 2025 });
    expect(blocks.at(-1)).toMatchObject({ recipients: [], authority: ['……'], name: '' });
    expect(blocks.slice(3, 4).flatMap(linesOf)).toEqual([expect.stringContaining(', …… báo cáo kết quả')]);
  });

  test('a body above the issuer is optional', () => {
    expect(blanksOf(anIssuer({ superior: '' }))).toEqual([]);
  });

  test('the year is that of the day at which the round is seen', () => {
    const [main] = composed(undefined, aModel({ asOf: date('2026-01-03') })).sections;
    expect(main?.blocks[0]).toMatchObject({ year: 2026 });
  });
});

describe('the line that refers to the report under an appendix’s title', () => {
  const heading = { documentName: 'BÁO CÁO', label: 'Phụ lục', title: 'Bảng' };
  const lineOf = (medium: 'electronic' | 'paper') => {
    const block = appendixTitle(anIssuer({ medium }), date('2025-11-12'), heading);
    return block.kind === 'appendix-title' ? block.reference : '';
  };

  test('leaves room for number and day on paper, and stays unfilled on an electronic document', () => {
    const room = ' '.repeat(6);
    expect(lineOf('paper')).toBe(
      `(Kèm theo Báo cáo số${room}/BC-UBND ngày${room}tháng${room}năm 2025 của UBND xã Suối Mây)`,
    );
    expect(lineOf('electronic')).toBe(
      `(Kèm theo Báo cáo số${room}/BC-UBND ngày${room}tháng${room}năm${room}của UBND xã Suối Mây)`,
    );
  });
});

describe('cited documents', () => {
  const none = anIssuer({ documents: new Map() });

  test('what neither the directive nor the settings say is dots, never invented', () => {
    expect(sectionLines(composed(undefined, undefined, none).sections[0]).join('\n')).toContain(
      'Công văn số ……/UBND-CĐS ngày …… tháng …… năm …… của UBND xã Tịnh Khê về việc',
    );
    expect(blanksOf(none)).toEqual([
      'warning document-detail-blank tkcds.yaml#documents.department-request.issuedOn: Ngày ban hành của Công văn ký hiệu SKHCN-BCVT&CĐS chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning document-detail-blank tkcds.yaml#documents.directive.number: Số của Công văn ký hiệu UBND-CĐS chưa có trong tệp cấu hình, báo cáo in “……”',
      'warning document-detail-blank tkcds.yaml#documents.directive.issuedOn: Ngày ban hành của Công văn ký hiệu UBND-CĐS chưa có trong tệp cấu hình, báo cáo in “……”',
    ]);
  });

  test('a document that the wording does not cite leaves no finding', () => {
    expect(blanksOf(none, '# BÁO CÁO\n\nKết quả\n\nTheo {% cite "department-request" %}.')).toHaveLength(1);
    expect(blanksOf(none, '# BÁO CÁO\n\nKết quả\n\nKhông dẫn gì.')).toEqual([]);
  });

  test('a directive without documents needs none', () => {
    expect(compose(undefined, aModel({ directive: monthly, arrivals: [] }), none).diagnostics).toEqual([]);
  });

  test('what the directive says goes before the settings', () => {
    const [request] = campaign.legalBasis;
    const directive = {
      ...campaign,
      legalBasis: request === undefined ? [] : [{ ...request, issuedOn: date('2025-09-01') }],
    };
    const text = '# BÁO CÁO\n\nKết quả\n\nTheo {% cite "department-request" %}, {% cite "department-request" %}';
    expect(sectionLines(composed(text, aModel({ directive })).sections[0])).toContain(
      'Theo Công văn số 1780/SKHCN-BCVT&CĐS ngày 01 tháng 9 năm 2025 của Sở Khoa học và Công nghệ về việc tổ chức các hoạt động hưởng ứng và truyền thông về Ngày Chuyển đổi số quốc gia (10/10) năm 2025, trên địa bàn tỉnh Quảng Ngãi, Công văn số 1780/SKHCN-BCVT&CĐS./.',
    );
  });
});
