import { diagnosticOf, type Diagnostic, type Outcome } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Arrival } from '../../model/submission.ts';
import type { InboxFile } from '../../pipeline.ts';
import { formatDate } from '../../vi/date.ts';
import { quoteValue } from '../../vi/text.ts';
import { RECEIVED_AFTER_CUTOFF, RECEIVED_FILE_CHANGED, RECEIVED_FILE_MISSING } from '../problems.ts';
import type { LedgerLine, ReceivedLine } from './entries.ts';
import { receiptsByHash } from './ledger.ts';

function comesLater({ source: { file } }: InboxFile, { receivedOn }: ReceivedLine, asOf: PlainDate): Diagnostic {
  return diagnosticOf(RECEIVED_AFTER_CUTOFF, {
    message: `Tệp nhận ngày ${formatDate(receivedOn)} theo sổ tiếp nhận, sau ngày chốt số liệu ${formatDate(asOf)}, nên chưa tính`,
    hint: 'Không cần làm gì nếu xem lại tình hình của ngày chốt đó; nếu không thì bỏ --as-of hoặc chọn ngày chốt muộn hơn',
    location: { kind: 'file', file },
    facts: { receivedOn, asOf },
  });
}

/** That a report which nobody entered states a day after the cut-off day; nothing when it states none. */
export function statedLater({ submission }: Arrival, asOf: PlainDate): readonly Diagnostic[] {
  if (submission?.reportedOn.kind !== 'value') return [];
  const { value, ref } = submission.reportedOn;
  return [
    diagnosticOf(RECEIVED_AFTER_CUTOFF, {
      message: `Báo cáo chưa ghi sổ tiếp nhận và ghi ngày ${formatDate(value)}, sau ngày chốt số liệu ${formatDate(asOf)}, nên coi như lúc đó chưa đến`,
      hint: 'Không cần làm gì nếu xem lại tình hình của ngày chốt đó; nếu tệp đã đến từ trước thì ghi sổ bằng “tkcds receive” với --received-on',
      location: { kind: 'cell', ref },
      facts: { unit: submission.unit.id, reportedOn: value, asOf },
    }),
  ];
}

function isChanged({ source: { file } }: InboxFile): Diagnostic {
  return diagnosticOf(RECEIVED_FILE_CHANGED, {
    message: `Nội dung tệp ${quoteValue(file)} khác với tệp đã ghi trong sổ tiếp nhận: tệp bị sửa hoặc bị thay sau khi nhận`,
    hint: 'Lấy lại đúng tệp đơn vị đã gửi; nếu đơn vị gửi bản mới thì chạy “tkcds receive” với chính tệp này để ghi sổ',
    location: { kind: 'file', file },
  });
}

function isGone({ file, receivedOn, unit }: ReceivedLine): Diagnostic {
  const whose = unit === '' ? '' : ` của đơn vị ${quoteValue(unit)}`;
  return diagnosticOf(RECEIVED_FILE_MISSING, {
    message: `Tệp ${quoteValue(file)}${whose} nhận ngày ${formatDate(receivedOn)} không còn trong thư mục nhận báo cáo`,
    hint: 'Chép lại tệp vào thư mục; nếu bỏ có chủ ý thì không cần làm gì, sổ tiếp nhận vẫn giữ dòng này',
    location: { kind: 'file', file },
    facts: { unit, receivedOn },
  });
}

/** What the ledger says of files that are shown to it one by one. */
export interface ReceiptCheck {
  /** The file with the day it came; undefined when it had not come yet on the day the round is seen at. */
  readonly admit: (file: InboxFile) => InboxFile | undefined;
  /** What the ledger and the files shown do not agree on. */
  readonly findings: () => readonly Diagnostic[];
}

/**
 * Says of each file of the inbox when it came, as the ledger has it; known by content, so that a renamed file stays known. Files
 * that had not come on the day the round is seen at are left out.
 */
export function receiptCheck(lines: readonly LedgerLine[], asOf: PlainDate): ReceiptCheck {
  const receipts = receiptsByHash(lines);
  const names = new Set(lines.flatMap((line) => (line.kind === 'received' ? [line.file] : [])));
  const [hashes, present] = [new Set<string>(), new Set<string>()];
  const found: Diagnostic[] = [];
  return {
    admit: (file) => {
      if (lines.length === 0) return file;
      const { sha256, file: name } = file.source;
      hashes.add(sha256);
      present.add(name);
      const line = receipts.get(sha256);
      if (line === undefined) {
        if (names.has(name) && file.bytes !== undefined) found.push(isChanged(file));
        return file;
      }
      if (line.receivedOn > asOf) {
        found.push(comesLater(file, line, asOf));
        return undefined;
      }
      const { receivedOn, entry } = line;
      return { ...file, source: { ...file.source, receipt: { receivedOn, entry } } };
    },
    findings: () => {
      const gone = [...receipts.values()].filter(
        ({ sha256, file, receivedOn }) => !hashes.has(sha256) && !present.has(file) && receivedOn <= asOf,
      );
      return [...found, ...gone.map(isGone)];
    },
  };
}

/** The same for files that are all at hand. */
export function withReceipts(
  files: readonly InboxFile[],
  lines: readonly LedgerLine[],
  asOf: PlainDate,
): Outcome<readonly InboxFile[]> {
  const { admit, findings } = receiptCheck(lines, asOf);
  return { value: files.flatMap((file) => admit(file) ?? []), diagnostics: findings() };
}
