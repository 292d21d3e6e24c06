import { isAscii, isUtf8, Buffer } from 'node:buffer';
import { bufferOf } from './zip-entry.ts';

/** Bytes that are decoded at once. Texts taken from a part keep their whole piece in memory, so pieces are small. */
const PIECE = 64 * 1024;

type Encoding = 'utf-16be' | 'utf-16le' | 'utf-8';

/** By the byte order mark, or by how the first `<` looks. */
function encodingOf(part: Buffer): Encoding {
  const [first, second] = part;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Encodings that a part may declare; the standard allows no others, and which of these it is the bytes themselves tell. */
const DECLARABLE: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'us-ascii',
  'ascii',
]);

/** Whether a part with those bytes may call itself so; a part in ASCII may call itself anything. */
export function isDeclarable(encoding: string, part: Uint8Array): boolean {
  return DECLARABLE.has(encoding.toLowerCase()) || isAscii(part);
}

/** Whether the part declares a document type, where entities are defined that grow or lead out of the file. */
export function hasDocumentType(part: Uint8Array): boolean {
  const buffer = bufferOf(part);
  const encoding = encodingOf(buffer);
  if (encoding === 'utf-8') return buffer.includes('<!DOCTYPE');
  const needle = Buffer.from('<!DOCTYPE', 'utf16le');
  return buffer.includes(encoding === 'utf-16le' ? needle : needle.swap16());
}

function* utf8Pieces(part: Buffer): Generator<string> {
  for (let at = 0; at < part.length;) {
    let end = Math.min(at + PIECE, part.length);
    // Never between the bytes of one character.
    while (end < part.length && ((part[end] ?? 0) & 0xc0) === 0x80) end--;
    yield part.toString('utf8', at, end);
    at = end;
  }
}

function* utf16Pieces(part: Buffer, encoding: Encoding): Generator<string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < part.length; at += PIECE) {
      yield decoder.decode(part.subarray(at, at + PIECE), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    // The decoder's error for bytes that are not of the encoding; others come from who takes the pieces.
    if (!(error instanceof TypeError)) throw error;
    yield undefined;
  }
}

/** The text of a part, piece by piece; undefined, as the last piece, when the bytes are neither UTF-8 nor UTF-16. */
export function textPieces(part: Uint8Array): Iterable<string | undefined> {
  const buffer = bufferOf(part);
  const encoding = encodingOf(buffer);
  if (encoding !== 'utf-8') return utf16Pieces(buffer, encoding);
  return isUtf8(buffer) ? utf8Pieces(buffer) : [undefined];
}
