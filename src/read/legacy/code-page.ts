import { Buffer } from 'node:buffer';
import { decodeWestern, decodeWindows1258 } from '../../vi/legacy-encoding/bytes.ts';
import { decodeBytes } from '../text/decode.ts';

const VIETNAMESE = 1258;

/**
 * Reads texts of one byte a character (Excel 5 and 95), by the workbook's code page. Under Vietnamese Windows it says 1258 also
 * where people typed TCVN3 or VNI; all texts together tell. Those come out as a Western program shows them, like everywhere.
 */
export function decoderOf(codePage: number, texts: readonly string[]): (text: string) => string {
  const western = (text: string): string => decodeWestern(Buffer.from(text, 'latin1'));
  if (codePage !== VIETNAMESE) return western;
  if (decodeBytes(Buffer.from(texts.join('\n'), 'latin1'))?.encoding === 'western') return western;
  return (text) => decodeWindows1258(Buffer.from(text, 'latin1')) ?? western(text);
}
