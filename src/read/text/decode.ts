import { decodeWestern, decodeWindows1258 } from '../../vi/legacy-encoding/bytes.ts';
import { isClearly, isVietnamese, tellingWords, weigh } from '../../vi/legacy-encoding/evidence.ts';
import { decodeUnicode } from '../../vi/unicode-bytes.ts';

/** A text as its bytes say it. */
export interface DecodedText {
  readonly text: string;
  /**
   * `western`: TCVN3 or VNI, still as a Western program shows it; `convertLegacyText` makes it Unicode as it does for every
   * workbook, and reports it.
   */
  readonly encoding: 'unicode' | 'western' | 'windows-1258';
}

const MARK = /^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/u;
/** Controls that a text may have: tab, line feed, vertical tab, form feed, carriage return, the old end mark (Ctrl+Z). */
const TEXT_CONTROLS = new Set([9, 10, 11, 12, 13, 26]);
/** So many bytes at the beginning tell a text from other files. */
const SAMPLE = 4096;

function hasControls(codes: Iterable<number>): boolean {
  for (const code of codes) if (code < 32 && !TEXT_CONTROLS.has(code)) return true;
  return false;
}

/** Whether the file could be a text in any of the encodings: its beginning decodes, or holds no control characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, SAMPLE);
  if (MARK.test(String.fromCharCode(...beginning.subarray(0, 3)))) return true;
  if (!hasControls(beginning)) return bytes.length > 0;
  // UTF-16 without a mark: half of the bytes of most characters are zero.
  const text = decodeUnicode(beginning);
  return text !== undefined && !hasControls(Array.from(text, (character) => character.charCodeAt(0)));
}

/**
 * The text, decided over all of it: Unicode when the bytes are; else TCVN3 or VNI when its words are beyond doubt, else
 * windows-1258 when that gives Vietnamese words. Undefined when it is none of these; nothing is guessed.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText | undefined {
  const unicode = decodeUnicode(bytes);
  if (unicode !== undefined) return { text: unicode, encoding: 'unicode' };
  if (bytes.includes(0)) return undefined;
  const western = decodeWestern(bytes);
  const evidence = weigh(tellingWords(western));
  if (isClearly('tcvn3', evidence) || isClearly('vni', evidence)) return { text: western, encoding: 'western' };
  const text = decodeWindows1258(bytes);
  return text !== undefined && isVietnamese(weigh(tellingWords(text))) ? { text, encoding: 'windows-1258' } : undefined;
}
