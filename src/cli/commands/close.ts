import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import { dayInVietnam, momentInVietnam } from '../../workspace/clock.ts';
import { closeRound } from '../../workspace/closing/close-round.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { askedRound } from '../../workspace/period-choice.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { requirePeriod } from '../required-period.ts';
import { roundJson } from '../round-words.ts';

/** `tkcds close`: keeps the round as it is; from then on it changes only by `tkcds reopen`. */
export async function run({ globals, now, read }: Request): Promise<Answer> {
  const workspace = openWorkspace(globals.directory);
  requirePeriod(workspace, globals);
  const { period } = askedRound(workspace.settings.rounds, globals.period, globals.asOf);
  const request = {
    period: period.id,
    closedOn: globals.asOf,
    today: dayInVietnam(now),
    enteredAt: momentInVietnam(now),
  };
  const closed = await closeRound(workspace, request, read);
  const edited = closed.outputs.filter(({ isEdited }) => isEdited).map(({ file }) => file);
  return {
    command: 'close',
    exitCode: EXIT.fine,
    diagnostics: [],
    listed: [],
    facts: {
      rounds: [roundJson(closed.round)],
      snapshot: { file: closed.snapshot, sha256: closed.sha256 },
      outputs: closed.outputs.map(({ file, sha256, isEdited }) => ({ file, sha256, isEdited })),
    },
    body: () => [
      `Đã khóa kỳ ${period.id}: số liệu và mã băm của ${formatInteger(closed.outputs.length)} tệp kết quả lưu tại ${closed.snapshot}.`,
      ...(edited.length === 0 ? [] : [`Lưu theo bản đã được sửa tay sau khi chương trình ghi: ${joinWords(edited)}.`]),
    ],
    closing: () => [
      'Kỳ đã khóa không nhận thêm tệp và không viết lại báo cáo; kiểm tra lại bất cứ lúc nào bằng “tkcds verify”.',
      `Nếu thật sự phải thay đổi: tkcds reopen --period ${period.id} --reason "lý do"`,
    ],
  };
}
