import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { soundForm } from './sound-form.ts';

/** Puts something under that path. */
export type Thing = (path: string) => void;

/** The sound form. */
export function form(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, soundForm('xlsx'));
}

/** A text that is no table. */
export function words(path: string): void {
  writeFileSync(path, 'Thôn xin gửi sau.\n');
}

/** A link to that path, whether it is there or not. */
export function linkTo(target: string): Thing {
  return (path) => symlinkSync(target, path);
}

/** A pipe that nobody writes to. */
export function pipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** The form, which nobody may read. */
export function locked(path: string): void {
  form(path);
  chmodSync(path, 0);
}

/** A folder with the form in it, which nobody may open. */
export function lockedFolder(path: string): void {
  form(join(path, 'a.xlsx'));
  chmodSync(path, 0);
}

/** A file that says it is as long as a disk, and takes no place on it. */
export function sparse(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 40 * 1024 ** 3);
}

/** The form at the bottom of folders within folders. */
export function deep(path: string): void {
  form(join(path, ...Array.from({ length: 60 }, () => 'n'), 'a.xlsx'));
}

/** The place where a program listens; over when the server is closed. */
export async function socketAt(path: string): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}
