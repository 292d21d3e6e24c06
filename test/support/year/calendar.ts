/** A calendar day, `2026-03-05`. Days compare as texts. */
export type Day = string;

/** A reporting month of the invented year. */
export interface Month {
  /** `2026-03`. */
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  /** As the settings word it; both words mean the same last day on time. */
  readonly due: { readonly kind: 'before' | 'on'; readonly date: Day };
  /** The last day on which a report is on time. */
  readonly lastOnTime: Day;
}

const YEAR = 2026;

/** The day so many days later. */
export function daysAfter(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

/** The day as people type it: `05/03/2026`. */
export function typedDay(day: Day): string {
  return day.split('-').toReversed().join('/');
}

/** The twelve months; reports are due until the 5th of the next month, worded in both ways by turns. */
export function monthsOfTheYear(): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const id = `${String(YEAR)}-${String(index + 1).padStart(2, '0')}`;
    const to = new Date(Date.UTC(YEAR, index + 1, 0)).toISOString().slice(0, 10);
    const lastOnTime = daysAfter(to, 5);
    const due =
      index % 2 === 0
        ? ({ kind: 'before', date: daysAfter(lastOnTime, 1) } as const)
        : ({ kind: 'on', date: lastOnTime } as const);
    return { id, from: `${id}-01`, to, due, lastOnTime };
  });
}
