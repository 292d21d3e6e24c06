import iconv from 'iconv-lite';

/**
 * The bytes as windows-1258, the code page of Vietnamese Windows: base letters and combining marks, put together (NFC).
 * Undefined when a byte has no meaning there.
 */
export function decodeWindows1258(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(bytes, 'windows-1258');
  return text.includes('\ufffd') ? undefined : text.normalize('NFC');
}

/** The bytes as a Western program shows them (windows-1252): what `fromLegacy` takes. Never fails. */
export function decodeWestern(bytes: Uint8Array): string {
  return iconv.decode(bytes, 'windows-1252');
}
