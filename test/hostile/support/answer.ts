import { expect } from 'vitest';
import { RULES } from '../../../src/pipeline.ts';
import { WORKSPACE_PROBLEMS } from '../../../src/workspace/problems.ts';
import type { ProgramAnswer } from './result.ts';
import { MOST, type Run } from './run-program.ts';

const KNOWN: ReadonlySet<string> = new Set([...RULES, ...WORKSPACE_PROBLEMS].map(({ id }) => id));

/** What a clerk would never say, and what no library of ours may say to her. `zip` and its kin are allowed as extensions only. */
const FOREIGN =
  /cannot read|undefined|\bnull\b|\bNaN\b|Infinity|\[object|[A-Za-z]*Error\b|unexpected|invalid|(?<!\.)\bzip\b|inflate|saxes|sheetjs|csv-parse|node_modules|heap|worker|\.[jt]s:\d/iu;

/** What a terminal obeys, and what turns the order of letters. */
export const COMMANDS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Text between quotation marks is the file's own. */
function ownWords(text: string): string {
  return text.replace(/“[^”]*”/gu, '“”');
}

/** What is wrong with a text that everybody should be able to read, or undefined. There may be thousands of texts. */
function faultOf(text: string): string | undefined {
  if (!text.isWellFormed() || text.normalize('NFC') !== text) return 'not whole characters';
  if (COMMANDS.test(text)) return 'a terminal would obey it';
  if (FOREIGN.test(ownWords(text))) return 'words of a library';
  if (!/[à-ỹđ]/iu.test(text)) return 'not Vietnamese';
  return text.length < 2000 ? undefined : 'too long';
}

/** Fails when the run crashed, took too much, or showed its inside. */
export function checkRun(run: Run): void {
  expect(run.err).not.toMatch(/^\s+at .+:\d+/mu);
  expect(run.err).not.toContain('lỗi của chương trình');
  expect({ code: run.code, err: run.err }).toMatchObject({ code: expect.toBeOneOf([0, 1]) as unknown });
  expect(run.seconds).toBeLessThanOrEqual(MOST.seconds);
  expect(run.megabytes).toBeLessThanOrEqual(MOST.megabytes);
}

/** The JSON of the run, with every finding one of our own in words of our own. `secrets` must not stand in it. */
export function answerOf(run: Run, secrets: readonly string[]): ProgramAnswer {
  for (const secret of secrets) expect(`${run.out}${run.err}`).not.toContain(secret);
  // The shape is what docs/validate-json.md promises; a field that is missing fails the test where it is used.
  const answer = JSON.parse(run.out) as ProgramAnswer;
  const rules = new Set(answer.findings.map(({ rule }) => rule));
  expect([...rules].filter((rule) => !KNOWN.has(rule))).toEqual([]);
  const texts = new Set(answer.findings.flatMap(({ message, hint }) => (hint === '' ? [message] : [message, hint])));
  const faults = [...texts].map((text) => ({ fault: faultOf(text), text }));
  expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  return answer;
}
