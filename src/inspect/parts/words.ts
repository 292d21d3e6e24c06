import { matchKey, searchKey } from '../../vi/text.ts';

/** Types of administrative documents that bear their name (Phụ lục III, phần I), with what their symbols begin with. */
export const DOCUMENT_TYPES: readonly (readonly [name: string, abbreviation: string])[] = [
  ['Nghị quyết', 'NQ'],
  ['Quyết định', 'QĐ'],
  ['Chỉ thị', 'CT'],
  ['Quy chế', 'QC'],
  ['Quy định', 'QyĐ'],
  ['Thông cáo', 'TC'],
  ['Thông báo', 'TB'],
  ['Hướng dẫn', 'HD'],
  ['Chương trình', 'CTr'],
  ['Kế hoạch', 'KH'],
  ['Phương án', 'PA'],
  ['Đề án', 'ĐA'],
  ['Dự án', 'DA'],
  ['Báo cáo', 'BC'],
  ['Biên bản', 'BB'],
  ['Tờ trình', 'TTr'],
  ['Hợp đồng', 'HĐ'],
  ['Công điện', 'CĐ'],
  ['Bản ghi nhớ', 'BGN'],
  ['Bản thỏa thuận', 'BTT'],
  ['Giấy ủy quyền', 'GUQ'],
  ['Giấy mời', 'GM'],
  ['Giấy giới thiệu', 'GGT'],
  ['Giấy nghỉ phép', 'GNP'],
  ['Phiếu gửi', 'PG'],
  ['Phiếu chuyển', 'PC'],
  ['Phiếu báo', 'PB'],
];

/** Those that are sent to a superior and so begin with `Kính gửi` (mục II.9.b). */
export const ADDRESSED_TYPES: readonly string[] = ['Báo cáo', 'Tờ trình'];

/** Those that say of themselves what they are about (Mẫu 1.8 and 1.10), and the one that is dated by its own text (Mẫu 1.9). */
export const TYPES_WITHOUT_ABSTRACT: readonly string[] = ['Giấy giới thiệu', 'Giấy nghỉ phép'];
export const TYPES_WITHOUT_DATE: readonly string[] = ['Biên bản'];

/** Those signed by two side by side (Mẫu 1.9), so that Nơi nhận stands below. */
export const TYPES_SIGNED_BY_TWO: readonly string[] = ['Biên bản'];

/** Quốc hiệu and Tiêu ngữ, as they have to stand. */
export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** The words that are looked for stand on lines of their own, in characters no longer than this. */
const LONGEST = 200;

const NAME_KEY = searchKey(NATIONAL_NAME).replace(/\W/gu, '');

/** Whether a text means the Quốc hiệu, whatever slips it has. */
export function meansNationalName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const letters = searchKey(text).replace(/\W/gu, '');
  return letters === NAME_KEY || /^cong ?h\S+ xa ?hoi chu ?ngh?\S* viet ?nam$/u.test(searchKey(text));
}

/** Whether a text means the Tiêu ngữ, whatever slips it has. */
export function meansMotto(text: string): boolean {
  return text.length <= LONGEST && /^doc ?lap\W*tu ?do\W*hanh ?phuc$/u.test(searchKey(text));
}

/** The type of document that a line names, such as `Báo cáo`; a line that goes on behind the name does so in `rest`. */
export function typeNamed(text: string): { readonly name: string; readonly rest: string } | undefined {
  if (text.length > LONGEST) return undefined;
  const key = matchKey(text);
  for (const [name] of DOCUMENT_TYPES) {
    const own = matchKey(name);
    if (key === own) return { name, rest: '' };
    if (key.startsWith(`${own} `)) return { name, rest: key.slice(own.length + 1) };
  }
  return undefined;
}

/** What the names of bodies begin with. */
const BODY_WORDS =
  /^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI|ĐẢNG|BỘ|SỞ|CỤC|VỤ|TỔNG|PHÒNG|TRƯỜNG|TRUNG TÂM|TRẠM|BAN|VĂN PHÒNG|VIỆN|BỆNH VIỆN|CÔNG AN|ĐOÀN|MẶT TRẬN|LIÊN|CHI|BCH|BQL|TỈNH ỦY|CÔNG TY|TẬP ĐOÀN|ĐẠI HỌC|CHÍNH PHỦ|TÒA|VIỆN KIỂM)(?:\P{L}|$)/u;

/** Whether an upper-case line begins the name of a body; others go on with the name of the line before. */
export function beginsBody(text: string): boolean {
  return BODY_WORDS.test(text.normalize('NFC').toLocaleUpperCase('vi'));
}

/** What a line begins with that names only the place of the body before it. */
export function beginsPlace(text: string): boolean {
  return /^(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN|THỊ XÃ|THÔN)(?:\P{L}|$)/u.test(
    text.normalize('NFC').toLocaleUpperCase('vi'),
  );
}

/** The stamps of urgency, however their tones are placed. */
export function urgencyNamed(text: string): 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN' | undefined {
  const key = text.length > LONGEST ? '' : matchKey(text);
  return ([`HỎA TỐC`, 'THƯỢNG KHẨN', 'KHẨN'] as const).find((stamp) => matchKey(stamp) === key);
}
