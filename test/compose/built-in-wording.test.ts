import { describe, expect, test } from 'vitest';
import {
  aModel,
  compose,
  composed,
  documentLines,
  linesOf,
  monthly,
  sectionLines,
  signatures,
  villageOne,
} from './support/model.ts';

describe('the report on the campaign', () => {
  const document = composed();
  const [main, ...appendices] = document.sections;

  test('has letterhead, name, addressees, four numbered parts and the signature', () => {
    const blocks = main?.blocks ?? [];
    expect(blocks[0]).toEqual({
      kind: 'letterhead',
      subject: '',
      urgency: '',
      superior: '',
      issuer: ['ỦY BAN NHÂN DÂN', 'XÃ SUỐI MÂY'],
      symbol: '/BC-UBND',
      place: 'Suối Mây',
      year: 2025,
    });
    expect(blocks[1]).toEqual({
      kind: 'title',
      name: 'BÁO CÁO',
      abstract:
        'Kết quả tổ chức các hoạt động hưởng ứng và truyền thông về Ngày Chuyển đổi số quốc gia (10/10) năm 2025',
    });
    expect(blocks[2]).toEqual({ kind: 'addressees', names: ['Sở Khoa học và Công nghệ'] });
    expect(blocks.filter((block) => block.kind === 'heading' && block.level === 1).flatMap(linesOf)).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI',
      'II. KẾT QUẢ THỰC HIỆN',
      'III. TỒN TẠI, HẠN CHẾ',
      'IV. ĐỀ XUẤT, KIẾN NGHỊ',
    ]);
    expect(blocks.at(-1)).toEqual({
      kind: 'signature',
      recipients: ['Như trên', 'Lưu: VT, VHXH'],
      authority: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      name: 'Nguyễn Văn A',
    });
    expect(blocks.slice(-2, -1).flatMap(linesOf).at(-1)).toMatch(/UBND xã Suối Mây kính báo cáo\.\/\.$/u);
  });

  test('cites each document in full once and short afterwards', () => {
    const text = sectionLines(main).join('\n');
    const full = 'Công văn số 15/UBND-CĐS ngày 30 tháng 9 năm 2025 của UBND xã Tịnh Khê về việc tổ chức';
    expect(text.split(full)).toHaveLength(2);
    expect(text.indexOf('Công văn số 15/UBND-CĐS')).toBe(text.indexOf(full));
    expect(text.split('Công văn số 15/UBND-CĐS').length).toBeGreaterThan(2);
    expect(text).toContain(
      'Thực hiện Công văn số 1780/SKHCN-BCVT&CĐS ngày 05 tháng 9 năm 2025 của Sở Khoa học và Công nghệ về việc',
    );
  });

  test('states the share exactly, the verdict, the villages below and refers to every appendix', () => {
    const lines = sectionLines(main);
    expect(lines).toContain(
      'Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân là 50,3% (1.005/2.000 người), tổng hợp từ số liệu của 3/3 thôn. So với chỉ tiêu trên 50% tại mục II.3 của Công văn số 15/UBND-CĐS, kết quả này đạt.',
    );
    expect(lines).toContain(
      'Trong 3 thôn có số liệu, 1 thôn đạt chỉ tiêu, 2 thôn chưa đạt. Thôn chưa đạt, xếp theo tỷ lệ từ thấp đến cao: thôn Hạ (30,0%, còn thiếu 101 người); thôn Trung (50,0%, còn thiếu 1 người).',
    );
    expect(compose().diagnostics).toEqual([]);
  });

  test('has appendices that refer to the report, tables across and text upright', () => {
    expect(
      appendices.map(({ kind, orientation, blocks }) => [kind, orientation, ...blocks.slice(0, 1).flatMap(linesOf)]),
    ).toEqual([
      [
        'appendix',
        'landscape',
        'Phụ lục I',
        'Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân theo từng thôn',
        '(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2025 của UBND xã Suối Mây)',
      ],
      ['appendix', 'landscape', 'Phụ lục II', 'Kết quả thực hiện nhiệm vụ của từng đơn vị', expect.any(String)],
      ['appendix', 'portrait', 'Phụ lục III', 'Cách hiểu và cách tính các số liệu trong báo cáo', expect.any(String)],
    ]);
  });

  test('says what the commune has decided by itself', () => {
    expect(sectionLines(appendices.at(-1))).toContain(
      '- Dân số trưởng thành: số người từ đủ 18 tuổi trở lên. Do xã tự xác định: Công văn không định nghĩa; lấy theo tuổi của người thành niên tại Điều 20 Bộ luật Dân sự năm 2015.',
    );
    expect(sectionLines(appendices.at(-1)).join('\n')).toContain(
      '- Các trường học (mục II.1): Trường học đã có mục II.5 riêng',
    );
  });

  test('is the same twice', () => {
    expect(JSON.stringify(composed())).toBe(JSON.stringify(document));
  });
});

test('the monthly follow-up has neither tasks nor documents', () => {
  const arrivals = [signatures(villageOne, 1000, 600, { directive: monthly })];
  const { value: document, diagnostics } = compose(undefined, aModel({ directive: monthly, arrivals }));
  const lines = documentLines(document ?? { title: '', draftNote: '', sections: [] });
  expect(diagnostics).toEqual([]);
  expect(lines).toContain(
    'Kết quả theo dõi việc hỗ trợ người dân đăng ký và sử dụng chữ ký số, chữ ký điện tử cá nhân, kỳ báo cáo từ ngày 01/10/2025 đến ngày 31/10/2025',
  );
  expect(lines.join('\n')).not.toMatch(/Công văn|nhiệm vụ được giao|mục II/u);
  expect(lines).toContain(
    'Các đơn vị phải báo cáo là các thôn (3 đơn vị). Báo cáo gửi về Phòng Văn hóa – Xã hội trước ngày 10/11/2025.',
  );
});
