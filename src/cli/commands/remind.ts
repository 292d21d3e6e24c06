import { relative } from 'node:path';
import type { UnitOutcome } from '../../model/report.ts';
import { formatInteger } from '../../vi/number.ts';
import { RECEIPT_WORDS } from '../../vi/receipt-words.ts';
import { writeReminder } from '../../workspace/write-reminder.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';

function stateOf({ status, isConflicting }: UnitOutcome): string {
  return isConflicting ? 'gửi nhiều báo cáo khác nhau, chưa tính' : RECEIPT_WORDS[status];
}

/** `tkcds remind`: the công văn to the units that have not reported (công văn đôn đốc). */
export async function run(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request);
  const { owing, diagnostics, docxPath } = await writeReminder(opened, request.read);
  const shown = docxPath === undefined ? undefined : relative(request.cwd, docxPath) || docxPath;
  return {
    command: 'remind',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: shown === undefined ? [] : diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      docx: docxPath ?? null,
      units: owing.map(({ unit, status }) => ({ id: unit.id, name: unit.name, status })),
    },
    body: () => owing.map((outcome) => `${outcome.unit.id}  ${outcome.unit.name}: ${stateOf(outcome)}`),
    closing: () =>
      shown === undefined
        ? ['Mọi đơn vị phải báo cáo đã có báo cáo sử dụng được, không cần đôn đốc.']
        : [
            `Công văn đôn đốc ${formatInteger(owing.length)} đơn vị: ${shown}`,
            'Tiếp theo: mở bằng Word, điền số, ngày ban hành và hạn gửi mới, trình ký.',
          ],
  };
}
