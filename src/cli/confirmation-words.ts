import { relative } from 'node:path';
import { confirmCommand } from '../pipeline.ts';
import { formatDate } from '../vi/date.ts';
import { formatInteger } from '../vi/number.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import type { ConfirmedWords } from '../workspace/confirm-words.ts';
import { CONFIRMATIONS_FILE, type ConfirmationEntry } from '../workspace/confirmations.ts';
import { meaningWords } from '../workspace/confirmed-meaning.ts';
import type { OpenRound } from '../workspace/open-round.ts';
import type { OpenSuggestion } from '../workspace/open-suggestions.ts';
import type { Request } from './command.ts';
import { shownName } from './finding-words.ts';
import type { Paint } from './paint.ts';
import { periodWords } from './required-period.ts';

/** Files named in a line; of more, how many. */
const FILES_NAMED = 3;

/** The command to copy, with what the user had to say to be in this folder and round. */
export function commandFor(
  { words, meaning }: OpenSuggestion,
  request: Request,
  opened: OpenRound,
): string | undefined {
  const { globals, cwd } = request;
  const command = confirmCommand(words, meaning);
  const folder = relative(cwd, globals.directory);
  const place = folder === '' ? '' : ` -C "${folder}"`;
  return command === undefined ? undefined : `${command}${place}${periodWords(request, opened)}`;
}

function confirmedLine({ written, means, directive, confirmedOn }: ConfirmationEntry): string {
  const remarks = [
    ...(directive === undefined ? [] : [directive]),
    ...(confirmedOn === undefined ? [] : [formatDate(confirmedOn)]),
  ];
  return `  ${quoteValue(written)} là ${quoteValue(means)}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
}

function openLines(open: OpenSuggestion, request: Request, opened: OpenRound): readonly string[] {
  const { words, meaning, files } = open;
  const named = files.slice(0, FILES_NAMED).map(shownName);
  const more = files.length > named.length ? [`${formatInteger(files.length - named.length)} tệp khác`] : [];
  const command = commandFor(open, request, opened);
  return [
    `  ${quoteValue(words)} trong ${joinWords([...named, ...more])}: có phải là ${meaningWords(meaning)}?`,
    ...(command === undefined ? [] : [`      ${command}`]),
  ];
}

/** Everything that has been settled, and what is open. */
export function listLines(
  open: readonly OpenSuggestion[],
  request: Request,
  opened: OpenRound,
  paint: Paint,
): readonly string[] {
  return [
    paint.strong(`Đã xác nhận (${CONFIRMATIONS_FILE}): ${formatInteger(opened.confirmations.length)}`),
    ...opened.confirmations.map(confirmedLine),
    '',
    paint.strong(`Chưa xác nhận: ${formatInteger(open.length)}`),
    ...open.flatMap((each) => openLines(each, request, opened)),
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
