import { monthsOfTheYear, type Day } from './calendar.ts';
import { textIn, standingOf, type Held, type PlainRound } from './plain-round.ts';
import type { Code, SentFile, Step, Year } from './ground-truth.ts';

/** What was reported of a month last, for comparing with the next. */
export type Kept = ReadonlyMap<string, ReadonlyMap<Code, number>>;

/** The office as one could keep it on paper: what came, what was decided, what was reported. */
export interface PlainOffice {
  /** Codes of the villages now, in the order of the register. */
  villages: readonly string[];
  /** The old codes that a merged village stands for. */
  readonly merged: Map<string, readonly string[]>;
  readonly rounds: ReadonlyMap<string, PlainRound>;
  readonly kept: Map<string, Kept>;
}

/** The office on New Year's Day. */
export function plainOffice({ villages }: Year): PlainOffice {
  const rounds = monthsOfTheYear().map((month): [string, PlainRound] => [
    month.id,
    { month, held: [], corrections: [], decisions: [], runs: 0, isClosed: false },
  ]);
  return { villages: villages.map(({ id }) => id), merged: new Map(), rounds: new Map(rounds), kept: new Map() };
}

/** The office's round of that month. */
export function roundOf(office: PlainOffice, month: string): PlainRound {
  const round = office.rounds.get(month);
  if (round === undefined) throw new Error(`no month ${month}`);
  return round;
}

/** A file that lay there already keeps its place; entered for the first time, it gets its day. */
function receive(round: PlainRound, files: readonly SentFile[], day: Day, isDated: boolean): void {
  round.runs++;
  for (const file of files) {
    const known = round.held.find((one) => one.file.id === file.id);
    if (known?.receipt !== undefined && !isDated) continue;
    const entered: Held = { file, receipt: { day, run: round.runs } };
    round.held = [...round.held.filter((one) => one !== known), entered];
  }
}

/** Whether the clerk can adjust that number now; if so, it is. */
function adjust(round: PlainRound, { unit, code, value, day }: Extract<Step, { readonly kind: 'adjust' }>): boolean {
  const { counted } = standingOf(round, unit, day);
  if (counted === undefined) return false;
  const was = textIn(counted.cells[code]);
  const others = round.corrections.filter((one) => one.unit !== unit || one.code !== code);
  const inForce = round.corrections.find((one) => one.unit === unit && one.code === code && one.was === was);
  const cell = counted.cells[code];
  const now = inForce?.value ?? (cell.kind === 'number' ? cell.value : undefined);
  if (now === value) return false;
  round.corrections = [...others, { unit, code, was, value }];
  return true;
}

/** Carries a step into the office's papers. False: the program has to refuse it. */
export function happen(office: PlainOffice, step: Step): boolean {
  const round = roundOf(office, step.month);
  switch (step.kind) {
    case 'merge': {
      const gone = step.old.map(({ id }) => id);
      office.villages = [...office.villages.filter((id) => !gone.includes(id)), step.merged.id];
      office.merged.set(step.merged.id, gone);
      return true;
    }
    case 'receive':
      receive(round, step.files, step.receivedOn ?? step.day, step.receivedOn !== undefined);
      return true;
    case 'drop':
      round.held = [...round.held, { file: step.file, receipt: undefined }];
      return true;
    case 'adjust':
      return adjust(round, step);
    case 'accept-late':
      round.decisions.push({ unit: step.unit, day: step.day, reason: step.reason });
      return true;
    case 'refuse-late':
      round.decisions.push({ unit: step.unit, day: step.day, reason: undefined });
      return true;
    case 'close':
      round.isClosed = true;
      return true;
    case 'reopen':
      round.isClosed = false;
      return true;
    case 'open-round':
    case 'look':
    case 'return':
    case 'report':
      return true;
  }
}
