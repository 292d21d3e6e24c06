// Runs inside Wine, by the node.exe that ships: starts a command line word for word, as Windows does. argv: a JSON file.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { line, cwd, env } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { status, error } = spawnSync('cmd.exe', ['/d', '/c', `"${line}"`], {
  cwd,
  env: { ...process.env, ...env },
  windowsVerbatimArguments: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (error !== undefined) throw error;
process.exitCode = status ?? 1;
