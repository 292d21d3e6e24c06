import { relative } from 'node:path';
import { judgeRound } from '../../workspace/judge-round.ts';
import type { OpenRound } from '../../workspace/open-round.ts';
import type { ReportModel } from '../../model/report.ts';
import { statusText, writeStatus } from '../../workspace/write-status.ts';
import type { StatusFormat } from '../../pipeline-standing.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { countSeverities, countWords } from '../finding-words.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { ownFindings } from '../own-findings.ts';
import { statusFacts } from '../status-facts.ts';
import { statusOutputOf } from '../status-output.ts';
import { statusLines } from '../status-tables.ts';

/** What to do with each kind of file. */
const NEXT: Readonly<Record<StatusFormat, string>> = {
  csv: 'Tiếp theo: mở tệp bằng Excel.',
  html: 'Tiếp theo: mở tệp bằng trình duyệt (Edge, Chrome, Firefox); không cần mạng.',
};

/** What every answer of the command has. */
function answerOf(request: Request, model: ReportModel): Answer {
  const counts = countSeverities(model.diagnostics);
  return {
    command: 'status',
    exitCode: exitCodeOf(model.diagnostics, request.globals.threshold),
    diagnostics: model.diagnostics,
    listed: ownFindings(model.diagnostics, model),
    facts: statusFacts(model),
    body: (paint) => statusLines(model, paint),
    closing: () => ['', `Cả kỳ: ${countWords(counts)}. Tiếp theo: chạy “tkcds validate” để xem từng phát hiện.`],
  };
}

/** The state of the round in a file; only where it lies is printed. */
async function written(
  request: Request,
  opened: OpenRound,
  { answer, model }: { readonly answer: Answer; readonly model: ReportModel },
  { format, out }: { readonly format: StatusFormat; readonly out: string },
): Promise<Answer> {
  const { path, kept } = await writeStatus(opened, await statusText(model, format), { format, out });
  const shown = relative(request.cwd, path) || path;
  const keptLine = `Giữ nguyên “${kept ?? ''}” vì đã được sửa tay, hoặc là bản đã ghi trước đây; bản mới được ghi bên cạnh.`;
  return {
    ...answer,
    listed: [],
    facts: { ...answer.facts, output: { format, path, kept: kept ?? null } },
    body: () => [],
    closing: () => [`Tình hình nộp báo cáo: ${shown}`, ...(kept === undefined ? [] : [keptLine]), NEXT[format]],
  };
}

/** `tkcds status`: who has reported, what is late, how much is wrong. */
export async function run(request: Request): Promise<Answer> {
  const output = statusOutputOf(request);
  const opened = await openRequestedInbox(request, 'look');
  const { model } = await judgeRound(opened, request.read);
  const answer = answerOf(request, model);
  switch (output.kind) {
    case 'text':
      return answer;
    case 'json':
      return { ...answer, printed: 'json' };
    case 'file': {
      const { format, out } = output;
      if (out !== undefined) return written(request, opened, { answer, model }, { format, out });
      const text = await statusText(model, format);
      return { ...answer, facts: { ...answer.facts, output: { format, text } }, printed: { verbatim: text } };
    }
  }
}
