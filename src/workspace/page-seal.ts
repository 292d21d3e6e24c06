import { sha256 } from './fingerprint.ts';

const SEAL = /<!-- tkcds ([0-9a-f]{64}) -->\n$/u;

/** Adds a last line to an HTML page: the SHA-256 of all before it. Who changes the page later breaks it. */
export function sealPage(page: string): string {
  return `${page}<!-- tkcds ${sha256(page)} -->\n`;
}

/** Whether the page is exactly what this program wrote. */
export function isSealedPage(page: string): boolean {
  const match = SEAL.exec(page);
  return match !== null && sha256(page.slice(0, match.index)) === match[1];
}
