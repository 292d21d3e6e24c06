// Loaded before a measured program (`node --import`): says at its end what the process needed, processor time and peak memory.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Megabytes. The kernel's own mark for this program; ru_maxrss would begin at what the parent held when it started us. */
function peakMegabytes() {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(kilobytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const usage = { cpuSeconds: (user + system) / 1e6, peakMegabytes: peakMegabytes() };
    writeFileSync(process.env['TKCDS_BENCH_USAGE'], JSON.stringify(usage));
  });
}
