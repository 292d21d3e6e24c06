import { parseDocument, type Document } from 'yaml';
import { CONFIRMATIONS_FILE, parseConfirmations, SECTIONS, type Confirmation } from './confirmations.ts';
import { listUnder, quoted } from './yaml-edit.ts';

const HEADER = ` ĐỐI CHIẾU – chữ trong tệp của đơn vị mà cán bộ tổng hợp đã xác nhận nghĩa, mỗi chữ chỉ phải xác nhận một lần.

 Lệnh “tkcds confirm” ghi thêm vào tệp này. Mở bằng Notepad để sửa hoặc xóa dòng cũng được; xóa dòng thì chữ đó
 không còn được hiểu như vậy nữa. Dòng bắt đầu bằng dấu # là ghi chú.

   written      chữ đúng như trong tệp của đơn vị
   means        nghĩa: mã đơn vị, mã chỉ tiêu, mã nhiệm vụ, hoặc chữ của biểu mẫu
   directive    văn bản giao nhiệm vụ có chỉ tiêu, nhiệm vụ đó
   confirmedOn  ngày xác nhận
 Các mục: units tên đơn vị, indicators chỉ tiêu, tasks nhiệm vụ, headings tên cột, tên ô, tên trang, tình trạng.`;

/**
 * The text of `doi-chieu.yaml` with one more line; everything else in it, comments too, stays. The text must be without fault.
 * `note` is put behind the line for whoever reads the file.
 */
export function withEntry(text: string, entry: Confirmation, note: string): string {
  const document: Document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  if (text.trim() === '') document.commentBefore = HEADER;
  const { kind, written, means, directive, confirmedOn } = entry;
  const line = document.createNode(
    {
      written: quoted(written),
      means: kind === 'heading' ? quoted(means) : means,
      ...(directive === undefined ? {} : { directive }),
      ...(confirmedOn === undefined ? {} : { confirmedOn }),
    },
    { flow: true },
  );
  line.comment = note === '' ? null : ` ${note}`;
  listUnder(document, SECTIONS[kind]).add(line);
  const result = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const after = parseConfirmations(result, CONFIRMATIONS_FILE).value?.length;
  const before = parseConfirmations(text, CONFIRMATIONS_FILE).value?.length;
  if (before === undefined || after !== before + 1) throw new Error(`${CONFIRMATIONS_FILE} would lose a line`);
  return result;
}
