import type { Adjustment } from '../model/adjustment.ts';
import { diagnosticOf, type Diagnostic, type Location, type Outcome } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import { ADJUSTMENTS_FILE, INBOX_FOLDER } from './inbox.ts';
import { ADJUSTMENT_UNUSED } from './problems.ts';
import { handKeptText } from './kept-by-hand.ts';
import { contentFaults } from './settings-faults.ts';
import { WorkspaceError } from './workspace-error.ts';
import { readYamlText } from './yaml-text.ts';
import { group, leaf, listOf, readDay, readText, type Reading, readFilled } from './yaml-values.ts';

/** An adjustment with its place in the file. */
export interface AdjustmentEntry extends Adjustment {
  /** The indicator as it is written there: its code. */
  readonly code: string;
  readonly location: Location;
}

function readCount(raw: unknown): Reading<number> {
  const isCount = typeof raw === 'string' && /^\d{1,15}$/u.test(raw.trim());
  return isCount ? { value: Number(raw) } : { expected: 'số nguyên không âm, chỉ gồm chữ số, ví dụ 1150' };
}

const entry = {
  unit: leaf(readFilled('mã đơn vị, ví dụ TH01')),
  indicator: leaf(readFilled('mã chỉ tiêu, ví dụ CT02')),
  was: leaf(readText),
  value: leaf(readCount),
  reason: leaf(readFilled('lý do điều chỉnh')),
  by: leaf(readFilled('người báo, ghi theo chức danh, ví dụ Trưởng thôn')),
  adjustedOn: leaf(readDay),
};
const schema = group({ adjusted: listOf(group(entry)) });
const KEYS: Readonly<Record<string, readonly string[]>> = { '': ['adjusted'], 'adjusted.*': Object.keys(entry) };

/** The path of the round's adjustments below the workspace. */
export function adjustmentsPath(period: string): string {
  return `${INBOX_FOLDER}/${period}/${ADJUSTMENTS_FILE}`;
}

/** Understands the text of `dieu-chinh.yaml`. All faults are found at once, and then there is no value. */
export function parseAdjustments(
  text: string,
  file: string,
  { indicators }: Pick<Directive, 'indicators'>,
): Outcome<readonly AdjustmentEntry[] | undefined> {
  const { value, diagnostics } = readYamlText(text, file);
  if (value === undefined) return { value, diagnostics };
  const { content, locate } = value;
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    const kept = { name: 'tệp điều chỉnh', keys: KEYS };
    return { value: undefined, diagnostics: contentFaults(parsed.error, kept, locate) };
  }
  const entries = parsed.data.adjusted.map((one, index): AdjustmentEntry => {
    const indicator = indicators.find(({ code }) => code.toLowerCase() === one.indicator.toLowerCase());
    return { ...one, indicator: indicator?.id ?? '', code: one.indicator, location: locate(['adjusted', index]) };
  });
  return { value: entries, diagnostics: [] };
}

/** The adjustments of the round; none when it has no such file. Throws a WorkspaceError with every fault found. */
export function loadAdjustments(folder: string, period: string, directive: Directive): readonly AdjustmentEntry[] {
  const file = adjustmentsPath(period);
  const { value, diagnostics } = parseAdjustments(handKeptText(folder, file).text, file, directive);
  if (value === undefined) throw new WorkspaceError(`Tệp điều chỉnh ${file} có chỗ chưa đúng`, diagnostics);
  return value;
}

/** A warning at each adjustment that does nothing: the unit sent something else, or there is no such unit, indicator or cell. */
export function unusedAdjustments(
  entries: readonly AdjustmentEntry[],
  applied: ReadonlySet<Adjustment>,
): readonly Diagnostic[] {
  return entries
    .filter((one) => !applied.has(one))
    .map(({ unit, code, was, location }) =>
      diagnosticOf(ADJUSTMENT_UNUSED, {
        message: `Dòng điều chỉnh ${code} của đơn vị ${unit} không có tác dụng: báo cáo được tính của đơn vị không có ô ${code} ${was === '' ? 'để trống' : `ghi “${was}”`}`,
        hint: 'Xóa dòng nếu đơn vị đã gửi lại số đúng; nếu vẫn cần điều chỉnh thì chạy lại “tkcds adjust”',
        location,
        facts: { unit, indicator: code },
      }),
    );
}
