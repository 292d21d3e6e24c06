import { CHOSEN_ND_30_2020 } from './chosen-nd-30-2020.ts';
import { CLAUSES_ND_30_2020 } from './clauses-nd-30-2020.ts';
import type { PartLayout, Range } from './profile.ts';

const LETTER = { weight: 'regular', slant: 'upright', letters: 'any', align: 'any' } as const;
const BOLD = { ...LETTER, weight: 'bold' } as const;

/** Components of a document (thành phần thể thức): sizes in points. */
const PARTS = {
  nationalName: { ...BOLD, clause: 'C1', name: 'Quốc hiệu', size: [12, 13], letters: 'upper' },
  motto: { ...BOLD, clause: 'C2', name: 'Tiêu ngữ', size: [13, 14], letters: 'lower', align: 'center' },
  superior: {
    ...LETTER,
    clause: 'C3',
    name: 'Tên cơ quan chủ quản',
    size: [12, 13],
    letters: 'upper',
    align: 'center',
  },
  issuer: { ...BOLD, clause: 'C4', name: 'Tên cơ quan ban hành', size: [12, 13], letters: 'upper', align: 'center' },
  number: { ...LETTER, clause: 'C5', name: 'Số, ký hiệu', size: [13, 13], align: 'center' },
  date: {
    ...LETTER,
    clause: 'C6',
    name: 'Địa danh, ngày tháng',
    size: [13, 14],
    slant: 'italic',
    letters: 'lower',
    align: 'center',
  },
  title: { ...BOLD, clause: 'C7', name: 'Tên loại văn bản', size: [13, 14], letters: 'upper', align: 'center' },
  abstract: { ...BOLD, clause: 'C8', name: 'Trích yếu', size: [13, 14], letters: 'lower', align: 'center' },
  subject: { ...LETTER, clause: 'C8b', name: 'Trích yếu công văn', size: [12, 13], letters: 'lower', align: 'center' },
  legalBasis: { ...LETTER, clause: 'C9', name: 'Căn cứ', size: [13, 14], slant: 'italic' },
  body: { ...LETTER, clause: 'C10', name: 'Lời văn', size: [13, 14], weight: 'any', align: 'justify' },
  heading: { ...BOLD, clause: 'N1', name: 'Tên mục', size: [13, 14] },
  authority: { ...BOLD, clause: 'C12', name: 'Quyền hạn, chức vụ', size: [13, 14], letters: 'upper' },
  signer: { ...BOLD, clause: 'C13', name: 'Họ tên người ký', size: [13, 14], letters: 'lower', align: 'center' },
  addressees: { ...LETTER, clause: 'C14', name: 'Kính gửi', size: [13, 14] },
  recipientsLabel: { ...BOLD, clause: 'C15', name: 'Từ “Nơi nhận”', size: [12, 12], slant: 'italic', letters: 'lower' },
  recipients: { ...LETTER, clause: 'C16', name: 'Danh sách nơi nhận', size: [11, 11] },
  urgency: { ...BOLD, clause: 'C18', name: 'Dấu chỉ mức độ khẩn', size: [13, 14], letters: 'upper' },
  address: { ...LETTER, clause: 'C19', name: 'Dòng địa chỉ', size: [11, 12] },
  pageNumber: { ...LETTER, clause: 'P5', name: 'Số trang', size: [13, 14], weight: 'any', align: 'center' },
  appendixLabel: { ...BOLD, clause: 'A1', name: 'Từ “Phụ lục”', size: [14, 14], letters: 'lower', align: 'center' },
  appendixTitle: { ...BOLD, clause: 'A2', name: 'Tên phụ lục', size: [13, 14], letters: 'upper', align: 'center' },
  appendixReference: {
    ...LETTER,
    clause: 'A3',
    name: 'Dòng kèm theo của phụ lục',
    size: [13, 14],
    slant: 'italic',
    align: 'center',
  },
} as const satisfies Readonly<Record<string, PartLayout>>;

/** A component of a document. */
export type PartId = keyof typeof PARTS;

/** What the decree allows: page in millimetres, type in points, each with its rule id. */
const ALLOWED = {
  /** P1: A4. */
  page: { width: 210, height: 297 },
  /** P3. */
  margins: { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] },
  /** P4. */
  font: 'Times New Roman',
  color: '000000',
  /** C1 … C19, P5, and those of appendices. */
  parts: PARTS,
  /** C10: one of these, in millimetres. */
  firstLine: [10, 12.7],
  /** C10: at least, in points. */
  paragraphGap: 6,
  /** C10: in lines. */
  lineSpacing: [1, 1.5],
  /** C8b: from the number down to the subject of a dispatch, in points. */
  subjectGap: 6,
  /** C4, C8: the length of the rule as a share of the text above it. */
  ruleShare: [1 / 3, 1 / 2],
  /** C2: the rule is as long as the text. */
  mottoRuleShare: [1, 1],
  /** C18: the box of each stamp, in millimetres. */
  urgencyBox: { 'HỎA TỐC': [30, 8], 'THƯỢNG KHẨN': [40, 8], KHẨN: [20, 8] },
} as const satisfies {
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Range>>;
  readonly [name: string]: unknown;
};

/** Nghị định 30/2020/NĐ-CP of 5 March 2020, Phụ lục I and III: what it allows, where it says so, and what we chose. */
export const ND_30_2020 = {
  id: 'nd-30-2020',
  name: 'Nghị định 30/2020/NĐ-CP',
  issuedOn: { year: 2020, month: 3, day: 5 },
  allowed: ALLOWED,
  clauses: CLAUSES_ND_30_2020,
  chosen: CHOSEN_ND_30_2020,
} as const;

/** A formatting decree: what writer and checker share. */
export type DecreeProfile = typeof ND_30_2020;
