/** What windows-1252 shows for the bytes from 0x80 on; where it has nothing, programs keep a control character of that number. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What windows-1258, the code page of Vietnamese Windows, shows otherwise; a mark stands behind its letter. */
const VIETNAMESE: ReadonlyMap<string, number> = new Map([
  ['Ă', 0xc3],
  ['\u0300', 0xcc],
  ['Đ', 0xd0],
  ['\u0309', 0xd2],
  ['Ơ', 0xd5],
  ['Ư', 0xdd],
  ['\u0303', 0xde],
  ['ă', 0xe3],
  ['\u0301', 0xec],
  ['đ', 0xf0],
  ['\u0323', 0xf2],
  ['ơ', 0xf5],
  ['ư', 0xfd],
  ['₫', 0xfe],
]);

const BYTES: ReadonlyMap<string, number> = new Map([
  ...VIETNAMESE,
  ...Array.from(FROM_0X80, (shown, index): [string, number] => [shown, 0x80 + index]),
]);

/** The byte of a character in a Western code page (Latin-1, windows-1252), also when a control character of its number stands for it. */
function westernByte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return code <= 0xff ? code : undefined;
}

/**
 * The bytes that windows-1252 or windows-1258 shows as that text; undefined when neither can. The two agree on every character
 * that both have, so that nobody needs to know which it was.
 */
export function bytesShownAs(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const byte = BYTES.get(character) ?? westernByte(character);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
/** Of windows-1252 alone: where they stand in a text that windows-1258 shows, a letter and its mark were put together. */
const WESTERN_ONLY: ReadonlySet<string> = new Set([...VIETNAMESE.values()].map((byte) => String.fromCharCode(byte)));

/** A character as windows-1258 has it: with its tone behind it, unless it has the whole letter. */
function inPieces(character: string): string {
  if (VIETNAMESE.has(character) || (westernByte(character) !== undefined && !WESTERN_ONLY.has(character))) {
    return character;
  }
  const decomposed = character.normalize('NFD');
  const tone = TONE.exec(decomposed)?.[0] ?? '';
  return decomposed.replace(tone, '').normalize('NFC') + tone;
}

/**
 * A text that windows-1258 shows, NFC, as windows-1252 would show the same bytes; undefined when windows-1258 cannot show it. For
 * TCVN3 and VNI typed under Vietnamese Windows, which `fromLegacy` knows as Western programs show them.
 */
export function shownByWestern(text: string): string | undefined {
  let shown = '';
  // In NFC the dot comes before other marks: what was ñ and a dot behind it (đị in VNI) begins with ṇ.
  for (const character of text.replace(/([ṇṆ])\u0303/gu, (_marks, n) => (n === 'ṇ' ? 'ñ\u0323' : 'Ñ\u0323'))) {
    for (const piece of inPieces(character)) {
      const byte = VIETNAMESE.get(piece);
      const isCommon = !WESTERN_ONLY.has(piece) && (westernByte(piece) !== undefined || BYTES.has(piece));
      if (byte === undefined && !isCommon) return undefined;
      shown += byte === undefined ? piece : String.fromCharCode(byte);
    }
  }
  return shown;
}

const VIETNAMESE_BY_BYTE: ReadonlyMap<string, string> = new Map(
  [...VIETNAMESE].map(([shown, byte]) => [String.fromCharCode(byte), shown]),
);

/** The opposite: what windows-1252 shows, as windows-1258 does, NFC. */
export function shownByVietnamese(western: string): string {
  return Array.from(western, (character) => VIETNAMESE_BY_BYTE.get(character) ?? character)
    .join('')
    .normalize('NFC');
}
