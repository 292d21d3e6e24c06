import { ownedErrors } from '../../model/acceptance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { formatInteger } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { acceptErrors } from '../../workspace/accept-errors.ts';
import { acceptancesPath, type AcceptanceEntry } from '../../workspace/acceptances.ts';
import { judgeRound } from '../../workspace/judge-round.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { periodWords } from '../required-period.ts';
import { roundJson } from '../round-words.ts';
import { UsageError } from '../usage-error.ts';

/** Errors of one kind of one unit that nobody has accepted. */
interface OpenKind {
  readonly rule: string;
  readonly unit: string;
  readonly errorCount: number;
}

function openKinds(open: readonly Diagnostic[], model: Parameters<typeof ownedErrors>[1]): readonly OpenKind[] {
  const counts = new Map<string, OpenKind>();
  for (const { diagnostic, units } of ownedErrors(open, model)) {
    const { rule } = diagnostic;
    for (const unit of units.length === 0 ? [''] : units) {
      const key = `${rule} ${unit}`;
      counts.set(key, { rule, unit, errorCount: (counts.get(key)?.errorCount ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}

function acceptedLine({ rule, unit, errorCount, reason }: AcceptanceEntry): string {
  return `  ${[rule, unit].filter((word) => word !== '').join(' ')} (${formatInteger(errorCount)} lỗi): ${reason}`;
}

function openLine({ rule, unit, errorCount }: OpenKind, period: string): string {
  const name = [rule, unit].filter((word) => word !== '').join(' ');
  return `  ${name} (${formatInteger(errorCount)} lỗi): tkcds accept ${name} --reason "lý do"${period}`;
}

/** Without operands: what has been accepted in the round, and which errors are open. */
async function list(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request, 'look');
  const { openErrors, model } = await judgeRound(opened, request.read);
  const open = openKinds(openErrors, model.leftOut);
  const { acceptances, round, diagnostics } = opened;
  const period = periodWords(request, opened);
  return {
    command: 'accept',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: diagnostics,
    facts: {
      rounds: [roundJson(round)],
      accepted: acceptances.map(({ rule, unit, errorCount, reason, acceptedOn }) => ({
        rule,
        unit: unit === '' ? null : unit,
        errorCount,
        reason,
        acceptedOn: acceptedOn ?? null,
      })),
      open: open.map(({ rule, unit, errorCount }) => ({ rule, unit: unit === '' ? null : unit, errorCount })),
    },
    body: () => [
      ...(acceptances.length === 0 ? ['Chưa chấp nhận lỗi nào.'] : ['Đã chấp nhận:', ...acceptances.map(acceptedLine)]),
      ...(open.length === 0
        ? []
        : ['', 'Lỗi chưa sửa, chưa chấp nhận:', ...open.map((kind) => openLine(kind, period))]),
    ],
    closing: () => [
      '',
      open.length === 0
        ? 'Không còn lỗi nào chưa xử lý; viết bản chính thức bằng “tkcds report --final”.'
        : 'Tiếp theo: xem từng lỗi bằng “tkcds validate”; lỗi nào đơn vị sửa được thì đề nghị sửa, không nên chấp nhận.',
    ],
  };
}

/** With a rule: accepts its errors. */
async function accept(request: Request, rule: string, unit: string | undefined, reason: string): Promise<Answer> {
  const opened = await openRequestedInbox(request, 'write');
  const accepted = await acceptErrors(opened, { rule, unit, reason }, request.read);
  const whose = accepted.unit === undefined ? 'mọi đơn vị' : `${accepted.unit.name} (${accepted.unit.id})`;
  return {
    command: 'accept',
    exitCode: exitCodeOf(opened.diagnostics, request.globals.threshold),
    diagnostics: opened.diagnostics,
    listed: opened.diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      rule: accepted.rule,
      unit: accepted.unit?.id ?? null,
      errorCount: accepted.errorCount,
      reason: accepted.reason,
    },
    body: () => [
      `Đã ghi vào ${accepted.file}: chấp nhận ${formatInteger(accepted.errorCount)} lỗi ${accepted.rule} của ${whose}, lý do ${quoteValue(accepted.reason)}.`,
    ],
    closing: () => [
      `Số liệu có lỗi vẫn không được cộng; nếu nhầm: mở ${acceptancesPath(opened.round.period.id)} bằng Notepad, xóa dòng vừa ghi.`,
    ],
  };
}

/** `tkcds accept [MÃ] [ĐƠN VỊ] --reason …`: accepts errors that stay, so that the final report can be written. */
export function run(request: Request): Promise<Answer> {
  const [rule, unit] = request.operands;
  const [reason] = request.options['reason'] ?? [];
  if (rule === undefined) {
    if (reason === undefined) return list(request);
    throw new UsageError('Thiếu mã phát hiện, ví dụ: tkcds accept unit-missing TH05 --reason "lý do"');
  }
  if (reason === undefined) {
    throw new UsageError(
      `Thiếu lý do chấp nhận lỗi ${quoteValue(rule)}; ghi thêm --reason "lý do", lý do được in trong báo cáo`,
    );
  }
  return accept(request, rule, unit, reason);
}
