import type { Finding } from '../model/diagnostic.ts';
import type { WorkbookKind } from './kind.ts';

/** What a kind of file is called, and the extensions (đuôi tên tệp) under which it is at home. */
interface Home {
  readonly words: string;
  readonly extensions: readonly string[];
}

const HOMES: Readonly<Record<WorkbookKind, Home>> = {
  csv: { words: 'văn bản có dấu phân cách (CSV)', extensions: ['csv', 'tsv', 'tab', 'txt'] },
  fods: { words: 'bảng tính OpenDocument dạng XML (.fods)', extensions: ['fods'] },
  html: { words: 'bảng trên trang web (HTML)', extensions: ['htm', 'html', 'xhtml'] },
  ods: { words: 'bảng tính OpenDocument (.ods)', extensions: ['ods', 'ots'] },
  'spreadsheet-xml': { words: 'bảng tính XML của Excel 2003', extensions: ['xml'] },
  // WPS Office saves its own .et in either of the two formats of Excel.
  xls: { words: 'sổ tính Excel 97–2003 (.xls)', extensions: ['et', 'xla', 'xls', 'xlt'] },
  xlsb: { words: 'sổ tính Excel nhị phân (.xlsb)', extensions: ['xlsb'] },
  xlsx: { words: 'sổ tính Excel (.xlsx)', extensions: ['et', 'ett', 'xlam', 'xlsm', 'xlsx', 'xltm', 'xltx'] },
};

/** The file's extension without the dot, in small letters; '' when it has none: that of “Thôn 1.2” is no extension. */
function extensionOf(file: string): string {
  return /[^/.][^/]*\.([a-z][a-z0-9]{1,6})$/iu.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** Says that the file is not what its extension promises; undefined when they agree, or when it has no extension. */
export function renamedFinding(kind: WorkbookKind, file: string): Finding | undefined {
  const extension = extensionOf(file);
  const { words, extensions } = HOMES[kind];
  if (extension === '' || extensions.includes(extension)) return undefined;
  return {
    message: `Tệp mang đuôi .${extension} nhưng nội dung là ${words}; chương trình đọc theo nội dung`,
    hint: 'Lần sau mở tệp bằng Excel, chọn Lưu thành (Save As) → Excel Workbook (.xlsx) rồi gửi tệp đó, không tự đổi đuôi tên tệp',
    location: { kind: 'file', file },
    facts: { kind, extension },
  };
}
