import type { ClauseId } from '../../profiles/clauses-nd-30-2020.ts';
import { TYPES_WITHOUT_ABSTRACT, TYPES_WITHOUT_DATE } from '../parts/words.ts';
import { FORMAT_PART_MISSING } from '../problems.ts';
import type { FormatRule, Inspected } from '../rule.ts';
import { WHOLE } from '../wording.ts';

type Missing = readonly [clause: ClauseId, name: string, hint: string];

function missingIn({ parts: { head, kind, title, signature } }: Inspected): readonly Missing[] {
  const type = title?.type ?? '';
  const missing: (Missing | undefined)[] = [
    head.nationalName === undefined
      ? ['C1', 'Quốc hiệu', 'Thêm Quốc hiệu ở phía trên cùng, bên phải trang đầu']
      : undefined,
    head.motto === undefined ? ['C2', 'Tiêu ngữ', 'Thêm Tiêu ngữ ngay dưới Quốc hiệu'] : undefined,
    head.issuer.length === 0
      ? ['C4', 'tên cơ quan ban hành', 'Thêm tên cơ quan ban hành bằng chữ in hoa, đậm ở phía trên, bên trái']
      : undefined,
    head.number === undefined
      ? ['C5', 'số, ký hiệu', 'Thêm dòng “Số: …/…” dưới tên cơ quan ban hành; chưa có số thì để trống']
      : undefined,
    head.date === undefined && !TYPES_WITHOUT_DATE.includes(type)
      ? ['C6', 'địa danh, ngày tháng', 'Thêm dòng “…, ngày … tháng … năm …” dưới Tiêu ngữ']
      : undefined,
    kind === 'unknown'
      ? [
          'C7',
          'tên loại văn bản',
          'Thêm tên loại bằng chữ in hoa, đậm trên một dòng riêng; công văn thì thêm “V/v …” dưới số, ký hiệu',
        ]
      : undefined,
    title?.abstract.length === 0 && !title.hasRest && !TYPES_WITHOUT_ABSTRACT.includes(type)
      ? ['C8', 'trích yếu', 'Thêm trích yếu ngay dưới tên loại văn bản']
      : undefined,
    kind === 'letter' && head.subject.length === 0
      ? ['C8b', 'trích yếu công văn', 'Thêm dòng “V/v …” dưới số, ký hiệu']
      : undefined,
    signature.authority.length === 0
      ? ['C12', 'quyền hạn, chức vụ của người ký', 'Thêm quyền hạn, chức vụ của người ký bằng chữ in hoa, đậm']
      : undefined,
    signature.name === undefined
      ? ['C13', 'họ tên người ký', 'Thêm họ tên người ký dưới quyền hạn, chức vụ']
      : undefined,
    signature.label === undefined
      ? ['C15', 'phần “Nơi nhận”', 'Thêm “Nơi nhận:” và danh sách nơi nhận ở cuối văn bản, bên trái']
      : undefined,
  ];
  return missing.filter((one) => one !== undefined);
}

/** The components that every administrative document has (C1–C8, C12, C13, C15). Kính gửi has a rule of its own. */
export const formatPartMissing: FormatRule = {
  ...FORMAT_PART_MISSING,
  check: (inspected, report) => {
    const { head, kind } = inspected.parts;
    if (kind === 'appendix') return;
    const isOther = [head.nationalName, head.motto, head.number, head.date].every((line) => line === undefined);
    if (isOther && kind === 'unknown') {
      report({
        clause: 'C1',
        spot: WHOLE,
        thing: 'Không thấy phần đầu văn bản (Quốc hiệu, tên cơ quan, số, ngày tháng) và tên loại văn bản',
        found: 'không có',
        allowed: 'các thành phần thể thức của văn bản hành chính',
        hint: 'Xem lại đã chọn đúng tệp chưa; phụ lục thì kiểm tra cùng tệp với văn bản chính',
      });
      return;
    }
    for (const [clause, name, hint] of missingIn(inspected)) {
      report({ clause, spot: WHOLE, thing: `Không thấy ${name}`, found: 'không có', allowed: `có ${name}`, hint });
    }
  },
};
