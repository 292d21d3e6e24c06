import iconv from 'iconv-lite';

/**
 * Encodings of the time before Unicode. TCVN3: fonts `.VnTime`, `.VnArial` …, one byte a letter. VNI: fonts `VNI-Times` …, a
 * base letter and a mark behind it.
 */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** The capitals of TCVN3; toned capitals are small letters in a font that draws them large (`.VnTimeH`). */
const TCVN3_CAPITALS = 'ĂÂÊÔƠƯĐ';

/** Latin-1 character → letter. iconv-lite's `tcvn` is the whole standard; the fonts have its small letters and seven capitals. */
function makeTcvn3(): ReadonlyMap<string, string> {
  const codes = Array.from({ length: 0xfe - 0xa0 }, (_, index) => 0xa1 + index);
  return new Map(
    codes.flatMap((code): (readonly [string, string])[] => {
      const letter = iconv.decode(Uint8Array.of(code), 'tcvn');
      return /\p{Ll}/u.test(letter) || TCVN3_CAPITALS.includes(letter) ? [[String.fromCharCode(code), letter]] : [];
    }),
  );
}

const GRAVE = '\u0300';
const ACUTE = '\u0301';
const TILDE = '\u0303';
const HOOK = '\u0309';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** What a mark behind a base letter means, as combining marks: first bare tones, then those on a circumflex, on a breve. */
const TONES = { ù: ACUTE, ø: GRAVE, û: HOOK, õ: TILDE, ï: DOT };
const ON_CIRCUMFLEX = { â: '', á: ACUTE, à: GRAVE, å: HOOK, ã: TILDE, ä: DOT };
const ON_BREVE = { ê: '', é: ACUTE, è: GRAVE, ú: HOOK, ü: TILDE, ë: DOT };
/** Letters that are one character each. `ì` and `í` are the letters they look like. */
const SINGLE = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

function marked(bases: string, marks: Readonly<Record<string, string>>, under: string): (readonly [string, string])[] {
  return Array.from(bases).flatMap((base) => {
    const letter = { ô: 'ơ', ö: 'ư' }[base] ?? base;
    return Object.entries(marks).map(
      ([mark, tone]) => [base + mark, (letter + under + tone).normalize('NFC')] as const,
    );
  });
}

/** One or two Latin-1 characters → letter, by the rule of VNI. `yï`, `iø`, `iù` are what people type although `î`, `ì`, `í` exist. */
function makeVni(): ReadonlyMap<string, string> {
  const small = [
    ...Object.entries(SINGLE),
    ...marked('aeouyôö', TONES, ''),
    ...marked('i', { ù: ACUTE, ø: GRAVE }, ''),
    ...marked('aeo', ON_CIRCUMFLEX, CIRCUMFLEX),
    ...marked('a', ON_BREVE, BREVE),
  ];
  return new Map(
    small.flatMap(([typed, letter]): (readonly [string, string])[] => [
      [typed, letter],
      [typed.toUpperCase(), letter.toUpperCase()],
      // A capital base with a small mark, at the beginning of a word.
      [typed.charAt(0).toUpperCase() + typed.slice(1), letter.toUpperCase()],
    ]),
  );
}

let tcvn3: ReadonlyMap<string, string> | undefined;
let vni: ReadonlyMap<string, string> | undefined;

/** What stands in a text of that encoding that was taken for Latin-1 → the Vietnamese letter, NFC. */
export function tableOf(encoding: LegacyEncoding): ReadonlyMap<string, string> {
  // Made at the first use: most files need neither, and iconv-lite takes a while to load its tables.
  switch (encoding) {
    case 'tcvn3':
      return (tcvn3 ??= makeTcvn3());
    case 'vni':
      return (vni ??= makeVni());
  }
}

const SEQUENCES: Readonly<Record<LegacyEncoding, RegExp>> = {
  tcvn3: /[\u00a1-\u00fe]/gu,
  vni: /[aeiouyôö][ùøûõïâáàåãäêéèúüë]|[ñôöæóòî]/giu,
};

/**
 * The text of that encoding as Unicode, NFC; characters that the encoding does not have stay. Only for texts that are known
 * to be of that encoding: Unicode comes out destroyed (`công` → `cụng`).
 */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const table = tableOf(encoding);
  return text.replace(SEQUENCES[encoding], (found) => {
    const [first = '', second = ''] = found;
    return table.get(found) ?? `${table.get(first) ?? first}${table.get(second) ?? second}`;
  });
}
