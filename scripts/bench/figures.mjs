// The figures that both programs must find, out of what each of them wrote.
import { isDeepStrictEqual } from 'node:util';

/** Out of tkcds' bao-cao.json, by the indicators' codes as the peer has them. `codes`: from indicator ids. */
export function figuresOfProgram({ rates, coverages, totals, compliance }, codes) {
  const [{ ratio, countedUnitCount }] = coverages;
  // Nothing counted and nothing to count is the same to the peer.
  const counted = totals.filter((total) => total.countedUnitCount > 0);
  const sums = counted.map((total) => [
    `${codes.get(total.indicator)}/${total.unitType}`,
    [total.value, total.countedUnitCount],
  ]);
  const tasks = compliance.flatMap((group) => group.tasks);
  const answered = tasks.filter(({ counts }) => counts.completed + counts['in-progress'] + counts['not-started'] > 0);
  return {
    expected: rates.overall.expected,
    received: rates.overall.received,
    onTime: rates.overall.onTime,
    coverage: { numerator: ratio.numerator, denominator: ratio.denominator, counted: countedUnitCount },
    totals: Object.fromEntries(sums),
    completed: Object.fromEntries(answered.map(({ task, counts }) => [task, counts.completed])),
  };
}

/** Lines that say where two sets of figures differ; none when they are the same. */
export function differences(ours, theirs) {
  const flat = (figures) =>
    new Map(
      Object.entries(figures).flatMap(([name, value]) =>
        typeof value === 'number'
          ? [[name, value]]
          : Object.entries(value).map(([part, number]) => [`${name}.${part}`, number]),
      ),
    );
  const [a, b] = [flat(ours), flat(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => !isDeepStrictEqual(a.get(name), b.get(name)))
    .map((name) => `${name}: tkcds ${JSON.stringify(a.get(name))}, kịch bản so sánh ${JSON.stringify(b.get(name))}`);
}
