import { relative } from 'node:path';
import { confirmCommand } from '../pipeline.ts';
import { formatDate } from '../vi/date.ts';
import { formatInteger } from '../vi/number.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import type { ConfirmedWords } from '../workspace/confirm-words.ts';
import { CONFIRMATIONS_FILE, type ConfirmationEntry } from '../workspace/confirmations.ts';
import { meaningWords } from '../workspace/confirmed-meaning.ts';
import type { OpenSuggestion } from '../workspace/open-suggestions.ts';
import type { Request } from './command.ts';
import { shownName } from './finding-words.ts';
import type { Paint } from './paint.ts';

/** Files named in a line; of more, how many. */
const FILES_NAMED = 3;

/** The command to copy, with what the user had to say to be in this folder and round. */
export function commandFor({ words, meaning }: OpenSuggestion, { globals, cwd }: Request): string | undefined {
  const command = confirmCommand(words, meaning);
  const folder = relative(cwd, globals.directory);
  const options = [
    ...(folder === '' ? [] : [`-C "${folder}"`]),
    ...(globals.period === undefined ? [] : [`--period "${globals.period}"`]),
  ];
  return command === undefined ? undefined : [command, ...options].join(' ');
}

function confirmedLine({ written, means, directive, confirmedOn }: ConfirmationEntry): string {
  const remarks = [
    ...(directive === undefined ? [] : [directive]),
    ...(confirmedOn === undefined ? [] : [formatDate(confirmedOn)]),
  ];
  return `  ${quoteValue(written)} là ${quoteValue(means)}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
}

function openLines(open: OpenSuggestion, request: Request): readonly string[] {
  const { words, meaning, files } = open;
  const named = files.slice(0, FILES_NAMED).map(shownName);
  const more = files.length > named.length ? [`${formatInteger(files.length - named.length)} tệp khác`] : [];
  const command = commandFor(open, request);
  return [
    `  ${quoteValue(words)} trong ${joinWords([...named, ...more])}: có phải là ${meaningWords(meaning)}?`,
    ...(command === undefined ? [] : [`      ${command}`]),
  ];
}

/** Everything that has been settled, and what is open. */
export function listLines(
  confirmed: readonly ConfirmationEntry[],
  open: readonly OpenSuggestion[],
  request: Request,
  paint: Paint,
): readonly string[] {
  return [
    paint.strong(`Đã xác nhận (${CONFIRMATIONS_FILE}): ${formatInteger(confirmed.length)}`),
    ...confirmed.map(confirmedLine),
    '',
    paint.strong(`Chưa xác nhận: ${formatInteger(open.length)}`),
    ...open.flatMap((each) => openLines(each, request)),
  ];
}

/** What became of the words. */
export function resultLine({ words, meaning, state }: ConfirmedWords): string {
  const pair = `${quoteValue(words)} là ${meaningWords(meaning)}`;
  switch (state) {
    case 'added':
      return `Đã ghi vào ${CONFIRMATIONS_FILE}: ${pair}`;
    case 'known':
      return `Đã có trong ${CONFIRMATIONS_FILE}: ${pair}; không ghi thêm`;
    case 'understood':
      return `Không cần xác nhận: ${pair}, chương trình đã hiểu như vậy`;
  }
}
