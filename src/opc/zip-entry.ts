import { Buffer } from 'node:buffer';
import type { ZipLimitId } from './limits.ts';

/** One entry of a zip, as its directory and its own header agree on it; sizes in bytes as they are claimed. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  /** 0: stored; 8: deflated; nothing else is read. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the packed data begin. */
  readonly start: number;
}

/** Why a zip, or one of its entries, is not opened. Has the shape of a reader's refusal. */
export interface ZipFault {
  readonly kind: 'damaged' | 'encrypted' | 'too-large';
  /** With `too-large`: the limit that was passed, and the number found. */
  readonly limit?: { readonly id: ZipLimitId; readonly found: number };
}

export const DAMAGED: ZipFault = { kind: 'damaged' };
export const ENCRYPTED: ZipFault = { kind: 'encrypted' };

/** Whether there is a fault instead of what was asked for. */
export function isZipFault(result: object): result is ZipFault {
  return 'kind' in result;
}

/** Those bytes as a buffer, without copying. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
