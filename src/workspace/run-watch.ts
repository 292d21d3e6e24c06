import { AsyncLocalStorage } from 'node:async_hooks';

/** Who follows a run. No figure and no file depends on it, which is why it stands in no signature. */
export interface RunWatch {
  /** A step of the work is done; Vietnamese, without personal data. */
  readonly step: (name: string, words: string) => void;
  /** Something is under way; `done` of `total` when it can be counted. */
  readonly progress: (activity: string, done?: number, total?: number) => void;
  /** How many milliseconds the run may wait for another one. */
  readonly patienceMs: number;
}

const watches = new AsyncLocalStorage<RunWatch>();

/** Runs the work; the steps that it tells, and whatever it waits for, go to this watch. */
export function watchedBy<T>(watch: RunWatch, work: () => Promise<T>): Promise<T> {
  return watches.run(watch, work);
}

/** Tells whoever follows the run that a step is done; nobody may. */
export function tellStep(name: string, words: string): void {
  watches.getStore()?.step(name, words);
}

/** Tells whoever follows the run what is under way; nobody may. */
export function tellProgress(activity: string, done?: number, total?: number): void {
  watches.getStore()?.progress(activity, done, total);
}

/** How many milliseconds this run may wait for another one; undefined when nobody said. */
export function patienceAsked(): number | undefined {
  return watches.getStore()?.patienceMs;
}
