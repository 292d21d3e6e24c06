import type { RuleId } from '../../model/diagnostic.ts';
import { capitalize } from '../../vi/text.ts';

const RESEND_FORM = 'Điền số liệu vào biểu mẫu của kỳ này (tệp Excel kèm theo) rồi gửi lại';
const KEEP_IF_RIGHT = 'nếu số của đơn vị đúng thì giữ nguyên và báo lại cho xã biết';

/** What to do about a finding, where the finding's own hint speaks to the commune. */
const HINTS: ReadonlyMap<RuleId, string> = new Map([
  ['count-dates-differ', 'Kiểm tra lại ngày này; nếu tính được thì tính lại số liệu đến ngày các đơn vị khác đã chốt'],
  ['count-exceeds-register', `Kiểm tra lại có tính cả trẻ em hoặc người đã chuyển đi không; ${KEEP_IF_RIGHT}`],
  ['count-far-from-register', `Kiểm tra lại có bỏ sót tổ, xóm nào không; ${KEEP_IF_RIGHT}`],
  ['form-of-other-directive', RESEND_FORM],
  ['form-unrecognised', RESEND_FORM],
  ['period-mismatch', RESEND_FORM],
  ['summary-total-differs', 'Kiểm tra lại số tổng và số liệu từng đơn vị trong bảng'],
  ['unit-merged', 'Gộp số liệu của các đơn vị cũ thành một báo cáo của đơn vị mới rồi gửi lại'],
  ['unit-name-mismatch', 'Kiểm tra tệp có đúng của đơn vị mình không, rồi ghi đúng tên đơn vị vào ô tên đơn vị'],
  ['unit-unknown', 'Ghi đúng tên đơn vị vào ô tên đơn vị'],
]);

/** Findings that the commune settles by itself: the unit can do nothing about them. */
const OURS: ReadonlySet<RuleId> = new Set([
  'form-version-newer',
  'form-version-older',
  'submission-copied',
  'submission-repeated',
  'unit-type-mismatch',
]);

/** Whether a finding of that kind is the unit's to mend. */
export function isForUnit(rule: RuleId): boolean {
  return !OURS.has(rule);
}

/** What only the commune can do: run a command, edit a list of its own. */
const FOR_COMMUNE = /tkcds|don-vi\.xlsx|doi-chieu\.yaml|cán bộ xã|đề nghị đơn vị|hỏi lại đơn vị/iu;

/** How a hint begins that lets the commune ask the unit first: what follows is for the unit. */
const ASKING = /^Hỏi lại đơn vị(?: gửi tệp)?(?: rồi|[:;])\s+/u;

/** The hint without what it says to the commune; '' when that is all of it. */
function withoutCommune(hint: string): string {
  const clauses = hint
    .replace(/\s*\([^()]*tkcds[^()]*\)/gu, '')
    .replace(/^Hỏi lại đơn vị con số chính xác rồi nhập chỉ con số đó/u, 'Nhập chỉ con số chính xác')
    .replace(ASKING, '')
    .split(/;\s+/u);
  return capitalize(clauses.filter((clause) => !FOR_COMMUNE.test(clause)).join('; '));
}

/** How the unit mends what a finding of that kind says; starts with a verb, without full stop. */
export function hintForUnit(rule: RuleId, hint: string): string {
  const own = HINTS.get(rule) ?? withoutCommune(hint);
  return own === '' ? 'Kiểm tra lại chỗ này rồi sửa cho đúng biểu mẫu xã đã gửi' : own;
}
