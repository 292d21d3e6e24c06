import { parseDocument, type Document } from 'yaml';
import type { Adjustment } from '../model/adjustment.ts';
import type { Directive } from '../model/directive.ts';
import { parseAdjustments } from './adjustments.ts';
import { ADJUSTMENTS_FILE } from './inbox.ts';
import { listUnder, quoted } from './yaml-edit.ts';

const HEADER = ` ĐIỀU CHỈNH – số liệu của đơn vị mà xã sửa thay, ví dụ khi đơn vị báo lại bằng điện thoại. Tệp của đơn vị giữ nguyên.

 Lệnh “tkcds adjust” ghi thêm vào tệp này. Mở bằng Notepad để sửa lý do hoặc xóa dòng; xóa dòng thì số trong tệp của đơn vị
 lại được tính. Dòng bắt đầu bằng dấu # là ghi chú.

   unit        mã đơn vị
   indicator   mã chỉ tiêu
   was         chữ đang có trong ô của đơn vị; đơn vị gửi lại số khác thì dòng này không còn tác dụng
   value       số thay vào
   reason      lý do
   by          ai báo, ghi theo chức danh, không ghi tên người
   adjustedOn  ngày điều chỉnh`;

/**
 * The text of `dieu-chinh.yaml` with one more line, in place of that for the same number; everything else in it, comments too, stays.
 * The text must be without fault.
 */
export function withAdjustmentLine(
  text: string,
  entry: Adjustment & { readonly code: string },
  directive: Directive,
): string {
  const document: Document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  if (text.trim() === '') document.commentBefore = HEADER;
  const list = listUnder(document, 'adjusted');
  const before = parseAdjustments(text, ADJUSTMENTS_FILE, directive).value ?? [];
  const replaced = before.flatMap(({ unit, indicator }, index) =>
    unit === entry.unit && indicator === entry.indicator ? [index] : [],
  );
  for (const index of replaced.toReversed()) list.delete(index);
  const { unit, code, was, value, reason, by, adjustedOn } = entry;
  const line = document.createNode(
    {
      unit,
      indicator: code,
      was: quoted(was),
      value: String(value),
      reason: quoted(reason),
      by: quoted(by),
      adjustedOn,
    },
    { flow: true },
  );
  list.add(line);
  const result = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const after = parseAdjustments(result, ADJUSTMENTS_FILE, directive).value?.length;
  if (after !== before.length - replaced.length + 1) throw new Error(`${ADJUSTMENTS_FILE} would lose a line`);
  return result;
}
