import { parse } from 'csv-parse/sync';
import { endOfQuoted, isWellQuoted, quotedFields } from './quotes.ts';
import type { SeparatedText, Separator } from './separator.ts';

/** A quoted field may go on over so many lines. */
const LINES_OF_A_RECORD = 50;
/**
 * The library makes an error object for each record that has not as many fields as the first; in a longer text the records
 * whose quotes are all in place are taken apart here.
 */
const LINES_AT_ONCE = 5_000;
/** In a text with more lines whose quotes are misplaced, quotes mean nothing. */
const MISQUOTED_LINES = 10_000;

function parsed(text: string, separator: Separator, isLenient: boolean): readonly string[][] | undefined {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: isLenient,
    });
  } catch {
    return undefined; // the parser throws exactly on misplaced quotes, having no other demands
  }
}

/** How many lines from there belong together because a quote is opened in the first and properly closed in the last. */
function quotedLines(lines: readonly string[], from: number, separator: Separator): number {
  const end = Math.min(lines.length, from + LINES_OF_A_RECORD);
  for (let at = from + 1; at < end; at++) {
    const line = lines[at] ?? '';
    const closed = endOfQuoted(line, 0);
    if (closed === -1) continue;
    const isClosed = closed === line.length || line[closed] === separator;
    return isClosed && isWellQuoted(`"${line}`, separator) ? at - from + 1 : 1;
  }
  return 1;
}

/** Line by line, so that a stray quote spoils its own line only: there it is an ordinary character. */
function* recovered({ lines, separator }: SeparatedText): Generator<readonly string[]> {
  let misquoted = 0;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const count = isWellQuoted(line, separator) ? 1 : quotedLines(lines, at, separator);
    const record = count === 1 ? line : lines.slice(at, at + count).join('\n');
    if (isWellQuoted(record, separator)) {
      yield quotedFields(record, separator);
      at += count;
      continue;
    }
    misquoted++;
    const lenient = misquoted > MISQUOTED_LINES ? undefined : parsed(line, separator, true)?.[0];
    yield lenient ?? line.split(separator);
    at++;
  }
}

/**
 * The rows of the table, one for each record, as Excel numbers them: a blank line is a blank row, a record that goes on over
 * several lines is one row. A quote that is never closed, or stands inside a field, is an ordinary character of its own line,
 * so that it swallows nothing.
 */
export function* recordsOf(table: SeparatedText): Generator<readonly string[]> {
  const { lines, separator } = table;
  if (!lines.some((line) => line.includes('"'))) {
    for (const line of lines) yield line.split(separator);
    return;
  }
  const whole = lines.length > LINES_AT_ONCE ? undefined : parsed(lines.join('\n'), separator, false);
  yield* whole ?? recovered(table);
}
