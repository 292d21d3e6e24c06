import type { Acceptance } from '../model/acceptance.ts';
import type { Location, Outcome } from '../model/diagnostic.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { ACCEPTANCES_FILE, INBOX_FOLDER } from './inbox.ts';
import { handKeptText } from './kept-by-hand.ts';
import { contentFaults } from './settings-faults.ts';
import { WorkspaceError } from './workspace-error.ts';
import { readYamlText } from './yaml-text.ts';
import { group, leaf, listOf, readOptionalDay, readText, type Reading, readFilled } from './yaml-values.ts';

/** An acceptance with its place in the file. */
export interface AcceptanceEntry extends Acceptance {
  /** Undefined when somebody wrote the entry by hand without a day. */
  readonly acceptedOn: PlainDate | undefined;
  readonly location: Location;
}

function readCount(raw: unknown): Reading<number> {
  const isCount = typeof raw === 'string' && /^[1-9]\d{0,5}$/u.test(raw.trim());
  return isCount ? { value: Number(raw) } : { expected: 'số lỗi đã chấp nhận, từ 1 trở lên' };
}

const entry = {
  rule: leaf(readFilled('mã phát hiện, ví dụ indicator-blank')),
  unit: leaf(readText),
  errors: leaf(readCount),
  reason: leaf(readFilled('lý do chấp nhận')),
  acceptedOn: leaf(readOptionalDay),
};
const schema = group({ accepted: listOf(group(entry)) });
const KEYS: Readonly<Record<string, readonly string[]>> = { '': ['accepted'], 'accepted.*': Object.keys(entry) };

/** The path of the round's acceptances below the workspace. */
export function acceptancesPath(period: string): string {
  return `${INBOX_FOLDER}/${period}/${ACCEPTANCES_FILE}`;
}

/** Understands the text of `chap-nhan.yaml`. All faults are found at once, and then there is no value. */
export function parseAcceptances(text: string, file: string): Outcome<readonly AcceptanceEntry[] | undefined> {
  const { value, diagnostics } = readYamlText(text, file);
  if (value === undefined) return { value, diagnostics };
  const { content, locate } = value;
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    const kept = { name: 'tệp chấp nhận', keys: KEYS };
    return { value: undefined, diagnostics: contentFaults(parsed.error, kept, locate) };
  }
  const entries = parsed.data.accepted.map(({ rule, unit, errors, reason, acceptedOn }, index): AcceptanceEntry => ({
    rule,
    unit,
    errorCount: errors,
    reason,
    acceptedOn,
    location: locate(['accepted', index]),
  }));
  return { value: entries, diagnostics: [] };
}

/** The accepted errors of the round; none when it has no such file. Throws a WorkspaceError with every fault found. */
export function loadAcceptances(folder: string, period: string): readonly AcceptanceEntry[] {
  const file = acceptancesPath(period);
  const { value, diagnostics } = parseAcceptances(handKeptText(folder, file).text, file);
  if (value === undefined) throw new WorkspaceError(`Tệp chấp nhận ${file} có chỗ chưa đúng`, diagnostics);
  return value;
}
