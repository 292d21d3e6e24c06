import { normalizeText } from '../vi/text.ts';

/** Characters that a Windows file name cannot have, as what is written instead. */
const FORBIDDEN = /[<>:"/\\|?*]+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
/** Leaves room for the folders before it within the 260 characters of a Windows path. */
const LONGEST = 120;

/** The text as a file name without ending that Windows, macOS and Linux all accept. */
export function safeFileName(text: string): string {
  const plain = normalizeText(text).replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ');
  const cut = Array.from(plain).slice(0, LONGEST).join('');
  const trimmed = cut.replace(/^[\s.]+|[\s.]+$/gu, '');
  return RESERVED.test(trimmed) || trimmed === '' ? `_${trimmed}` : trimmed;
}

/** Whether the text can name a folder as it stands. */
export function isSafeFileName(text: string): boolean {
  return safeFileName(text) === text;
}

/** `bao-cao.docx` → `bao-cao (2).docx`; the first copy is the name itself. */
export function copyName(stem: string, ending: string, copy: number): string {
  return copy === 1 ? `${stem}${ending}` : `${stem} (${String(copy)})${ending}`;
}

/** What a terminal obeys, and what turns the order of letters. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** `\u001b` → `␛`, others by their number: `‹U+202E›`. */
function visibleSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** The name of a file as it is called from here on, in messages and figures: NFC, with unseen signs made visible. */
export function shownFileName(name: string): string {
  return name.toWellFormed().normalize('NFC').replace(UNSEEN, visibleSign);
}
