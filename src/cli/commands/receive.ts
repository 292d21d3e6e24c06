import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { JsonObject } from '../../pipeline.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { normalizeText, quoteValue } from '../../vi/text.ts';
import { momentInVietnam, readDay } from '../../workspace/clock.ts';
import { decideLateness } from '../../workspace/ledger/decide-lateness.ts';
import { ledgerPath } from '../../workspace/ledger/ledger.ts';
import { receiveFiles, type ReceivedFile } from '../../workspace/ledger/receive-files.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { loadSubmitted } from '../../workspace/submitted-files.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { shownName } from '../finding-words.ts';
import { openRequested } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';
import { textTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

/** The longest note on how a file came, in characters. */
const LONGEST_VIA = 60;

const STATES: Readonly<Record<ReceivedFile['state'], string>> = {
  stored: 'đã nhận, ghi sổ',
  entered: 'có sẵn, đã ghi sổ',
  kept: 'đã nhận từ trước, kỳ đã khóa',
  known: 'đã nhận từ trước',
  refused: 'không nhận: không phải báo cáo',
};

function receivedDay({ options, globals }: Request): PlainDate | undefined {
  const [typed] = options['receivedOn'] ?? [];
  if (typed === undefined) return undefined;
  const day = readDay(typed);
  if (day === undefined) {
    throw new UsageError(
      `Ngày nhận ${quoteValue(typed)} không phải là ngày có thật; viết như 2025-11-09 hoặc 09/11/2025`,
    );
  }
  if (day > globals.asOf) {
    throw new UsageError(
      `Ngày nhận ${formatDate(day)} chưa đến: hôm nay (hoặc ngày ghi sau --as-of) là ${formatDate(globals.asOf)}`,
    );
  }
  return day;
}

function viaTyped({ options }: Request): string {
  const via = maskPersonalData(normalizeText(options['via']?.[0] ?? ''));
  if (via.length <= LONGEST_VIA) return via;
  throw new UsageError(`Cách nhận dài ${String(via.length)} ký tự, phải không quá ${String(LONGEST_VIA)} ký tự`);
}

function errorCount({ diagnostics }: ReceivedFile): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

function unitWords({ units, state }: ReceivedFile): string {
  const [unit, ...others] = units;
  if (unit === undefined) return state === 'refused' ? '' : 'chưa rõ đơn vị';
  return others.length === 0 ? `${unit.id} ${unit.name}` : `${formatInteger(units.length)} đơn vị`;
}

function stateWords({ state, enteredFor }: ReceivedFile): string {
  return enteredFor === undefined ? STATES[state] : `sửa ngày nhận, trước ghi ${formatDate(enteredFor)}`;
}

function table(files: readonly ReceivedFile[]): readonly string[] {
  return textTable(
    [
      { heading: 'Tệp gửi đến', align: 'left' },
      { heading: 'Đơn vị', align: 'left' },
      { heading: 'Kỳ', align: 'left' },
      { heading: 'Ngày nhận', align: 'left' },
      { heading: 'Kết quả', align: 'left' },
      { heading: 'Lỗi', align: 'right' },
      { heading: 'Lưu tên', align: 'left' },
    ],
    files.map((file) => [
      shownName(file.file),
      unitWords(file),
      file.state === 'refused' ? '' : file.round.period.id,
      file.state === 'refused' || file.receivedOn === undefined ? '' : formatDate(file.receivedOn),
      stateWords(file),
      formatInteger(errorCount(file)),
      file.storedAs,
    ]),
  );
}

function fileJson(file: ReceivedFile): JsonObject {
  return {
    file: shownName(file.file),
    state: file.state,
    period: file.round.period.id,
    storedAs: file.storedAs === '' ? null : shownName(file.storedAs),
    receivedOn: file.state === 'refused' ? null : (file.receivedOn ?? null),
    units: file.units.map(({ id }) => id),
    isUsable: file.isUsable,
    errorCount: errorCount(file),
  };
}

/** Whether what was found in the file is to be dealt with: in a closed round it was. */
function isOpen({ state }: ReceivedFile): boolean {
  return state !== 'kept';
}

function nextStep(files: readonly ReceivedFile[]): string {
  const isFaulty = files.some((file) => errorCount(file) > 0);
  return isFaulty
    ? 'xem lỗi bằng “tkcds validate”, gửi trả đơn vị bằng “tkcds return”'
    : 'xem ai đã nộp bằng “tkcds status”';
}

/** What was written, and what to do next. */
function closingLine(files: readonly ReceivedFile[]): string {
  const entered = files.filter(({ state }) => state === 'stored' || state === 'entered');
  const next = `Tiếp theo: ${nextStep(files.filter(isOpen))}.`;
  if (entered.length === 0) return `Không có tệp nào mới, sổ tiếp nhận giữ nguyên. ${next}`;
  const ledgers = new Set(entered.map(({ round }) => ledgerPath(round.period.id)));
  return `Đã ghi sổ ${formatInteger(entered.length)} tệp (${[...ledgers].join(', ')}). ${next}`;
}

/** Errors about a whole file are told at once: it must be asked for again. The rest is for `validate`. */
function told(files: readonly ReceivedFile[]): readonly Diagnostic[] {
  return files
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity, location }) => severity === 'error' && location.kind === 'file');
}

async function receive(request: Request): Promise<Answer> {
  const { globals, operands, cwd, now, read } = request;
  const workspace = openWorkspace(globals.directory);
  const inbox = loadSubmitted(operands, cwd);
  const files = await receiveFiles(
    workspace,
    inbox,
    {
      period: globals.period,
      asOf: globals.asOf,
      receivedOn: receivedDay(request),
      via: viaTyped(request),
      enteredAt: momentInVietnam(now),
    },
    read,
  );
  const diagnostics = [...inbox.diagnostics, ...files.filter(isOpen).flatMap((file) => file.diagnostics)];
  const rounds = [...new Set(files.map(({ round }) => round))];
  return {
    command: 'receive',
    exitCode: exitCodeOf(diagnostics, globals.threshold),
    diagnostics,
    listed: [...inbox.diagnostics, ...told(files.filter(isOpen))],
    facts: { rounds: rounds.map(roundJson), files: files.map(fileJson) },
    body: () => table(files),
    closing: () => ['', closingLine(files)],
  };
}

async function decide(request: Request, typed: string, isAccepted: boolean): Promise<Answer> {
  const [reason] = request.options['reason'] ?? [];
  if (reason === undefined) {
    throw new UsageError(`Thiếu lý do; ghi thêm --reason "lý do", lý do được in trong báo cáo`);
  }
  const opened = await openRequested(request, 'write');
  const enteredAt = momentInVietnam(request.now);
  const decided = await decideLateness(opened, { unit: typed, reason, isAccepted, enteredAt });
  const { unit } = decided;
  const what = isAccepted ? 'chấp nhận' : 'không chấp nhận';
  return {
    command: 'receive',
    exitCode: exitCodeOf(opened.diagnostics, request.globals.threshold),
    diagnostics: opened.diagnostics,
    listed: opened.diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      lateness: { unit: unit.id, isAccepted, reason: decided.reason },
    },
    body: () => [
      `Đã ghi vào ${ledgerPath(opened.round.period.id)}: ${what} ${unit.name} (${unit.id}) nộp muộn, lý do ${quoteValue(decided.reason)}.`,
    ],
    closing: () => ['Chỉ tình trạng nộp của đơn vị thay đổi; số liệu và các tỷ lệ vẫn tính như cũ.'],
  };
}

/** `tkcds receive [TỆP...]`: takes in what the units sent, or enters a decision on lateness. */
export function run(request: Request): Promise<Answer> {
  const { options, operands } = request;
  const [accepted] = options['acceptLate'] ?? [];
  const [refused] = options['refuseLate'] ?? [];
  const decisions = [accepted, refused].filter((unit) => unit !== undefined).length;
  if (decisions + (operands.length > 0 ? 1 : 0) !== 1) {
    throw new UsageError(
      'Ghi tệp hoặc thư mục cần nhận, hoặc một trong hai: --accept-late <ĐƠN VỊ>, --refuse-late <ĐƠN VỊ> với --reason',
    );
  }
  if (accepted !== undefined) return decide(request, accepted, true);
  if (refused !== undefined) return decide(request, refused, false);
  return receive(request);
}
