import { readFileSync } from 'node:fs';
import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import { decodeUnicode } from '../vi/unicode-bytes.ts';
import { TEXT_ENCODING_UNKNOWN } from './problems.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/**
 * The text of a file edited by hand: UTF-8 or UTF-16 (either byte order), with or without a byte order mark, any line ends,
 * NFC or NFD. Returned as NFC with `\n`; undefined when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decodeUnicode(bytes)?.replace(/\r\n?/gu, '\n').normalize('NFC');
}

function encodingFinding(file: string): Diagnostic {
  return diagnosticOf(TEXT_ENCODING_UNKNOWN, {
    message: `Tệp “${file}” không phải là văn bản theo bảng mã UTF-8 hay UTF-16`,
    hint: `Mở tệp bằng Notepad, chọn Lưu thành (Save As), mục Mã hóa (Encoding) chọn UTF-8, rồi lưu lại`,
    location: { kind: 'data', file, path: '', line: 0, column: 0 },
  });
}

/** The text of these bytes of a file. `file` is its name for messages. Throws a WorkspaceError when they are no text. */
export function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes);
  if (text !== undefined) return text;
  throw new WorkspaceError(`Không đọc được tệp “${file}”`, [encodingFinding(file)]);
}

/** Reads a text file kept by hand. `file` is its name for messages. Throws a WorkspaceError when it cannot be read. */
export function readTextFile(path: string, file: string): string {
  return textOf(
    onDisk('đọc', file, () => readFileSync(path)),
    file,
  );
}
