import type { Day, Month } from './calendar.ts';
import { CODES, type Code, type SentFile, type Typed } from './ground-truth.ts';

/** A file that the commune has. Worked out from what happened only; nothing of the program is asked. */
export interface Held {
  readonly file: SentFile;
  /** By the ledger; undefined: it only lies in the inbox. */
  readonly receipt: { readonly day: Day; readonly run: number } | undefined;
}

/** A number that the clerk put in the place of the one in the file. */
export interface Correction {
  readonly unit: string;
  readonly code: Code;
  /** The text that stood in the cell. */
  readonly was: string;
  readonly value: number;
}

/** What the commune has of one round so far. */
export interface PlainRound {
  readonly month: Month;
  held: readonly Held[];
  corrections: readonly Correction[];
  /** Units by the decision on their lateness that was taken last. */
  readonly decisions: { readonly unit: string; readonly day: Day; readonly reason: string | undefined }[];
  runs: number;
  isClosed: boolean;
}

/** What stands in a cell as text. */
export function textIn(typed: Typed): string {
  switch (typed.kind) {
    case 'number':
      return String(typed.value);
    case 'fault':
      return typed.text;
    case 'blank':
    case 'dash':
      return '';
  }
}

/** Where one unit stands on a day. */
export interface PlainStanding {
  readonly status: 'late' | 'missing' | 'not-due' | 'on-time' | 'undated' | 'unusable';
  readonly files: readonly string[];
  /** The file that counts. */
  readonly counted: SentFile | undefined;
  readonly isConflicting: boolean;
  readonly receivedOn: Day | null;
  readonly receivedBy: 'ledger' | 'stated' | null;
  readonly numbers: ReadonlyMap<Code, number>;
}

function dayOf({ file, receipt }: Held, { from }: Month, asOf: Day): Day | undefined {
  if (receipt !== undefined) return receipt.day;
  const { reportedOn } = file;
  return reportedOn !== undefined && from <= reportedOn && reportedOn <= asOf ? reportedOn : undefined;
}

function cameAfter(a: Held, b: Held, month: Month, asOf: Day): boolean {
  const [dayA, dayB] = [dayOf(a, month, asOf), dayOf(b, month, asOf)];
  if (dayA === undefined || dayB === undefined) return false;
  if (dayA !== dayB) return dayA > dayB;
  if (a.receipt === undefined || b.receipt === undefined) return false;
  if (a.receipt.run !== b.receipt.run) return a.receipt.run > b.receipt.run;
  return (a.file.reportedOn ?? '') > (b.file.reportedOn ?? '') && b.file.reportedOn !== undefined;
}

/** The numbers of the file that can be used: faults, blanks and dashes give none, nor does a part that is larger than its whole. */
function numbersOf(file: SentFile, corrections: readonly Correction[]): ReadonlyMap<Code, number> {
  const read = new Map<Code, number>();
  for (const code of CODES) {
    const typed = file.cells[code];
    const correction = corrections.findLast((one) => one.unit === file.unit && one.code === code);
    if (correction?.was === textIn(typed)) read.set(code, correction.value);
    else if (typed.kind === 'number') read.set(code, typed.value);
  }
  const isMore = (part: Code, whole: Code): boolean => (read.get(part) ?? 0) > (read.get(whole) ?? Infinity);
  const wrong = new Set<Code>();
  if (isMore('CT02', 'CT01')) wrong.add('CT02');
  if (isMore('CT03', 'CT02')) wrong.add('CT03');
  return new Map([...read].filter(([code]) => !wrong.has(code)));
}

function statusOf(usable: readonly Held[], all: readonly Held[], first: Day | undefined, month: Month, asOf: Day) {
  if (all.length === 0) return asOf <= month.lastOnTime ? 'not-due' : 'missing';
  if (usable.length === 0) return 'unusable';
  if (first === undefined) return 'undated';
  return first <= month.lastOnTime ? 'on-time' : 'late';
}

/** Whether the file had come on that day: by the ledger, else by the date in it, if one can read it. */
function hadCome({ file, receipt }: Held, asOf: Day): boolean {
  const stated = file.shape === 'damaged' ? undefined : file.reportedOn;
  return (receipt?.day ?? stated ?? '') <= asOf;
}

/** Where a unit stands as of a day. */
export function standingOf({ month, held, corrections }: PlainRound, unit: string, asOf: Day): PlainStanding {
  const all = held.filter((one) => one.file.unit === unit && hadCome(one, asOf));
  const usable = all.filter(({ file }) => file.shape !== 'damaged');
  const last = usable.filter((one) => !usable.some((other) => cameAfter(other, one, month, asOf)));
  const counted = last.length === 1 ? last[0]?.file : undefined;
  const dated = usable
    .flatMap((one) => {
      const day = dayOf(one, month, asOf);
      return day === undefined
        ? []
        : [{ day, by: one.receipt === undefined ? ('stated' as const) : ('ledger' as const) }];
    })
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.by.localeCompare(b.by));
  const first = dated[0];
  return {
    status: statusOf(usable, all, first?.day, month, asOf),
    files: all.map(({ file }) => file.id).toSorted(),
    counted,
    isConflicting: last.length > 1,
    receivedOn: first?.day ?? null,
    receivedBy: first?.by ?? null,
    numbers: counted === undefined ? new Map() : numbersOf(counted, corrections),
  };
}
