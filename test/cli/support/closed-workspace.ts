import { expect } from 'vitest';
import { filesIn, folderWith, type KeptFiles } from './kept-folder.ts';
import { runIn } from './run-in-process.ts';
import { EVERYBODY, INBOX, smallWorkspace } from './small-workspace.ts';

/** The files of a workspace whose only round was received, reported finally and closed; made once. */
let closedFiles: KeptFiles | undefined;

async function makeClosed(): Promise<KeptFiles> {
  const folder = await smallWorkspace(EVERYBODY);
  await runIn(folder, 'receive', INBOX, '--received-on', '08/11/2025');
  const report = await runIn(folder, 'report', '--final');
  expect([report.code, report.err]).toEqual([0, expect.any(String)]);
  const closed = await runIn(folder, 'close');
  expect([closed.code, closed.out]).toEqual([0, expect.stringContaining('Đã khóa kỳ 2025-10')]);
  return filesIn(folder);
}

/** A workspace with a closed round of its own. */
export async function closedWorkspace(): Promise<string> {
  closedFiles ??= await makeClosed();
  return folderWith(closedFiles);
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
