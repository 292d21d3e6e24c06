import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticOf, type Diagnostic } from '../../model/diagnostic.ts';
import type { Output } from '../atomic-write.ts';
import { isThere } from '../presence.ts';
import { RECORD_TORN } from '../problems.ts';
import { onDisk } from '../system-error.ts';
import { decodeText, textOf } from '../text-file.ts';
import { chainTexts, withChained } from './chain.ts';

/** A record of lines as it lies on the disk. */
export interface RecordFile {
  /** Its whole lines; '' when there are none. */
  readonly text: string;
  /** What stands after them and was never written to its end (power cut, a copy cut short); undefined for nothing. */
  readonly torn: Uint8Array | undefined;
}

const LINE_END = 0x0a;
/** How every line begins; some file systems leave zeros where the rest should be. */
const PIECE = /^(?:\{|\0)/u;

function isTorn(tail: string): boolean {
  if (!PIECE.test(tail)) return false;
  try {
    JSON.parse(tail);
    return false; // whole but for its line end
  } catch {
    return true;
  }
}

/** Reads a record; `file` is its path below the folder. Throws a WorkspaceError when its whole lines are no text. */
export function readRecord(folder: string, file: string): RecordFile {
  const path = join(folder, file);
  if (!isThere(path)) return { text: '', torn: undefined };
  const bytes = onDisk('đọc', file, () => readFileSync(path));
  const whole = decodeText(bytes);
  const end = bytes.lastIndexOf(LINE_END) + 1;
  const tail = whole === undefined ? bytes.subarray(end).toString('latin1') : whole.slice(whole.lastIndexOf('\n') + 1);
  if (!isTorn(tail)) return { text: whole ?? textOf(bytes, file), torn: undefined };
  return { text: textOf(bytes.subarray(0, end), file), torn: bytes.subarray(end) };
}

/** Beside a record, what was once torn off: nothing that stood in it is thrown away. */
export function tornFile(file: string): string {
  return file.replace(/\.jsonl$/u, '-ghi-do.txt');
}

function setAside(folder: string, file: string, torn: Uint8Array): Output {
  const path = join(folder, tornFile(file));
  const before = isThere(path) ? onDisk('đọc', tornFile(file), () => readFileSync(path)) : Buffer.alloc(0);
  const piece = Buffer.concat([torn, Buffer.from('\n')]);
  const isKept = before.subarray(-piece.length).equals(piece); // by a run that was killed right after it
  return { path, bytes: isKept ? before : Buffer.concat([before, piece]) };
}

/** The record with further lines after its last whole one; those before stay byte for byte, a torn piece is set aside. */
export function recordOutputs(folder: string, file: string, lines: readonly object[]): readonly Output[] {
  const { text, torn } = readRecord(folder, file);
  const record = { path: join(folder, file), bytes: new TextEncoder().encode(withChained(text, lines)) };
  return torn === undefined ? [record] : [setAside(folder, file, torn), record];
}

/** That the last line of the record is torn. `title`: what it is called; `again`: the command that was cut off. */
export function tornFindings(
  folder: string,
  file: string,
  words: { readonly title: string; readonly again: string },
): readonly Diagnostic[] {
  const { text, torn } = readRecord(folder, file);
  if (torn === undefined) return [];
  return [
    diagnosticOf(RECORD_TORN, {
      message: `Dòng cuối của ${words.title} bị ghi dở (mất điện, hoặc tệp chép chưa hết) nên không được tính; các dòng trước còn nguyên`,
      hint: `Chạy lại ${words.again}: sổ được ghi tiếp sau dòng còn nguyên cuối cùng, đoạn ghi dở được giữ ở ${tornFile(file)}`,
      location: { kind: 'data', file, path: '', line: chainTexts(text).length + 1, column: 1 },
    }),
  ];
}
