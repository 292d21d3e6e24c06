// Loaded into the program before it starts (node --import): when it ends, writes the most memory that it held, in kilobytes, and
// the processor time that it took, in microseconds, into the file that TKCDS_COST names. VmHWM, because the kernel hands `maxRSS`
// down from the process that started this one.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const target = process.env.TKCDS_COST;
if (isMainThread && target !== undefined) {
  process.on('exit', () => {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB/mu.exec(readFileSync('/proc/self/status', 'utf8'));
    const { user, system } = process.cpuUsage();
    writeFileSync(target, JSON.stringify({ kilobytes: Number(kilobytes), microseconds: user + system }));
  });
}
