import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Round } from '../../model/round.ts';
import { formatInteger } from '../../vi/number.ts';
import { checkSubmitted } from '../../workspace/check-submitted.ts';
import { loadSubmitted } from '../../workspace/submitted-files.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { fileSummaryJson, summarizeFiles, summaryLine, type FileSummary } from '../file-summary.ts';
import { countSeverities, countWords, shownName } from '../finding-words.ts';
import type { JsonValue } from '../../pipeline.ts';
import { roundJson } from '../round-words.ts';
import { fileCountWords, withUnitNames } from '../several-reports.ts';
import { leftOutTest, type LeftOutTest } from '../error-cells.ts';
import { understoodJson, understoodLines } from '../understood.ts';
import { isWorkspace } from '../../workspace/settings-file.ts';

interface Checked {
  readonly rounds: readonly Round[];
  readonly files: readonly FileSummary[];
  readonly diagnostics: readonly Diagnostic[];
  /** What to do next when there are errors, and when there are none. */
  readonly next: { readonly afterErrors: string; readonly afterSuccess: string };
}

async function checkInbox(request: Request): Promise<Checked> {
  const { openRequestedInbox } = await import('../open-requested.ts');
  const { judgeRound } = await import('../../workspace/judge-round.ts');
  const opened = await openRequestedInbox(request, 'look');
  const { arrivals, diagnostics } = (await judgeRound(opened, request.read)).checked;
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

async function checkNamed(request: Request): Promise<Checked> {
  const { directory, period, asOf } = request.globals;
  const inbox = loadSubmitted(request.operands, request.cwd);
  // A folder named with -C is meant to be a workspace; the current folder need not be one.
  const isLone = directory === request.cwd && !isWorkspace(directory);
  const workspace = isLone ? undefined : (await import('../../workspace/open-workspace.ts')).openWorkspace(directory);
  const { groups, diagnostics, unmarked } = await checkSubmitted(inbox, workspace, { period, asOf }, request.read);
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
    `Cộng ${fileCountWords(files.map(({ arrival }) => arrival))}${units}: ${countWords(counts)}. Tiếp theo: ${counts.error > 0 ? next.afterErrors : next.afterSuccess}.`,
  ];
}

/** A report as the program understood it, under its name. */
function shownLines(file: FileSummary, isLeftOut: LeftOutTest): readonly string[] {
  const { submission } = file.arrival;
  const lines = submission === undefined ? [] : understoodLines(submission, file.round.directive, isLeftOut);
  return [summaryLine(file), ...lines, ''];
}

function understanding({ arrival, round }: FileSummary, isLeftOut: LeftOutTest): JsonValue {
  const { submission } = arrival;
  return submission === undefined ? null : understoodJson(submission, round.directive, isLeftOut);
}

/** `tkcds validate [TỆP...]`: every finding on the files, or on the whole round. */
export async function run(request: Request): Promise<Answer> {
  const checked = await (request.operands.length > 0 ? checkNamed(request) : checkInbox(request));
  const isShown = request.options['show'] !== undefined;
  const isLeftOut = leftOutTest(checked.diagnostics);
  return {
    command: 'validate',
    exitCode: exitCodeOf(checked.diagnostics, request.globals.threshold),
    diagnostics: checked.diagnostics,
    listed: withUnitNames(
      checked.diagnostics,
      checked.files.map(({ arrival }) => arrival),
    ),
    facts: {
      rounds: checked.rounds.map(roundJson),
      files: checked.files.map((file) => ({
        ...fileSummaryJson(file),
        ...(isShown ? { understood: understanding(file, isLeftOut) } : {}),
      })),
    },
    body: () => (isShown ? checked.files.flatMap((file) => shownLines(file, isLeftOut)) : []),
    closing: () => closingLines(checked),
  };
}
