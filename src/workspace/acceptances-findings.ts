import type { Settlement } from '../model/acceptance.ts';
import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import type { Unit } from '../model/unit.ts';
import { formatInteger } from '../vi/number.ts';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import type { AcceptanceEntry } from './acceptances.ts';
import { ACCEPTANCE_OUTGROWN, ACCEPTANCE_UNUSED } from './problems.ts';

/** What acceptances are held against to say why one does nothing. */
export interface AcceptanceContext {
  readonly units: readonly Unit[];
  /** Every kind of finding. */
  readonly rules: readonly string[];
}

function whose({ unit }: AcceptanceEntry): string {
  return unit === '' ? '' : ` của đơn vị ${quoteValue(unit)}`;
}

function whyUnused(entry: AcceptanceEntry, { units, rules }: AcceptanceContext): string {
  const { rule, unit } = entry;
  if (!rules.includes(rule)) return `không có mã phát hiện ${quoteValue(rule)}${didYouMean(rule, rules)}`;
  const ids = units.map(({ id }) => id);
  if (unit !== '' && !ids.includes(unit)) {
    return `danh sách đơn vị không có mã ${quoteValue(unit)}${didYouMean(unit, ids)}`;
  }
  return `kỳ này không còn lỗi ${quoteValue(rule)} nào${whose(entry)}`;
}

/** A warning at each acceptance that does nothing, or that covers fewer errors than there are. */
export function acceptanceFindings(
  { unused, outgrown }: Pick<Settlement<AcceptanceEntry>, 'outgrown' | 'unused'>,
  context: AcceptanceContext,
): readonly Diagnostic[] {
  return [
    ...unused.map((entry) =>
      diagnosticOf(ACCEPTANCE_UNUSED, {
        message: `Dòng chấp nhận này không có tác dụng: ${whyUnused(entry, context)}`,
        hint: 'Sửa lại mã ở dòng này, hoặc xóa dòng nếu lỗi đã được sửa',
        location: entry.location,
        facts: { accepted: entry.rule, unit: entry.unit },
      }),
    ),
    ...outgrown.map(({ acceptance, errorCount }) =>
      diagnosticOf(ACCEPTANCE_OUTGROWN, {
        message: `Đã chấp nhận ${formatInteger(acceptance.errorCount)} lỗi ${quoteValue(acceptance.rule)}${whose(acceptance)} nhưng nay có ${formatInteger(errorCount)} lỗi như vậy, nên chưa lỗi nào được coi là đã chấp nhận`,
        hint: `Xem lại các lỗi đó; nếu vẫn chấp nhận thì chạy lại: tkcds accept ${[acceptance.rule, acceptance.unit].filter((word) => word !== '').join(' ')} --reason "lý do"`,
        location: acceptance.location,
        facts: { accepted: acceptance.rule, unit: acceptance.unit, errors: errorCount },
      }),
    ),
  ];
}
