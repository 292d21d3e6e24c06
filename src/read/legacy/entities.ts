import { decodeWestern } from '../../vi/legacy-encoding/bytes.ts';

/** The named characters of HTML 4 from U+00A0 on, in their order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Those of the others that stand in Vietnamese texts. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['Abreve', 'Ă'],
  ['Dstrok', 'Đ'],
  ['Itilde', 'Ĩ'],
  ['Utilde', 'Ũ'],
  ['abreve', 'ă'],
  ['amp', '&'],
  ['apos', "'"],
  ['bull', '•'],
  ['dstrok', 'đ'],
  ['ge', '≥'],
  ['gt', '>'],
  ['hellip', '…'],
  ['itilde', 'ĩ'],
  ['ldquo', '“'],
  ['le', '≤'],
  ['lsquo', '‘'],
  ['lt', '<'],
  ['mdash', '—'],
  ['minus', '−'],
  ['ndash', '–'],
  ['quot', '"'],
  ['rdquo', '”'],
  ['rsquo', '’'],
  ['utilde', 'ũ'],
];

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...OTHERS,
]);

const ENTITY = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,15}));?/gu;

function characterOf(code: number): string {
  // Web pages number these as Windows does.
  if (code >= 0x80 && code <= 0x9f) return decodeWestern(Uint8Array.of(code));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** The text of a web page with `&agrave;`, `&#7897;` and their like as the characters they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    if (decimal !== undefined) return characterOf(Number(decimal));
    return NAMED.get(name ?? '') ?? whole;
  });
}
