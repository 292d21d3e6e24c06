const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/u;

/** The number that a file writes for programs (a dot, no grouping); undefined for anything else, and beyond what is finite. */
export function numberOf(written: string): number | undefined {
  const text = written.trim();
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

const ERROR_CODES: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#GETTING_DATA',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
]);

/** The error that a cell shows with that text, or undefined. */
export function errorCodeOf(text: string): string | undefined {
  const code = text.trim();
  return ERROR_CODES.has(code) ? code : undefined;
}
