import { engageClerk, work, type Clerk, type Program } from './clerk.ts';
import type { Day } from './calendar.ts';
import type { Step, Year } from './ground-truth.ts';
import { keptOf, plainFigures } from './plain-figures.ts';
import { happen, plainOffice, type PlainOffice } from './plain-office.ts';
import { lookedUp, writtenFigures } from './written-figures.ts';

/** A moment at which the program's answer and the independent one are laid side by side. */
export interface Compared {
  readonly what: string;
  readonly program: unknown;
  readonly expected: unknown;
}

function looked(office: PlainOffice, month: string, asOf: Day): unknown {
  const { units, rate } = plainFigures(office, month, asOf);
  const entries = Object.entries(units).map(([unit, outcome]) => {
    const { status, isCounted, receivedOn, receivedBy, acceptedLate, files } = outcome;
    return [unit, { status, isCounted, receivedOn, receivedBy, acceptedLate, files }] as const;
  });
  return { units: Object.fromEntries(entries), rate };
}

function compare(clerk: Clerk, office: PlainOffice, step: Step, answer: unknown): Compared | undefined {
  const { month, day } = step;
  if (step.kind === 'look')
    return {
      what: `${month}: status on ${step.asOf}`,
      program: lookedUp(clerk, month, answer),
      expected: looked(office, month, step.asOf),
    };
  if (step.kind !== 'report') return undefined;
  const expected = plainFigures(office, month, day);
  office.kept.set(month, keptOf(office, month, day));
  return { what: `${month}: report`, program: writtenFigures(clerk, month), expected };
}

/** Plays the year with the program and on paper at once; `each` gets every comparison, in the year's order. */
export async function playYear(
  parent: string,
  year: Year,
  program: Program,
  each: (compared: Compared) => void,
): Promise<Clerk> {
  const clerk = await engageClerk(parent, year, program);
  const office = plainOffice(year);
  for (const step of year.steps) {
    const isPossible = happen(office, step);
    const compared = compare(clerk, office, step, await work(clerk, step, isPossible));
    if (compared !== undefined) each(compared);
  }
  return clerk;
}
