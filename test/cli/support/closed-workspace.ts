import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'vitest';
import { tempFolder } from '../../workspace/support/temp-folder.ts';
import { runIn } from './run-in-process.ts';
import { EVERYBODY, INBOX, smallWorkspace } from './small-workspace.ts';

/** The files of a workspace whose only round was received, reported finally and closed; made once. */
let closedFiles: ReadonlyMap<string, Uint8Array> | undefined;

async function makeClosed(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await smallWorkspace(EVERYBODY);
  await runIn(folder, 'receive', INBOX, '--received-on', '08/11/2025');
  const report = await runIn(folder, 'report', '--final');
  expect([report.code, report.err]).toEqual([0, expect.any(String)]);
  const closed = await runIn(folder, 'close');
  expect([closed.code, closed.out]).toEqual([0, expect.stringContaining('Đã khóa kỳ 2025-10')]);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

/** A workspace with a closed round of its own. */
export async function closedWorkspace(): Promise<string> {
  closedFiles ??= await makeClosed();
  const folder = tempFolder();
  for (const [file, bytes] of closedFiles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  return folder;
}

/** What `tkcds verify` finds in the workspace: each difference with its file. */
export async function verified(
  folder: string,
): Promise<{ readonly code: number; readonly found: readonly (readonly [string, string | undefined])[] }> {
  const { code, out } = await runIn(folder, 'verify', '--json');
  // The shape is the one that docs/validate-json.md documents.
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly { readonly rule: string; readonly location: { readonly file?: string } }[];
  };
  return { code, found: findings.map(({ rule, location }) => [rule, location.file] as const) };
}
