import { countOf, rawOf, saysStill } from '../model/adjust.ts';
import type { Adjustment } from '../model/adjustment.ts';
import { soleSubmissions } from '../model/arrivals.ts';
import { indicatorsOf, type Indicator } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import type { Answer } from '../model/located.ts';
import { indicatorAnswer } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import { formatDecimal } from '../vi/number.ts';
import { plainTyping } from '../vi/plain-typing.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { didYouMean } from '../vi/suggest.ts';
import { joinWords, matchKey, normalizeText, quoteValue } from '../vi/text.ts';
import { adjustmentsPath } from './adjustments.ts';
import { withAdjustmentLine } from './adjustments-write.ts';
import { writeTogether } from './atomic-write.ts';
import { refuseClosed } from './closing/journal.ts';
import { ADJUSTMENTS_FILE } from './inbox.ts';
import { judgeRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import { handKeptOutput, handKeptText } from './kept-by-hand.ts';
import { withOutputLock } from './output-lock.ts';
import type { FileReader } from './read-files.ts';
import { reasonTyped } from './reason-typed.ts';
import { unitTyped } from './unit-typed.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The longest office, in characters. */
const LONGEST_OFFICE = 100;

/** What the clerk typed. */
export interface AdjustRequest {
  readonly unit: string;
  readonly figure: string;
  readonly value: string;
  readonly reason: string;
  readonly by: string;
}

/** A number that was adjusted. */
export interface AdjustedValue {
  readonly unit: Unit;
  readonly indicator: Indicator;
  /** What stands in the unit's cell; '' for a blank one. */
  readonly was: string;
  readonly value: number;
  readonly reason: string;
  readonly by: string;
  /** The file below the workspace. */
  readonly file: string;
}

function indicatorTyped(typed: string, unit: Unit, { directive }: Round): Indicator {
  const text = normalizeText(typed);
  const own = indicatorsOf(directive, unit.type);
  const found = own.find(
    ({ code, title }) => code.toLowerCase() === text.toLowerCase() || matchKey(title) === matchKey(text),
  );
  if (found === undefined) {
    const near = didYouMean(
      text,
      own.flatMap(({ code, title }) => [code, title]),
    );
    throw new WorkspaceError(
      `${unit.name} (${unit.id}) không có chỉ tiêu ${quoteValue(text)}${near}; ghi mã chỉ tiêu như trong biểu mẫu, chỉ điều chỉnh được số liệu chỉ tiêu`,
    );
  }
  if (found.computed === undefined) return found;
  const parts =
    found.computed.kind === 'sum' ? found.computed.of : [found.computed.numerator, found.computed.denominator];
  const codes = parts.map((id) => directive.indicators.find((one) => one.id === id)?.code ?? id);
  throw new WorkspaceError(`${found.code} do biểu mẫu tự tính từ ${joinWords(codes)}; điều chỉnh các chỉ tiêu đó`);
}

function countTyped(typed: string): number {
  const count = countOf(plainTyping(typed));
  if (count !== undefined) return count;
  throw new WorkspaceError(`${quoteValue(typed)} không phải là số nguyên không âm; viết như 1150 hoặc 1.150`);
}

function officeTyped(typed: string): string {
  const by = maskPersonalData(normalizeText(typed)).replace(/[\s.;]+$/u, '');
  if (by === '') throw new WorkspaceError('Thiếu người báo; ghi sau --by theo chức danh, ví dụ --by "Trưởng thôn"');
  if (by.length <= LONGEST_OFFICE) return by;
  throw new WorkspaceError(`Chức danh người báo dài ${by.length} ký tự, phải không quá ${LONGEST_OFFICE} ký tự`);
}

/** The round as the units' files have that number, and how it was adjusted before. */
function beforeAdjusting(
  opened: OpenRound,
  unit: Unit,
  indicator: Indicator,
): { readonly unadjusted: OpenRound; readonly adjusted: Adjustment | undefined } {
  const isOwn = (one: Adjustment): boolean => one.unit === unit.id && one.indicator === indicator.id;
  const { adjustments = [] } = opened.round;
  const round = { ...opened.round, adjustments: adjustments.filter((one) => !isOwn(one)) };
  return { unadjusted: { ...opened, round }, adjusted: adjustments.findLast(isOwn) };
}

/** Throws a WorkspaceError when the number is that already: by an adjustment, or in the unit's own file. */
function refuseSame(value: number, answer: Answer<number>, adjusted: Adjustment | undefined, whose: string): void {
  const inForce = adjusted !== undefined && saysStill(answer, adjusted) ? adjusted.value : undefined;
  const own = answer.kind === 'value' ? answer.value : undefined;
  if (value === (inForce ?? own)) {
    throw new WorkspaceError(`${whose} đã là ${formatDecimal(value)}, không có gì để điều chỉnh`);
  }
  if (value !== own || inForce === undefined) return;
  throw new WorkspaceError(
    `Tệp của đơn vị vốn ghi ${whose} là ${formatDecimal(value)}; muốn bỏ điều chỉnh thành ${formatDecimal(inForce)} thì mở ${ADJUSTMENTS_FILE} của kỳ bằng Notepad, xóa dòng đó`,
  );
}

/**
 * Records in the round's `dieu-chinh.yaml` that a unit's number is another one, with reason and who said so. Throws a WorkspaceError,
 * and writes nothing, when the unit has no report that counts, the indicator no cell in it, or nothing would change.
 */
export function adjustValue(opened: OpenRound, typed: AdjustRequest, read: FileReader): Promise<AdjustedValue> {
  const { workspace, round } = opened;
  const unit = unitTyped(typed.unit, round);
  const indicator = indicatorTyped(typed.figure, unit, round);
  const value = countTyped(typed.value);
  const [reason, by] = [reasonTyped(typed.reason), officeTyped(typed.by)];
  return withOutputLock(workspace.folder, async () => {
    refuseClosed(workspace.folder, round.period.id);
    const { unadjusted, adjusted } = beforeAdjusting(opened, unit, indicator);
    const { checked } = await judgeRound(unadjusted, read);
    const submission = soleSubmissions(checked.arrivals, round).find((one) => one.unit.id === unit.id);
    if (submission === undefined) {
      throw new WorkspaceError(
        `${unit.name} (${unit.id}) chưa có báo cáo được tính trong kỳ này nên chưa có số nào để điều chỉnh; tiếp nhận báo cáo của đơn vị trước (tkcds receive)`,
      );
    }
    const answer = indicatorAnswer(submission, indicator.id)?.value;
    if (answer?.ref === undefined) {
      throw new WorkspaceError(
        `Báo cáo của ${unit.name} (${unit.id}), tệp ${quoteValue(submission.file)}, không có ô ${indicator.code}; đề nghị đơn vị gửi lại theo biểu mẫu của xã`,
      );
    }
    refuseSame(value, answer, adjusted, `${indicator.code} của ${unit.name} (${unit.id})`);
    const period = round.period.id;
    const was = rawOf(answer);
    const file = adjustmentsPath(period);
    const before = handKeptText(workspace.folder, file);
    const entry = {
      unit: unit.id,
      indicator: indicator.id,
      code: indicator.code,
      was,
      value,
      reason,
      by,
      adjustedOn: round.asOf,
    };
    const result = withAdjustmentLine(before.text, entry, round.directive);
    writeTogether([handKeptOutput(workspace.folder, file, result, before)]);
    return { unit, indicator, was, value, reason, by, file };
  });
}
