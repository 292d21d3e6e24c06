import { formatDate } from '../../vi/date.ts';
import { quoteValue } from '../../vi/text.ts';
import { momentInVietnam } from '../../workspace/clock.ts';
import { reopenRound } from '../../workspace/closing/reopen-round.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { askedRound } from '../../workspace/period-choice.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

/** `tkcds reopen --reason …`: opens a closed round again, on record. */
export async function run({ globals, options, now }: Request): Promise<Answer> {
  const [typed] = options['reason'] ?? [];
  if (typed === undefined)
    throw new UsageError('Thiếu lý do mở lại kỳ; ghi thêm --reason "lý do", lý do được ghi vào sổ khóa kỳ');
  const workspace = openWorkspace(globals.directory);
  const { period } = askedRound(workspace.settings.rounds, globals.period, globals.asOf);
  const request = { period: period.id, reason: typed, reopenedOn: globals.asOf, enteredAt: momentInVietnam(now) };
  const { reason, closedOn, file } = await reopenRound(workspace, request);
  return {
    command: 'reopen',
    exitCode: EXIT.fine,
    diagnostics: [],
    listed: [],
    facts: { period: period.id, closedOn, reason, file },
    body: () => [
      `Đã mở lại kỳ ${period.id} (khóa ngày ${formatDate(closedOn)}), lý do ${quoteValue(reason)}; đã ghi vào ${file}.`,
    ],
    closing: () => [
      `Bản lưu của lần khóa trước giữ nguyên. Tiếp theo: sửa hoặc nhận tệp, viết lại bằng “tkcds report --final --period ${period.id}”, rồi khóa bằng “tkcds close --period ${period.id}”.`,
    ],
  };
}
