import { expect, test } from 'vitest';
import { sealJson, sha256, unsealJson } from '../../src/workspace/fingerprint.ts';

const TEXT = `${JSON.stringify({ a: 1, b: ['“x”'] }, undefined, 2)}\n`;

test('SHA-256 is that of the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a sealed file is JSON that names the hash of the rest', () => {
  expect(JSON.parse(sealJson(TEXT))).toEqual({ a: 1, b: ['“x”'], fingerprint: sha256(TEXT) });
});

test('the seal opens to the same text', () => {
  expect(unsealJson(sealJson(TEXT))).toBe(TEXT);
});

test.each([
  ['a figure changed', (text: string) => text.replace('1', '2')],
  ['a blank added', (text: string) => text.replace('"a": 1', '"a":  1')],
  ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['the seal taken off', () => TEXT],
  ['another seal', (text: string) => text.replace(/[0-9a-f]{64}/u, 'a'.repeat(64))],
  ['cut short', (text: string) => text.slice(0, -4)],
])('%s breaks it', (_name, change) => {
  expect(unsealJson(change(sealJson(TEXT)))).toBeUndefined();
});
