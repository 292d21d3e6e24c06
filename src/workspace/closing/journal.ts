import * as z from 'zod';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { parsePlainDate, type PlainDate } from '../../model/plain-date.ts';
import { formatDate } from '../../vi/date.ts';
import type { Output } from '../atomic-write.ts';
import { parseChain, type ChainText } from '../ledger/chain.ts';
import { readRecord, recordOutputs, tornFindings } from '../ledger/record-file.ts';
import { WorkspaceError } from '../workspace-error.ts';

/** The folder of a workspace where closed rounds are kept (lưu), one folder a period. */
export const ARCHIVE_FOLDER = 'luu';

const JOURNAL_FILE = 'so-khoa.jsonl';

const day = z.string().transform((text, context): PlainDate => {
  const read = parsePlainDate(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'no calendar day' });
  return z.NEVER;
});

const common = {
  /** The moment of writing in Việt Nam, `2025-11-14T08:31:00+07:00`; for people only, nothing is decided by it. */
  enteredAt: z.string(),
  decidedOn: day,
  /** Who decided; the program leaves it blank, the commune's own papers say it. */
  decidedBy: z.string(),
  /** SHA-256 of the line before, as its text; '' on the first line. */
  previous: z.string(),
};

const line = z.discriminatedUnion('kind', [
  /** The snapshot's name beside the journal, and the SHA-256 of its bytes. */
  z.object({ kind: z.literal('closed'), ...common, snapshot: z.string(), sha256: z.string() }),
  z.object({ kind: z.literal('reopened'), ...common, reason: z.string() }),
]);

/** One line of the record of closings (sổ khóa kỳ). */
export type JournalLine = z.output<typeof line>;

/** That a round was closed. */
export type ClosedLine = Extract<JournalLine, { readonly kind: 'closed' }>;

/** A line before it has its place in the record. */
export type NewJournalLine = JournalLine extends infer L
  ? L extends JournalLine
    ? Omit<L, 'previous'>
    : never
  : never;

/** The round's folder of closings below the workspace. */
export function archivePath(period: string): string {
  return `${ARCHIVE_FOLDER}/${period}`;
}

/** The path of the round's record of closings below the workspace. */
export function journalPath(period: string): string {
  return `${archivePath(period)}/${JOURNAL_FILE}`;
}

/** The record of closings as it lies on the disk, with the lines that are none or do not follow. */
export function parseJournal(folder: string, period: string): ChainText<JournalLine> {
  return parseChain(readRecord(folder, journalPath(period)).text, (content) => line.safeParse(content).data);
}

/** The record with one more line, to be written. */
export function journalOutputs(folder: string, period: string, added: NewJournalLine): readonly Output[] {
  return recordOutputs(folder, journalPath(period), [added]);
}

/** That the last line of the record was not written to its end: that closing or reopening never came about. */
export function tornJournal(folder: string, period: string): readonly Diagnostic[] {
  const again = 'lệnh bị ngắt lúc đó (“tkcds close” hoặc “tkcds reopen”)';
  return tornFindings(folder, journalPath(period), { title: `sổ khóa kỳ ${period}`, again });
}

/** How the round was closed last; undefined while it is open. Throws a WorkspaceError when the record cannot be read. */
export function closingOf(folder: string, period: string): ClosedLine | undefined {
  const { lines, unreadable } = parseJournal(folder, period);
  if (unreadable.length > 0) {
    throw new WorkspaceError(
      `Sổ khóa kỳ ${journalPath(period)} có dòng không đọc được; sổ do chương trình ghi, không sửa tay: lấy lại bản sao lưu của tệp này`,
    );
  }
  const last = lines.at(-1);
  return last?.kind === 'closed' ? last : undefined;
}

/** Throws a WorkspaceError that says the way out when the round is closed. Everything that writes into a round calls it first. */
export function refuseClosed(folder: string, period: string): void {
  const closing = closingOf(folder, period);
  if (closing === undefined) return;
  throw new WorkspaceError(
    `Kỳ ${period} đã khóa ngày ${formatDate(closing.decidedOn)} nên không nhận tệp, không sửa và không viết lại báo cáo; nếu thật sự phải thay đổi thì mở lại kỳ bằng: tkcds reopen --period ${period} --reason "lý do"`,
  );
}
