import { parseDocument, type Document } from 'yaml';
import type { Acceptance } from '../model/acceptance.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { parseAcceptances } from './acceptances.ts';
import { ACCEPTANCES_FILE } from './inbox.ts';
import { listUnder, quoted } from './yaml-edit.ts';

const HEADER = ` CHẤP NHẬN – lỗi của kỳ này mà xã đã biết và chấp nhận: số liệu có lỗi vẫn không được cộng, nhưng báo cáo chính thức
 (tkcds report --final) được viết, lý do được in ở phụ lục các số liệu chưa đưa vào tổng hợp.

 Lệnh “tkcds accept” ghi thêm vào tệp này. Mở bằng Notepad để sửa lý do hoặc xóa dòng; xóa dòng thì lỗi đó lại chưa được chấp
 nhận. Dòng bắt đầu bằng dấu # là ghi chú.

   rule        mã phát hiện
   unit        mã đơn vị; bỏ trống là mọi đơn vị
   errors      số lỗi lúc chấp nhận; nếu sau này có nhiều lỗi hơn thì phải xem và chấp nhận lại
   reason      lý do
   acceptedOn  ngày chấp nhận`;

/** An acceptance given on a day. */
export interface NewAcceptance extends Acceptance {
  readonly acceptedOn: PlainDate;
}

/**
 * The text of `chap-nhan.yaml` with one more line, in place of those for the same rule and unit; everything else in it, comments
 * too, stays. The text must be without fault.
 */
export function withAcceptance(text: string, entry: NewAcceptance): string {
  const document: Document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  if (text.trim() === '') document.commentBefore = HEADER;
  const list = listUnder(document, 'accepted');
  const before = parseAcceptances(text, ACCEPTANCES_FILE).value ?? [];
  const replaced = before.flatMap(({ rule, unit }, index) =>
    rule === entry.rule && unit === entry.unit ? [index] : [],
  );
  for (const index of replaced.toReversed()) list.delete(index);
  const { rule, unit, errorCount, reason, acceptedOn } = entry;
  const line = document.createNode(
    { rule, ...(unit === '' ? {} : { unit }), errors: String(errorCount), reason: quoted(reason), acceptedOn },
    { flow: true },
  );
  list.add(line);
  const result = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const after = parseAcceptances(result, ACCEPTANCES_FILE).value?.length;
  if (after !== before.length - replaced.length + 1) throw new Error(`${ACCEPTANCES_FILE} would lose a line`);
  return result;
}
