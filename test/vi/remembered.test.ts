import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { remembered, rememberedLately } from '../../src/vi/remembered.ts';

function counting(): { readonly read: (text: string) => string | undefined; readonly calls: () => number } {
  let calls = 0;
  const read = remembered((text) => {
    calls++;
    return text === '' ? undefined : text.toUpperCase();
  });
  return { read, calls: () => calls };
}

describe('a remembered function', () => {
  test.each(['a', ''])('computes once for the same text, also when there is no result: “%s”', (text) => {
    const { read, calls } = counting();
    expect([read(text), read(text)]).toEqual(text === '' ? [undefined, undefined] : ['A', 'A']);
    expect(calls()).toBe(1);
  });

  test('forgets the oldest when there are too many, and gives the same results', () => {
    const { read, calls } = counting();
    for (let at = 0; at < 30_000; at++) expect(read(String(at))).toBe(String(at));
    expect(read('0')).toBe('0');
    expect(calls()).toBe(30_001);
  });

  test('keeps what is asked for again and again', () => {
    const { read, calls } = counting();
    for (let at = 0; at < 30_000; at++) {
      read(String(at));
      read('again');
    }
    expect(calls()).toBe(30_001);
  });

  test('keeps no more than some megabytes', () => {
    const { read, calls } = counting();
    const texts = Array.from({ length: 500 }, (_, at) => String(at).padEnd(5_000, 'x'));
    texts.forEach(read);
    texts.slice(-10).forEach(read);
    expect(calls()).toBe(500);
    texts.slice(0, 10).forEach(read);
    expect(calls()).toBe(510);
  });

  test('does not keep long texts', () => {
    const { read, calls } = counting();
    const long = 'x'.repeat(5_001);
    read(long);
    read(long);
    expect(calls()).toBe(2);
  });
});

describe('a function that remembers objects lately seen', () => {
  const objects = Array.from({ length: 30 }, (_, index) => ({ index }));

  test('computes once for the same object, and gives the same result', () => {
    let calls = 0;
    const read = rememberedLately(({ index }: { readonly index: number }) => {
      calls++;
      return [index];
    });
    const [first] = objects;
    if (first === undefined) throw new Error('no object');
    expect(read(first)).toBe(read(first));
    expect(calls).toBe(1);
  });

  test('forgets the oldest, not all', () => {
    const calls: number[] = [];
    const read = rememberedLately(({ index }: { readonly index: number }) => calls.push(index));
    objects.forEach(read);
    [...objects].reverse().forEach(read);
    expect(calls.slice(0, 30)).toEqual(objects.map(({ index }) => index));
    expect(calls.slice(30)).toEqual([5, 4, 3, 2, 1, 0]);
  });

  test('holds the latest only, also while a run goes on without a pause', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const read = rememberedLately(({ length }: readonly number[]) => length);
    const heldAfter = (count: number): number => {
      for (let at = 0; at < count; at++) read(Array.from({ length: 10_000 }, () => at));
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = heldAfter(30);
    // Each of them takes 80 kB; a thousand more would take 80 MB.
    expect(heldAfter(1_000) - before).toBeLessThan(20e6);
  });
});
