import type { Answer } from '../../model/located.ts';
import type { Arrival, Submission } from '../../model/submission.ts';

/** The parts of a unit's report from two tables of the file, or undefined when both answer the same question. */
function joined(first: Submission, second: Submission): Submission | undefined {
  const asked = new Set([
    ...first.indicators.map(({ indicator }) => `indicator ${indicator}`),
    ...first.tasks.map(({ task }) => `task ${task}`),
  ]);
  const isAgain =
    second.indicators.some(({ indicator }) => asked.has(`indicator ${indicator}`)) ||
    second.tasks.some(({ task }) => asked.has(`task ${task}`));
  if (isAgain) return undefined;
  const filled = <T>(a: Answer<T>, b: Answer<T>): Answer<T> => (a.kind === 'absent' ? b : a);
  return {
    ...first,
    part: first.part === second.part ? first.part : `${first.part} và ${second.part}`,
    hasReporter: first.hasReporter || second.hasReporter,
    hasPhone: first.hasPhone || second.hasPhone,
    reportedOn: filled(first.reportedOn, second.reportedOn),
    countedOn: filled(first.countedOn, second.countedOn),
    missingSheets: first.missingSheets.filter((sheet) => second.missingSheets.includes(sheet)),
    tasks: [...first.tasks, ...second.tasks],
    indicators: [...first.indicators, ...second.indicators],
    opinions: [...first.opinions, ...second.opinions],
    personalData: [...first.personalData, ...second.personalData],
  };
}

/** Puts the tables together: numbers in one and tasks in another are one report; the same question twice is two. */
export function combined(tables: readonly (readonly Arrival[])[]): readonly Arrival[] {
  const result: Arrival[] = [];
  for (const arrivals of tables) {
    const before = [...result];
    for (const arrival of arrivals) {
      const { submission } = arrival;
      const index = before.findIndex(({ unit }) => unit !== undefined && unit.id === arrival.unit?.id);
      const earlier = result[index]?.submission;
      const whole = earlier === undefined || submission === undefined ? undefined : joined(earlier, submission);
      if (whole === undefined) result.push(arrival);
      else result[index] = { ...arrival, submission: whole };
    }
  }
  return result;
}
