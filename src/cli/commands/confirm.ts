import type { Meaning } from '../../model/confirmation.ts';
import type { JsonObject } from '../../pipeline.ts';
import { quoteValue } from '../../vi/text.ts';
import { confirmWords } from '../../workspace/confirm-words.ts';
import { CONFIRMATIONS_FILE } from '../../workspace/confirmations.ts';
import { judgeRound } from '../../workspace/judge-round.ts';
import { openSuggestions } from '../../workspace/open-suggestions.ts';
import type { Answer, Request } from '../command.ts';
import { commandFor, listLines, resultLine } from '../confirmation-words.ts';
import { exitCodeOf } from '../exit-code.ts';
import { shownName } from '../finding-words.ts';
import { openRequested, openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';
import { UsageError } from '../usage-error.ts';

function meaningJson({ kind, code, name }: Meaning): JsonObject {
  return { kind, code, name };
}

/** Without operands: what has been settled, and what the files of the round leave open. */
async function list(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request, 'look');
  const { confirmations, round, diagnostics } = opened;
  const { checked } = await judgeRound(opened, request.read);
  const open = openSuggestions(checked.diagnostics, round);
  return {
    command: 'confirm',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: diagnostics,
    facts: {
      rounds: [roundJson(round)],
      confirmed: confirmations.map(({ kind, written, means, directive, confirmedOn }) => ({
        kind,
        written,
        means,
        directive: directive ?? null,
        confirmedOn: confirmedOn ?? null,
      })),
      open: open.map((each) => ({
        written: each.words,
        means: meaningJson(each.meaning),
        files: each.files.map(shownName),
        command: commandFor(each, request, opened) ?? null,
      })),
    },
    body: (paint) => listLines(open, request, opened, paint),
    closing: () => [
      '',
      open.length === 0
        ? 'Không có chữ nào trong các tệp cần xác nhận.'
        : 'Tiếp theo: gợi ý nào đúng thì chép lệnh dưới gợi ý đó ra chạy; gợi ý nào sai thì đề nghị đơn vị sửa tệp.',
    ],
  };
}

/** With both operands: settles one. */
async function confirm(request: Request, written: string, means: string): Promise<Answer> {
  const opened = await openRequested(request, 'write-for-directive');
  const confirmed = await confirmWords(opened, written, means);
  return {
    command: 'confirm',
    exitCode: exitCodeOf(opened.diagnostics, request.globals.threshold),
    diagnostics: opened.diagnostics,
    listed: opened.diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      state: confirmed.state,
      written: confirmed.words,
      means: meaningJson(confirmed.meaning),
    },
    body: () => [resultLine(confirmed)],
    closing: () => [
      ...(confirmed.state === 'added' ? [`Nếu nhầm: mở ${CONFIRMATIONS_FILE} bằng Notepad, xóa dòng vừa ghi.`] : []),
      'Tiếp theo: chạy lại “tkcds validate”.',
    ],
  };
}

/** `tkcds confirm [CHỮ TRONG TỆP] [NGHĨA]`: settles once what words of units' files mean. */
export function run(request: Request): Promise<Answer> {
  const [written, means] = request.operands;
  if (written === undefined) return list(request);
  if (means === undefined) {
    throw new UsageError(
      `Thiếu nghĩa của chữ ${quoteValue(written)}; ghi tiếp mã hoặc tên, ví dụ: tkcds confirm "chữ trong tệp" TH01`,
    );
  }
  return confirm(request, written, means);
}
