import { describe, expect, test } from 'vitest';
import { cellError } from '../aggregate/findings.ts';
import { anUnusableArrival, aUnit, date } from '../support/builders.ts';
import { bodyLines, mixed } from './support/mixed-round.ts';
import {
  aModel,
  allArrived,
  campaign,
  composed,
  documentLines,
  report,
  sectionLines,
  signatures,
  smallCommune,
  villageOne,
  villageThree,
  villageTwo,
} from './support/model.ts';

const [, , , ...othersArrived] = allArrived;
const DUE = { kind: 'before', date: date('2025-11-10') } as const;

describe('sentences for none, one and many', () => {
  test('all is well', () => {
    const lines = bodyLines({
      arrivals: [...[villageOne, villageTwo, villageThree].map((unit) => signatures(unit, 100, 51)), ...othersArrived],
    });
    expect(lines).toContain('Tất cả các thôn có số liệu đều đạt chỉ tiêu (3/3 thôn).');
    expect(lines).toContain(
      'Theo số liệu tổng hợp đến ngày 12/11/2025, chưa có nhiệm vụ nào được đơn vị ghi là chưa thực hiện, chưa có chỉ tiêu nào được xác định là chưa đạt.',
    );
    expect(lines).toContain(
      'Tất cả các đơn vị phải báo cáo đã gửi báo cáo đúng hạn; không có số liệu nào bị loại khỏi tổng hợp.',
    );
    expect(lines).toContain('Trong các báo cáo đã tổng hợp, không có đơn vị nào nêu khó khăn, vướng mắc.');
    expect(lines).toContain('Trong các báo cáo đã tổng hợp, không có đơn vị nào nêu đề xuất, kiến nghị.');
  });

  test('exactly half is not more than half', () => {
    const lines = bodyLines({ arrivals: [signatures(villageOne, 1000, 500)] });
    expect(lines.join('\n')).toContain(
      'là 50,0% (500/1.000 người), tổng hợp từ số liệu của 1/3 thôn. So với chỉ tiêu trên 50% tại mục II.3 của Công văn số 15/UBND-CĐS, kết quả này chưa đạt; còn thiếu ít nhất 1 người.',
    );
    expect(lines).toContain(
      'Trong 1 thôn có số liệu, chưa có thôn nào đạt chỉ tiêu. Thôn chưa đạt: thôn Thượng (50,0%, còn thiếu 1 người).',
    );
    expect(lines).toContain('- Trong 1 thôn có số liệu, chưa có thôn nào đạt chỉ tiêu trên 50%.');
  });

  test('a share of something else than persons says what is missing', () => {
    const indicators = campaign.indicators.map((indicator) =>
      indicator.id.startsWith('signature-') || indicator.id === 'adults'
        ? { ...indicator, counts: 'household' as const }
        : indicator,
    );
    const text = bodyLines({
      directive: { ...campaign, indicators },
      arrivals: [signatures(villageOne, 1000, 500)],
    }).join('\n');
    expect(text).toContain('(500/1.000 hộ)');
    expect(text).toContain('còn thiếu ít nhất 1 hộ.');
    expect(text).toContain('thôn Thượng (50,0%, còn thiếu 1 hộ)');
    expect(text).not.toContain('người nào');
  });

  test('the days are those of the round, by which the reports were checked', () => {
    const period = { id: '2025-10', from: date('2025-10-02'), to: date('2025-10-30'), due: DUE };
    expect(bodyLines({ period })).toContain('Thời gian tổ chức các hoạt động: từ ngày 02/10/2025 đến ngày 30/10/2025.');
  });

  test('of units that need not report only those count as reporting whose file can be used', () => {
    const [sent, unread] = ['Công ty A', 'Công ty B'].map((name, index) =>
      aUnit({ id: `DN0${index + 1}`, name, type: 'company', adults: undefined }),
    );
    if (sent === undefined || unread === undefined) throw new Error('two units');
    const lines = bodyLines({
      units: [...smallCommune, sent, unread],
      arrivals: [...allArrived, report(sent), anUnusableArrival('DN02.xlsx', unread)],
    });
    expect(lines).toContain(
      'Ngoài ra, có 1 đơn vị không bắt buộc báo cáo cũng gửi báo cáo, không tính vào các tỷ lệ trên: Công ty A.',
    );
  });

  test('nothing has arrived after the deadline', () => {
    const lines = bodyLines({ arrivals: [] });
    expect(lines).toContain(
      'Đến ngày 12/11/2025, chưa nhận được báo cáo sử dụng được của đơn vị nào trong số 7 đơn vị phải báo cáo.',
    );
    expect(lines).toContain(
      'Chưa có đủ số liệu của các đơn vị để xác định tỷ lệ chung nên chưa kết luận được về chỉ tiêu trên 50% tại mục II.3 của Công văn số 15/UBND-CĐS.',
    );
    expect(lines).toContain(
      '- Quá hạn chưa gửi báo cáo (7 đơn vị): thôn Thượng; thôn Trung; thôn Hạ; Trường Tiểu học Suối Mây; Trường Trung học cơ sở Suối Mây; Văn phòng HĐND và UBND xã; Phòng Kinh tế.',
    );
    expect(lines).toContain('Chưa có báo cáo nào sử dụng được nên chưa đánh giá được kết quả thực hiện.');
    expect(lines.filter((line) => line.includes('chưa có nội dung tổng hợp'))).toHaveLength(2);
  });

  test('other units have reported, but none that the target is about', () => {
    const lines = bodyLines({ arrivals: othersArrived });
    expect(lines).toContain(
      '- Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân: chưa có đủ số liệu để xác định.',
    );
    expect(lines.join('\n')).not.toContain('chưa có chỉ tiêu nào');
  });

  test('before the deadline nobody is late', () => {
    const lines = bodyLines({ arrivals: [signatures(villageOne, 100, 60)], asOf: date('2025-11-09') });
    expect(lines).toContain(
      'Thời hạn gửi báo cáo (trước ngày 10/11/2025) chưa hết; số liệu trong báo cáo này là số liệu tạm tính.',
    );
    expect(lines).toContain('- Chưa gửi báo cáo nhưng chưa đến hạn: 6 đơn vị.');
    expect(lines.join('\n')).not.toContain('Quá hạn');
  });

  test('an empty register', () => {
    const lines = documentLines(composed(undefined, aModel({ units: [], arrivals: [] })));
    expect(lines).toContain('Danh sách đơn vị của xã không có đơn vị nào phải báo cáo.');
    expect(lines).toContain('Không có đơn vị phải báo cáo.');
  });
});

describe('a round with one of each fate', () => {
  const lines = bodyLines(mixed);

  test('counts who has reported', () => {
    expect(lines).toContain(
      'Đến ngày 12/11/2025, có 5/7 đơn vị đã gửi báo cáo (đạt 71,4%); gửi đúng hạn 3/7 đơn vị (đạt 42,9%).',
    );
  });

  test('says what the missing villages could still change', () => {
    // 805 of 1.800 counted; TH03 (640 by the register) has an error: 805/2.440 to 1.445/2.440.
    expect(lines).toContain(
      'Nếu tính thêm 1 thôn chưa được tổng hợp nêu trên theo số người trong danh sách đơn vị của xã, tỷ lệ chung thấp nhất là 33,0% (nếu không có thêm người nào) và cao nhất là 59,2% (nếu tất cả số người đó đều được tính); như vậy, khi có đủ số liệu, kết luận về chỉ tiêu còn có thể thay đổi.',
    );
  });

  test('cannot say it where the register is blank', () => {
    const units = smallCommune.map((unit) => (unit.id === 'TH03' ? { ...unit, adults: undefined } : unit));
    expect(bodyLines({ ...mixed, units })).toContain(
      'Danh sách đơn vị của xã chưa ghi số người của thôn Hạ nên chưa xác định được khi có đủ số liệu thì kết luận về chỉ tiêu có thay đổi hay không.',
    );
  });

  test('lists the shortcomings with names', () => {
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân là 44,7%, chưa đạt chỉ tiêu trên 50%.',
      '- Trong 2 thôn có số liệu, còn 1 thôn chưa đạt chỉ tiêu trên 50%.',
      '- Nhiệm vụ có đơn vị ghi là chưa thực hiện: II.3-2 (1 đơn vị).',
      '- Quá hạn chưa gửi báo cáo (1 đơn vị): Văn phòng HĐND và UBND xã.',
      '- Gửi báo cáo muộn (1 đơn vị): thôn Trung (ngày 10/11/2025).',
      '- Báo cáo không ghi rõ ngày, chưa xác định được có đúng hạn hay không (1 đơn vị): Trường Trung học cơ sở Suối Mây.',
      '- Đã gửi tệp nhưng chưa sử dụng được (1 đơn vị): Trường Tiểu học Suối Mây.',
      '- Gửi nhiều báo cáo khác nhau, chưa xác định được báo cáo chính thức nên chưa đưa vào tổng hợp (1 đơn vị): Phòng Kinh tế.',
      '- Tệp chưa xác định được đơn vị gửi: 1 tệp.',
      '- Số liệu còn thiếu hoặc có lỗi, chưa đưa vào tổng hợp (1 ô của 1 đơn vị): thôn Hạ.',
      '- Thôn Trung: “Sóng yếu; Người dân đi làm xa”.',
      '- Thôn Thượng: “Đề nghị xã bố trí thêm máy tính”.',
    ]);
  });

  test('an appendix lists units, files and reasons', () => {
    const appendix = sectionLines(composed(undefined, aModel(mixed)).sections[3]);
    expect(appendix).toContain('1 | Thôn Trung | Thôn | Gửi muộn | 10/11/2025 (ghi trên báo cáo) | TH02.xlsx');
    expect(appendix).toContain('1 | Thôn Hạ | TH03.xlsx, trang “Chỉ tiêu”, ô D6 | Giá trị chưa hợp lệ');
    expect(appendix.filter((line) => line.startsWith('6 |'))).toEqual([
      '6 | Chưa xác định | – | Tệp chưa xác định được đơn vị gửi | – | anh-chup.xlsx',
    ]);
  });
});

test('a personal detail in the name of a file is masked', () => {
  const arrivals = [...allArrived, anUnusableArrival('0905123456 báo cáo.xlsx')];
  const lines = documentLines(composed(undefined, aModel({ arrivals })));
  expect(lines.some((line) => line.endsWith('•••• báo cáo.xlsx'))).toBe(true);
  expect(lines.join('\n')).not.toContain('0905');
});

test('the cell of a left-out value is told apart from its neighbours', () => {
  const twice = [
    cellError('TH01.xlsx', 'Chỉ tiêu', 'D5'),
    cellError('TH01.xlsx', 'Chỉ tiêu', 'D5'),
    cellError('TH01.xlsx', 'Nhiệm vụ', 'C7'),
  ];
  const lines = bodyLines({ diagnostics: twice });
  expect(lines).toContain('- Số liệu còn thiếu hoặc có lỗi, chưa đưa vào tổng hợp (2 ô của 1 đơn vị): thôn Thượng.');
});
