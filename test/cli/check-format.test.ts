import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { SMALL_COMMUNE_SETTINGS } from '../support/small-settings.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const fixture = (name: string): string => new URL(`../../fixtures/docx/${name}`, import.meta.url).pathname;

interface Answer {
  readonly exitCode: number;
  readonly counts: Readonly<Record<'error' | 'warning' | 'info', number>>;
  readonly decree: string;
  readonly files: readonly { readonly file: string; readonly counts: object }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly location: object;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

let folder = '';
beforeEach(() => {
  folder = tempFolder();
  copyFileSync(fixture('cong-van-dung.docx'), join(folder, 'đúng.docx'));
  copyFileSync(fixture('cong-van-sai.docx'), join(folder, 'sai.docx'));
});

async function answer(...files: readonly string[]): Promise<Answer> {
  const { out } = await runIn(folder, 'check-format', ...files, '--json');
  return JSON.parse(out) as Answer; // the shape is what docs/validate-json.md promises; a missing field fails below
}

describe('tkcds check-format', () => {
  test('a document in form: 0, and a sentence that says so', async () => {
    const { code, out, err } = await runIn(folder, 'check-format', 'đúng.docx');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('đúng.docx: không thấy chỗ nào khác Nghị định 30/2020/NĐ-CP');
  });

  test('deviations: 1, each with its place, what to do and its page', async () => {
    const { code, out } = await runIn(folder, 'check-format', 'sai.docx');
    expect(code).toBe(1);
    expect(out).toContain('Lề trái, phần 1');
    expect(out).toContain('Lề trái là 25 mm; cần từ 30 đến 35 mm (Phụ lục I, phần I, mục I.3)');
    expect(out).toContain('format-margin');
    expect(out).toContain('tkcds explain <mã>');
  });

  test('the JSON names the clause, the value and what is allowed', async () => {
    const { exitCode, decree, files, findings } = await answer('đúng.docx', 'sai.docx');
    expect({ exitCode, decree }).toEqual({ exitCode: 1, decree: 'Nghị định 30/2020/NĐ-CP' });
    expect(files.map(({ file }) => file)).toEqual(['đúng.docx', 'sai.docx']);
    expect(files[0]?.counts).toEqual({ error: 0, warning: 0, info: 0 });
    expect(findings.find(({ rule }) => rule === 'format-margin')).toMatchObject({
      location: { kind: 'passage', file: 'sai.docx', place: 'Lề trái, phần 1', paragraph: 0 },
      facts: {
        clause: 'P3',
        place: 'Phụ lục I, phần I, mục I.3',
        decree: 'Nghị định 30/2020/NĐ-CP',
        found: '25 mm',
        allowed: 'từ 30 đến 35 mm',
      },
    });
  });

  test('what cannot be decided is counted and said, and is no fault', async () => {
    const parts = await answer('sai.docx');
    expect(parts.counts.info).toBeGreaterThan(0);
    expect(parts.findings.filter(({ rule }) => rule === 'format-unverifiable')).toHaveLength(parts.counts.info);
  });

  test('a file that is no Word document is one finding', async () => {
    writeFileSync(join(folder, 'cũ.doc'), '%PDF-1.7');
    const { exitCode, findings } = await answer('cũ.doc');
    expect(exitCode).toBe(1);
    expect(findings.map(({ rule }) => rule)).toEqual(['format-file-unreadable']);
  });

  test('a file that is not there: 2', async () => {
    const { code, err } = await runIn(folder, 'check-format', 'mất.docx');
    expect(code).toBe(2);
    expect(err).toContain('mất.docx');
  });

  test('the report that was just made is in form', async () => {
    const workspace = await smallWorkspace(EVERYBODY);
    writeFileSync(join(workspace, 'tkcds.yaml'), SMALL_COMMUNE_SETTINGS);
    const made = await runIn(workspace, 'report');
    expect(made.out).not.toContain('format-');
    const { code, out } = await runIn(workspace, 'check-format', join(RESULTS, 'bao-cao.docx'));
    expect({ code, shows: out.includes('không thấy chỗ nào khác') }).toEqual({ code: 0, shows: true });
  });
});

test('what the settings leave blank is said of the settings, not of the report', async () => {
  const { out } = await runIn(await smallWorkspace(EVERYBODY), 'report');
  expect(out).toContain('setting-blank');
  expect(out).not.toContain('format-');
});

describe('tkcds explain with a rule of the decree', () => {
  test('one page about it is printed', async () => {
    const { code, out } = await runIn(folder, 'explain', 'p3');
    expect(code).toBe(0);
    expect(out.trim()).toBe(readFileSync(new URL('../../docs/rules/format-margin.md', import.meta.url), 'utf8').trim());
  });

  test('several are listed, also as JSON', async () => {
    const { out } = await runIn(folder, 'explain', 'C2', '--json');
    const { clause, rules } = JSON.parse(out) as { readonly clause: string; readonly rules: readonly string[] };
    expect({ clause, rules }).toEqual({
      clause: 'C2',
      rules: expect.arrayContaining(['format-motto', 'format-rule-line']) as unknown,
    });
    const listed = await runIn(folder, 'explain', 'C8b');
    expect(listed.out).toContain('format-subject-line: trích yếu công văn không bắt đầu bằng “V/v”');
  });

  test('a rule that there is not: 2', async () => {
    expect((await runIn(folder, 'explain', 'P9')).code).toBe(2);
  });
});
