import { relative } from 'node:path';
import type { UnitOutcome } from '../../model/report.ts';
import { formatInteger } from '../../vi/number.ts';
import { RECEIPT_WORDS } from '../../vi/receipt-words.ts';
import { writeReminder, type ReminderFiles } from '../../workspace/write-reminder.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';

function stateOf({ status, isConflicting }: UnitOutcome): string {
  return isConflicting ? 'gửi nhiều báo cáo khác nhau, chưa tính' : RECEIPT_WORDS[status];
}

function closingLines({ docxPath, textsPath, messages }: ReminderFiles, cwd: string): readonly string[] {
  const shown = (path: string): string => relative(cwd, path) || path;
  return [
    `Công văn đôn đốc ${formatInteger(messages.length)} đơn vị: ${shown(docxPath)}`,
    `Tin nhắn cho từng đơn vị: ${shown(textsPath)}`,
    'Tiếp theo: mở công văn bằng Word, điền số, ngày ban hành và hạn gửi mới, trình ký; chép tin nhắn gửi qua Zalo, thư điện tử.',
  ];
}

/** `tkcds remind`: the công văn to the units that have not reported (công văn đôn đốc), and a short text to each of them. */
export async function run(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request, 'write');
  const { owing, diagnostics, files } = await writeReminder(opened, request.read);
  const texts = new Map(files?.messages.map(({ outcome, text }) => [outcome.unit.id, text]));
  return {
    command: 'remind',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: files === undefined ? [] : diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      docx: files?.docxPath ?? null,
      texts: files?.textsPath ?? null,
      units: owing.map(({ unit, status }) => ({
        id: unit.id,
        name: unit.name,
        status,
        message: texts.get(unit.id) ?? '',
      })),
    },
    body: () => owing.map((outcome) => `${outcome.unit.id}  ${outcome.unit.name}: ${stateOf(outcome)}`),
    closing: () =>
      files === undefined
        ? ['Mọi đơn vị phải báo cáo đã có báo cáo sử dụng được, không cần đôn đốc.']
        : closingLines(files, request.cwd),
  };
}
