import { readFileSync } from 'node:fs';
import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import { TEXT_ENCODING_UNKNOWN } from './problems.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** UTF-16 without a mark shows as zero bytes on one side of the ASCII characters that every such file has. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return 'utf-8';
}

/**
 * The text of a file edited by hand: UTF-8 or UTF-16 (either byte order), with or without a byte order mark, any line ends,
 * NFC or NFD. Returned as NFC with `\n`; undefined when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8' && bytes.length % 2 === 1) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return undefined;
    return text.replace(/\r\n?/gu, '\n').normalize('NFC');
  } catch {
    return undefined; // the decoder throws exactly when the bytes are not that encoding
  }
}

function encodingFinding(file: string): Diagnostic {
  return diagnosticOf(TEXT_ENCODING_UNKNOWN, {
    message: `Tệp “${file}” không phải là văn bản theo bảng mã UTF-8 hay UTF-16`,
    hint: `Mở tệp bằng Notepad, chọn Lưu thành (Save As), mục Mã hóa (Encoding) chọn UTF-8, rồi lưu lại`,
    location: { kind: 'data', file, path: '', line: 0, column: 0 },
  });
}

/** Reads a text file kept by hand. `file` is its name for messages. Throws a WorkspaceError when it cannot be read. */
export function readTextFile(path: string, file: string): string {
  const text = decodeText(onDisk('đọc', file, () => readFileSync(path)));
  if (text !== undefined) return text;
  throw new WorkspaceError(`Không đọc được tệp “${file}”`, [encodingFinding(file)]);
}
