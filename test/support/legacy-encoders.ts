import iconv from 'iconv-lite';

/** The tables as people know them, letter and what stands for it, so that the program's own are not tested against themselves. */
const TCVN3_PAIRS =
  'àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\u00ad ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ đ® Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§';
const VNI_PAIRS =
  'àaø áaù ảaû ãaõ ạaï ăaê ằaè ắaé ẳaú ẵaü ặaë âaâ ầaà ấaá ẩaå ẫaã ậaä èeø éeù ẻeû ẽeõ ẹeï êeâ ềeà ếeá ểeå ễeã ệeä ìì íí ỉæ ĩó ịò òoø óoù ỏoû õoõ ọoï ôoâ ồoà ốoá ổoå ỗoã ộoä ơô ờôø ớôù ởôû ỡôõ ợôï ùuø úuù ủuû ũuõ ụuï ưö ừöø ứöù ửöû ữöõ ựöï ỳyø ýyù ỷyû ỹyõ ỵî đñ';

function tableOf(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));
}

/** Letter → character: 67 small letters and the seven capitals that TCVN3 has. */
export const TCVN3: ReadonlyMap<string, string> = tableOf(TCVN3_PAIRS);

const vniSmall = tableOf(VNI_PAIRS);
/** Letter → one or two characters, small and capital. */
export const VNI: ReadonlyMap<string, string> = new Map(
  [...vniSmall].flatMap(([letter, typed]) => [
    [letter, typed],
    [letter.toUpperCase(), typed.toUpperCase()],
  ]),
);

/** The text as a Western program shows it when it is in TCVN3; toned capitals come out as small letters, as people type them. */
export function asTcvn3(text: string): string {
  return Array.from(
    text.normalize('NFC'),
    (letter) => TCVN3.get(letter) ?? TCVN3.get(letter.toLowerCase()) ?? letter,
  ).join('');
}

/** The text as a Western program shows it when it is in VNI. */
export function asVni(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => VNI.get(letter) ?? letter).join('');
}

/** The bytes of windows-1258: base letters, and a combining tone behind each that has one. */
export function asWindows1258(text: string): Uint8Array {
  const own: Readonly<Record<string, number>> = {
    Ă: 0xc3, ă: 0xe3, Đ: 0xd0, đ: 0xf0, Ơ: 0xd5, ơ: 0xf5, Ư: 0xdd, ư: 0xfd,
    '\u0300': 0xcc, '\u0301': 0xec, '\u0303': 0xde, '\u0309': 0xd2, '\u0323': 0xf2,
  }; // prettier-ignore
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;
  return Uint8Array.from(
    Array.from(text.normalize('NFC')).flatMap((letter) => {
      const [mark = ''] = tone.exec(letter.normalize('NFD')) ?? [];
      const base = letter.normalize('NFD').replace(mark, '').normalize('NFC');
      return (mark === '' ? [base] : [base, mark]).map((character) => own[character] ?? character.charCodeAt(0));
    }),
  );
}

/** One byte a character; the text must be Latin-1. */
export function asLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The text as it shows when its UTF-8 is taken for that code page; bytes without a meaning there come out as controls. */
export function asMisread(text: string, codePage: 'windows-1252' | 'windows-1258' = 'windows-1252'): string {
  const bytes = [...Buffer.from(text.normalize('NFC'))];
  return bytes
    .map((byte) => iconv.decode(Buffer.of(byte), codePage).replace('\ufffd', String.fromCharCode(byte)))
    .join('');
}

/** What a Western program shows of some bytes, as windows-1258 shows them, NFC. */
export function asShownBy1258(western: string): string {
  return iconv.decode(iconv.encode(western, 'windows-1252'), 'windows-1258').normalize('NFC');
}
