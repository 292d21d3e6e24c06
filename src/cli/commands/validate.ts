import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Round } from '../../model/round.ts';
import { formatInteger } from '../../vi/number.ts';
import { checkSubmitted } from '../../workspace/check-submitted.ts';
import { judgeRound } from '../../workspace/judge-round.ts';
import { isWorkspace, openWorkspace } from '../../workspace/open-workspace.ts';
import { loadSubmitted } from '../../workspace/submitted-files.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { fileSummaryJson, summarizeFiles, summaryLine, type FileSummary } from '../file-summary.ts';
import { countSeverities, countWords, shownName } from '../finding-words.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';

interface Checked {
  readonly rounds: readonly Round[];
  readonly files: readonly FileSummary[];
  readonly diagnostics: readonly Diagnostic[];
  /** What to do next when there are errors, and when there are none. */
  readonly next: { readonly afterErrors: string; readonly afterSuccess: string };
}

function checkInbox(request: Request): Checked {
  const opened = openRequestedInbox(request);
  const { arrivals, diagnostics } = judgeRound(opened).checked;
  return {
    rounds: [opened.round],
    files: summarizeFiles(arrivals, diagnostics, opened.round),
    diagnostics,
    next: {
      afterErrors: 'báo các đơn vị nộp, hoặc sửa những chỗ có lỗi và nộp lại, rồi chạy lại “tkcds validate”',
      afterSuccess: 'chạy “tkcds report” để viết báo cáo',
    },
  };
}

function notifyChoice(request: Request, isInWorkspace: boolean, unmarked: readonly string[]): void {
  if (!isInWorkspace && request.globals.period !== undefined) {
    request.notify('Không có thư mục làm việc nên bỏ qua --period; kỳ báo cáo lấy theo dấu của biểu mẫu trong tệp');
  }
  for (const file of unmarked) {
    request.notify(
      `Tệp “${shownName(file)}” không có dấu của biểu mẫu (hoặc dấu lạ) nên được kiểm tra theo kỳ hiện tại`,
    );
  }
}

function checkNamed(request: Request): Checked {
  const { directory, period, asOf } = request.globals;
  const inbox = loadSubmitted(request.operands, request.cwd);
  // A folder named with -C is meant to be a workspace; the current folder need not be one.
  const isLone = directory === request.cwd && !isWorkspace(directory);
  const workspace = isLone ? undefined : openWorkspace(directory);
  const { groups, diagnostics, unmarked } = checkSubmitted(inbox, workspace, { period, asOf });
  notifyChoice(request, workspace !== undefined, unmarked);
  return {
    rounds: groups.map(({ round }) => round),
    files: groups.flatMap(({ round, checked }) => summarizeFiles(checked.arrivals, checked.diagnostics, round)),
    diagnostics: [...diagnostics, ...groups.flatMap(({ checked }) => checked.diagnostics)],
    next: {
      afterErrors: 'sửa những ô có lỗi trong tệp, lưu lại, rồi chạy lại lệnh này',
      afterSuccess: 'tệp có thể nộp được',
    },
  };
}

function closingLines({ files, diagnostics, next }: Checked): readonly string[] {
  const counts = countSeverities(diagnostics);
  const silent = new Set(diagnostics.flatMap(({ location }) => (location.kind === 'unit' ? [location.unit] : [])));
  const units = silent.size === 0 ? '' : ` và ${formatInteger(silent.size)} đơn vị chưa có báo cáo`;
  return [
    ...files.map(summaryLine),
    `Cộng ${formatInteger(files.length)} tệp${units}: ${countWords(counts)}. Tiếp theo: ${counts.error > 0 ? next.afterErrors : next.afterSuccess}.`,
  ];
}

/** `tkcds validate [TỆP...]`: every finding on the files, or on the whole round. */
export function run(request: Request): Promise<Answer> {
  const checked = request.operands.length > 0 ? checkNamed(request) : checkInbox(request);
  return Promise.resolve({
    command: 'validate',
    exitCode: exitCodeOf(checked.diagnostics, request.globals.threshold),
    diagnostics: checked.diagnostics,
    listed: checked.diagnostics,
    facts: { rounds: checked.rounds.map(roundJson), files: checked.files.map(fileSummaryJson) },
    body: () => [],
    closing: () => closingLines(checked),
  });
}
