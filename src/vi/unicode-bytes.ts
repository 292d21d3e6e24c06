/** The forms of Unicode that text files are saved in. */
type UnicodeForm = 'utf-8' | 'utf-16le' | 'utf-16be';

const UTF_32_MARKS = ['255,254,0,0', '0,0,254,255'];
/** So many bytes at the beginning decide on UTF-16 without a mark. */
const SAMPLE = 4096;

/**
 * UTF-16 without a mark shows as zero bytes on one side only, in at least a tenth of the characters: digits, separators, line
 * ends and unmarked letters.
 */
function formWithoutMark(bytes: Uint8Array): UnicodeForm {
  const sample = bytes.subarray(0, SAMPLE);
  let first = 0;
  let second = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) first++;
    if (sample[at + 1] === 0) second++;
  }
  const least = Math.max(1, sample.length / 20);
  if (first === 0 && second >= least) return 'utf-16le';
  return second === 0 && first >= least ? 'utf-16be' : 'utf-8';
}

function formOf(bytes: Uint8Array): UnicodeForm {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return formWithoutMark(bytes);
}

/**
 * The text of a file that is UTF-8 or UTF-16 (either byte order), with or without a mark, which goes. Undefined when the bytes
 * are neither, are UTF-32, or hold a NUL character, which no text has.
 */
export function decodeUnicode(bytes: Uint8Array): string | undefined {
  if (UTF_32_MARKS.includes(bytes.subarray(0, 4).join())) return undefined;
  const form = formOf(bytes);
  if (form !== 'utf-8' && bytes.length % 2 === 1) return undefined;
  try {
    const text = new TextDecoder(form, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // the decoder throws exactly when the bytes are not that form
  }
}
