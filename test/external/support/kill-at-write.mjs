import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the program: kills it, as a power cut would, before the n-th access that changes the disk. With n = 0 nothing is killed
 * and their number is printed at the end.
 */
const at = Number(process.env['TKCDS_KILL_AT']);
let count = 0;
for (const name of ['writeFileSync', 'fsyncSync', 'copyFileSync', 'renameSync', 'rmSync', 'mkdirSync']) {
  const original = fs[name];
  fs[name] = (...words) => {
    count++;
    if (count === at) process.kill(process.pid, 'SIGKILL');
    return original(...words);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (at === 0) process.stderr.write(`\nwrites: ${count}\n`);
});
