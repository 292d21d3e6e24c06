// The results as Markdown, in Vietnamese, as they stand in the README.

const number = (value, digits) =>
  new Intl.NumberFormat('vi-VN', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** `6.000` */
export const formatCount = (value) => number(value, 0);

const seconds = (value) => (value === undefined ? '–' : `${number(value, 2)} s`);
const megabytes = (value) => (value === undefined ? '–' : `${number(value, 0)} MB`);
const ratio = (value, base) => (value === undefined || base === undefined ? '–' : `${number(value / base, 1)}×`);

function table(headings, rows) {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The rows of one race; the first contestant is the measure: how many times as long the others take, by the clock and the processor. */
export function raceRows(job, results) {
  const [[, base]] = results;
  return [...results].map(([name, result]) => [
    ...[job, name, seconds(result.median), seconds(result.least), seconds(result.cpu), megabytes(result.megabytes)],
    ...[ratio(result.median, base.median), ratio(result.least, base.least), ratio(result.cpu, base.cpu)],
  ]);
}

/** The table of all races. */
export function raceTable(rows) {
  const times = ['Trung vị', 'Nhanh nhất', 'CPU', 'Bộ nhớ'];
  return table(['Việc', 'Chương trình', ...times, 'Gấp (trung vị)', 'Gấp (nhanh nhất)', 'Gấp (CPU)'], rows);
}

/** The table of the edge cases: name, result, what is wanted. */
export function edgeTable(cases) {
  return table(
    ['Trường hợp', 'Trung vị', 'CPU', 'Bộ nhớ', 'Mục tiêu'],
    cases.map(([name, { median, cpu, megabytes: peak }, goal]) => [
      name,
      seconds(median),
      seconds(cpu),
      megabytes(peak),
      goal,
    ]),
  );
}
