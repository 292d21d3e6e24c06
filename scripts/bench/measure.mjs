// Whole processes, measured one after the other by turns, so that what else the machine does falls on all alike.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const USAGE = new URL('usage.mjs', import.meta.url).href;

/**
 * A command to measure: `program` and `words`; `isNode`: a program for Node, which says with `--import` what it needed; `isCheck`: one that
 * ends with 1 when the units' files have errors, which is no failure.
 */
function run({ program, words, cwd, isNode, isPlain, isCheck }, folder) {
  const note = join(folder, 'usage.json');
  rmSync(note, { force: true });
  const preload = isNode && isPlain !== true ? ['--import', USAGE] : [];
  const start = performance.now();
  const { status, error, stderr } = spawnSync(program, [...preload, ...words], {
    cwd,
    env: { ...process.env, TKCDS_BENCH_USAGE: note },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && !(isCheck && status === 1))
    throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? `${status}\n${stderr}`}`);
  const usage = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {};
  return { seconds, ...usage };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

function summary(runs) {
  const seconds = runs.map((one) => one.seconds);
  const isKnown = runs.every((one) => one.cpuSeconds !== undefined);
  return {
    median: median(seconds),
    least: Math.min(...seconds),
    cpu: isKnown ? median(runs.map((one) => one.cpuSeconds)) : undefined,
    megabytes: isKnown ? Math.max(...runs.map((one) => one.peakMegabytes)) : undefined,
  };
}

/**
 * Runs the contestants by turns, so many rounds; of each, by its name, `median` and `least` seconds of the whole process, `cpu` seconds of
 * the processor (median) and `megabytes` at the peak of any run, these undefined when it does not say.
 */
export function race(contestants, rounds, folder) {
  const runs = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) runs.get(contestant.name).push(run(contestant, folder));
  }
  return new Map([...runs].map(([name, list]) => [name, summary(list)]));
}
