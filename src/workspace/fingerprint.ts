import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

const END = '\n}\n';
const SEAL = /,\n {2}"fingerprint": "([0-9a-f]{64})"\n\}\n$/u;

/**
 * Adds the field `fingerprint` to a JSON object printed with two blanks of indentation: the SHA-256 of the text without it.
 * Who changes the file later breaks it.
 */
export function sealJson(text: string): string {
  if (!text.endsWith(END)) throw new RangeError('only an indented JSON object can be sealed');
  return `${text.slice(0, -END.length)},\n  "fingerprint": "${sha256(text)}"${END}`;
}

/** The text that was sealed, or undefined when the seal is missing or broken. */
export function unsealJson(sealed: string): string | undefined {
  const match = SEAL.exec(sealed);
  if (match === null) return undefined;
  const text = sealed.slice(0, match.index) + END;
  return sha256(text) === match[1] ? text : undefined;
}
