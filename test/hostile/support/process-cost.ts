import { readFileSync } from 'node:fs';

/** What a process has taken so far. */
export interface ProcessCost {
  /** The most memory that it held. */
  readonly megabytes: number;
  /** The time for which processors worked for it, all threads together. */
  readonly processorSeconds: number;
}

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

const NONE: ProcessCost = { megabytes: 0, processorSeconds: 0 };

/** What the kernel says of a running process; nothing when it is gone. */
export function costSoFar(pid: number | undefined): ProcessCost {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    // The name of the program stands in brackets before the other fields.
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\)\s+/su, '')
      .split(' ');
    return {
      megabytes: Number(/^VmHWM:\s*(\d+) kB/mu.exec(status)?.[1] ?? 0) / 1024,
      processorSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    };
  } catch {
    return NONE;
  }
}

/** What `note-cost.mjs` wrote when the process ended; nothing when a signal ended it before. */
export function costNoted(file: string): ProcessCost {
  try {
    // The shape is that of note-cost.mjs.
    const noted = JSON.parse(readFileSync(file, 'utf8')) as { kilobytes: number; microseconds: number };
    return { megabytes: noted.kilobytes / 1024, processorSeconds: noted.microseconds / 1e6 };
  } catch {
    return NONE;
  }
}

/** The greater of both, each by itself. */
export function greater(one: ProcessCost, other: ProcessCost): ProcessCost {
  return {
    megabytes: Math.max(one.megabytes, other.megabytes),
    processorSeconds: Math.max(one.processorSeconds, other.processorSeconds),
  };
}
