import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { expect } from 'vitest';

/**
 * Compares an output with the file that records it. `UPDATE_GOLDEN=1` rewrites the file; one that is not there is written,
 * but not where `CI` is set: there it fails.
 */
export function expectGolden(path: string, actual: string): void {
  const isMissing = !existsSync(path);
  const isCi = !['', 'false', undefined].includes(process.env['CI']);
  if (process.env['UPDATE_GOLDEN'] === '1' || (isMissing && !isCi)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  if (isMissing) throw new Error(`${path} is missing; run UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts`);
  expect(actual, path).toBe(readFileSync(path, 'utf8'));
}

const BREAK_BEFORE = /(?<!^)(<(?:w:p|w:tbl|w:tr|w:tc|w:sectPr|w:r|\/w:tbl|\/w:tr|\/w:tc|\/w:body)(?=[ >/]))/gu;

/** The document part of a .docx, one paragraph, run, table, row or cell a line, so that a difference can be read. */
export function readableDocument(docx: Uint8Array): string {
  const part = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  if (part === undefined) throw new Error('the package has no word/document.xml');
  return `${strFromU8(part).replace(BREAK_BEFORE, '\n$1')}\n`;
}
