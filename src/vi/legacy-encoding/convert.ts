import { fromLegacy, type LegacyEncoding } from './tables.ts';

const WORD = /[A-Za-z\u00a1-\u00fe]+/gu;

/** Two capitals or more, and no small letter of ASCII: in TCVN3 a word all in capitals, whose toned letters are small ones. */
function isCapital(text: string): boolean {
  return /[A-Z][^a-z]*[A-Z]/u.test(text) && !/[a-z]/u.test(text);
}

/**
 * Text of that encoding as Unicode, NFC. TCVN3 has no toned capitals: what a font whose name ends in H (`.VnTimeH`) draws large,
 * and words whose other letters are capitals, become capitals. Only for texts that are known to be of that encoding.
 */
export function toUnicode(text: string, encoding: LegacyEncoding, font?: string): string {
  switch (encoding) {
    case 'vni':
      return fromLegacy(text, 'vni');
    case 'tcvn3':
      if ((font?.toLowerCase().endsWith('h') ?? false) || isCapital(text))
        return fromLegacy(text, 'tcvn3').toUpperCase();
      return text.replace(WORD, (word) => {
        const converted = fromLegacy(word, 'tcvn3');
        return isCapital(word) ? converted.toUpperCase() : converted;
      });
  }
}

/** The encoding for which fonts of that family are made; undefined for all others. */
export function encodingOfFont(font: string): LegacyEncoding | undefined {
  if (/^\.vn/iu.test(font)) return 'tcvn3';
  return /^vni/iu.test(font) ? 'vni' : undefined;
}
