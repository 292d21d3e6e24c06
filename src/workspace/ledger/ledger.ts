import { diagnosticOf, type Diagnostic } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { AcceptedLateness } from '../../model/round.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import type { Output } from '../atomic-write.ts';
import { INBOX_FOLDER, LEDGER_FILE } from '../inbox.ts';
import { LEDGER_CHANGED } from '../problems.ts';
import { WorkspaceError } from '../workspace-error.ts';
import { parseLedger, type LedgerLine, type NewLine, type ReceivedLine } from './entries.ts';
import { readRecord, recordOutputs, tornFindings } from './record-file.ts';

/** The receipt ledger of a round (sổ tiếp nhận). */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** Changes to lines that were made after they were written. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The path of the round's ledger below the workspace. */
export function ledgerPath(period: string): string {
  return `${INBOX_FOLDER}/${period}/${LEDGER_FILE}`;
}

/** The whole lines of the round's ledger; '' when there is none yet. */
export function ledgerText(folder: string, period: string): string {
  return readRecord(folder, ledgerPath(period)).text;
}

/** The round's ledger with further lines, to be written. */
export function ledgerOutputs(folder: string, period: string, lines: readonly NewLine[]): readonly Output[] {
  return recordOutputs(folder, ledgerPath(period), lines);
}

/** That the last line of the ledger was not written to its end. */
function tornLine(folder: string, period: string): readonly Diagnostic[] {
  const again = '“tkcds receive” với các tệp nhận lần cuối';
  return tornFindings(folder, ledgerPath(period), { title: 'sổ tiếp nhận', again });
}

function notFollowing(file: string, line: number): Diagnostic {
  return diagnosticOf(LEDGER_CHANGED, {
    message: `Dòng ${formatInteger(line)} của sổ tiếp nhận không nối tiếp dòng trước: một trong hai dòng đã bị sửa, xóa hoặc chèn sau khi ghi`,
    hint: 'So với bản sao lưu của tệp này; nếu đúng là đã sửa tay thì giữ nguyên và ghi lại lý do, không sửa tiếp',
    location: { kind: 'data', file, path: '', line, column: 1 },
  });
}

/** Reads the round's ledger. Throws a WorkspaceError that names the lines that are no lines of a ledger. */
export function loadLedger(folder: string, period: string): Ledger {
  const file = ledgerPath(period);
  const { lines, unreadable, broken } = parseLedger(ledgerText(folder, period));
  if (unreadable.length > 0) {
    const numbers = joinWords(unreadable.slice(0, 10).map((number) => `dòng ${formatInteger(number)}`));
    throw new WorkspaceError(
      `Sổ tiếp nhận ${file} có ${numbers} không đọc được; sổ do chương trình ghi, không sửa tay: lấy lại bản sao lưu của tệp này, hoặc xóa các dòng đó rồi chạy lại “tkcds receive” với tệp của các đơn vị liên quan`,
    );
  }
  return { lines, diagnostics: [...broken.map((line) => notFollowing(file, line)), ...tornLine(folder, period)] };
}

/** What is wrong with the ledger by itself, also with lines that are none; never throws for its content. */
export function ledgerFindings(folder: string, period: string): readonly Diagnostic[] {
  const { unreadable, broken } = parseLedger(ledgerText(folder, period));
  const changed = [...unreadable, ...broken].sort((a, b) => a - b);
  return [...changed.map((line) => notFollowing(ledgerPath(period), line)), ...tornLine(folder, period)];
}

/** The last line about each file, by its content. */
export function receiptsByHash(lines: readonly LedgerLine[]): ReadonlyMap<string, ReceivedLine> {
  return new Map(lines.flatMap((line) => (line.kind === 'received' ? [[line.sha256, line] as const] : [])));
}

/** The number of the next run that writes into the ledger. */
export function nextEntry(lines: readonly LedgerLine[]): number {
  return Math.max(0, ...lines.map(({ entry }) => entry)) + 1;
}

/** The units whose lateness is accepted, as decided until that day; the last decision about a unit holds. */
export function acceptedLateness(lines: readonly LedgerLine[], asOf: PlainDate): readonly AcceptedLateness[] {
  const last = new Map<string, LedgerLine>();
  for (const line of lines) if (line.kind !== 'received' && line.decidedOn <= asOf) last.set(line.unit, line);
  return [...last.values()].flatMap((line) =>
    line.kind === 'late-accepted' ? [{ unit: line.unit, reason: line.reason }] : [],
  );
}
