import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { readWorkbook } from '../../src/read/read-workbook.ts';

const METHODS = ['error', 'info', 'log', 'warn'] as const;

/** A file of fixtures/legacy. */
export function legacyFixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/legacy/${name}`, import.meta.url));
}

/** From here on nothing that is read may write to the console. */
export function expectSilence(): void {
  let spies: readonly ReturnType<typeof vi.spyOn>[] = [];
  beforeEach(() => {
    spies = METHODS.map((method) => vi.spyOn(console, method));
  });
  afterEach(() => {
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
}

/** Reads the file; gives its sheets, or the facts of the one finding, which is one of our own. */
export function readHostile(bytes: Uint8Array): { readonly sheets?: unknown; readonly facts?: unknown } {
  const { value, diagnostics } = readWorkbook(bytes, 'a.xls');
  if (value !== undefined) return { sheets: value.sheets };
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ rule: 'file-unreadable', location: { kind: 'file', file: 'a.xls' } });
  expect(`${diagnostics[0]?.message ?? ''} ${diagnostics[0]?.hint ?? ''}`).not.toMatch(/undefined|NaN|Error|Cannot/u);
  return { facts: diagnostics[0]?.facts };
}
