import { appliedAdjustments, countOf } from '../../model/adjust.ts';
import { formatDate } from '../../vi/date.ts';
import { formatDecimal } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { quoteValue } from '../../vi/text.ts';
import { adjustValue } from '../../workspace/adjust-value.ts';
import { adjustmentsPath, type AdjustmentEntry } from '../../workspace/adjustments.ts';
import { judgeRound } from '../../workspace/judge-round.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';
import { UsageError } from '../usage-error.ts';

/** A number as numbers are written, so that it can be compared with the new one; anything else as it stands in the cell. */
function wasWords(was: string): string {
  if (was === '') return 'ô để trống';
  const count = maskPersonalData(was) === was ? countOf(was) : undefined;
  return `ô ghi ${count === undefined ? quoteValue(was) : formatDecimal(count)}`;
}

function line({ unit, code, was, value, reason, by, adjustedOn }: AdjustmentEntry, isApplied: boolean): string {
  const state = isApplied ? '' : ' (không còn tác dụng)';
  return `  ${unit} ${code}: ${wasWords(was)} → ${formatDecimal(value)}, ${formatDate(adjustedOn)}, theo ${by}: ${reason}${state}`;
}

/** Without operands: what has been adjusted in the round. */
async function list(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request, 'look');
  const { checked } = await judgeRound(opened, request.read);
  const { adjustments, round, diagnostics } = opened;
  const applied = appliedAdjustments(checked.arrivals);
  return {
    command: 'adjust',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: diagnostics,
    facts: {
      rounds: [roundJson(round)],
      adjusted: adjustments.map((one) => ({
        unit: one.unit,
        indicator: one.code,
        was: one.was === '' ? null : quoteValue(one.was),
        value: one.value,
        reason: one.reason,
        by: one.by,
        adjustedOn: one.adjustedOn,
        isApplied: applied.has(one),
      })),
    },
    body: () =>
      adjustments.length === 0
        ? ['Chưa điều chỉnh số liệu nào.']
        : ['Đã điều chỉnh:', ...adjustments.map((one) => line(one, applied.has(one)))],
    closing: () => [
      '',
      'Điều chỉnh thêm: tkcds adjust <ĐƠN VỊ> <MÃ CHỈ TIÊU> <SỐ> --reason "lý do" --by "chức danh người báo"',
    ],
  };
}

/** `tkcds adjust [ĐƠN VỊ] [CHỈ TIÊU] [SỐ]`: replaces a unit's number by one that the unit gave otherwise. */
export async function run(request: Request): Promise<Answer> {
  const [unit, figure, value] = request.operands;
  if (unit === undefined) return list(request);
  const [reason] = request.options['reason'] ?? [];
  const [by] = request.options['by'] ?? [];
  if (figure === undefined || value === undefined || reason === undefined || by === undefined) {
    throw new UsageError(
      'Cần đủ đơn vị, mã chỉ tiêu, số mới, lý do và người báo, ví dụ: tkcds adjust TH01 CT02 1150 --reason "Gõ nhầm một chữ số" --by "Trưởng thôn"',
    );
  }
  const opened = await openRequestedInbox(request, 'write');
  const adjusted = await adjustValue(opened, { unit, figure, value, reason, by }, request.read);
  const { indicator } = adjusted;
  return {
    command: 'adjust',
    exitCode: exitCodeOf(opened.diagnostics, request.globals.threshold),
    diagnostics: opened.diagnostics,
    listed: opened.diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      unit: adjusted.unit.id,
      indicator: indicator.code,
      was: adjusted.was === '' ? null : quoteValue(adjusted.was),
      value: adjusted.value,
      reason: adjusted.reason,
      by: adjusted.by,
    },
    body: () => [
      `Đã ghi vào ${adjusted.file}: ${indicator.code} của ${adjusted.unit.name} (${adjusted.unit.id}), ${wasWords(adjusted.was)}, nay tính là ${formatDecimal(adjusted.value)}.`,
    ],
    closing: () => [
      `Tệp của đơn vị giữ nguyên; báo cáo in số đã điều chỉnh kèm lý do. Nếu nhầm: mở ${adjustmentsPath(opened.round.period.id)} bằng Notepad, xóa dòng vừa ghi.`,
    ],
  };
}
