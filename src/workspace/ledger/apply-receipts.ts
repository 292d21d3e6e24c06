import { diagnosticOf, type Diagnostic, type Outcome } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
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

/**
 * Says of each file of the inbox when it came, as the ledger has it; known by content, so that a renamed file stays known. Files
 * that had not come on the day the round is seen at are left out. What the ledger and the folder do not agree on is found.
 */
export function withReceipts(
  files: readonly InboxFile[],
  lines: readonly LedgerLine[],
  asOf: PlainDate,
): Outcome<readonly InboxFile[]> {
  if (lines.length === 0) return { value: files, diagnostics: [] };
  const receipts = receiptsByHash(lines);
  const names = new Set(lines.flatMap((line) => (line.kind === 'received' ? [line.file] : [])));
  const [hashes, present] = [files.map(({ source }) => source.sha256), files.map(({ source }) => source.file)];
  const found: Diagnostic[] = [];
  const kept = files.flatMap((file): readonly InboxFile[] => {
    const line = receipts.get(file.source.sha256);
    if (line === undefined) {
      if (names.has(file.source.file) && file.bytes !== undefined) found.push(isChanged(file));
      return [file];
    }
    if (line.receivedOn > asOf) {
      found.push(comesLater(file, line, asOf));
      return [];
    }
    const { receivedOn, entry } = line;
    return [{ ...file, source: { ...file.source, receipt: { receivedOn, entry } } }];
  });
  const gone = [...receipts.values()].filter((line) => !hashes.includes(line.sha256) && !present.includes(line.file));
  return { value: kept, diagnostics: [...found, ...gone.filter(({ receivedOn }) => receivedOn <= asOf).map(isGone)] };
}
