import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { RawEntry } from './raw-zip.ts';

/** A text in which one piece is repeated: what a bomb consists of. */
export interface Run {
  readonly before?: string;
  readonly piece: string | Uint8Array;
  readonly times: number;
  readonly after?: string;
}

const CHUNK = 1024 * 1024;

/** A block of deflate data that may stand before, between and behind others of its kind. */
function block(data: Uint8Array): Buffer {
  return deflateRawSync(data, { finishFlush: constants.Z_FULL_FLUSH });
}

/** The bytes themselves. */
export function runBytes({ before = '', piece, times, after = '' }: Run): Uint8Array {
  const bytes = Buffer.from(piece);
  return Buffer.concat([Buffer.from(before), Buffer.alloc(bytes.length * times, bytes), Buffer.from(after)]);
}

/** An entry that unpacks to the run, made without unpacking it: gigabytes are packed within a second. */
export function runEntry(name: string, { before = '', piece, times, after = '' }: Run): RawEntry {
  const bytes = Buffer.from(piece);
  const perChunk = Math.max(1, Math.min(times, Math.floor(CHUNK / bytes.length)));
  const chunk = Buffer.alloc(bytes.length * perChunk, bytes);
  const whole = Math.floor(times / perChunk);
  const head = Buffer.from(before);
  const tail = Buffer.concat([Buffer.alloc(bytes.length * (times - whole * perChunk), bytes), Buffer.from(after)]);
  let crc = crc32(head);
  for (let index = 0; index < whole; index++) crc = crc32(chunk, crc);
  const middle = block(chunk);
  return {
    name,
    packed: Buffer.concat([block(head), ...Array.from({ length: whole }, () => middle), deflateRawSync(tail)]),
    method: 8,
    size: head.length + chunk.length * whole + tail.length,
    crc: crc32(tail, crc),
  };
}

/** Bytes in megabytes of zeros. */
export function zeros(megabytes: number): Run {
  return { piece: new Uint8Array(CHUNK), times: megabytes };
}
