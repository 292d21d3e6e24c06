import { formatInteger } from '../vi/number.ts';
import { displayWidth } from './display-width.ts';

/** The terminal that a progress line is drawn on. */
export interface ProgressTerminal {
  /** Undefined when stderr is no terminal: then nothing is drawn. */
  readonly columns: number | undefined;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  readonly write: (text: string) => void;
}

/** One line that says what is under way, drawn over itself. */
export interface ProgressLine {
  /** `done` of `total`, when it can be counted. */
  readonly show: (activity: string, done?: number, total?: number) => void;
  /** Takes the line away, so that other text can be printed. */
  readonly clear: () => void;
}

/** Shorter runs need no progress. */
const SHOWN_AFTER_MS = 1000;
/** So often at most: a line redrawn faster cannot be read. */
const REDRAWN_AFTER_MS = 100;

/** Some terminals do not know their width and say 0. */
const USUAL_COLUMNS = 80;

function cutTo(text: string, width: number): string {
  let result = text;
  while (result !== '' && displayWidth(result) > width) result = result.slice(0, -1);
  return result;
}

/** A progress line for a run that begins now. It uses no colours and no control sequences but the carriage return. */
export function makeProgressLine({ columns, clock, write }: ProgressTerminal): ProgressLine {
  const began = clock();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = '';
  const draw = (text: string): void => {
    const blanks = ' '.repeat(Math.max(0, displayWidth(drawn) - displayWidth(text)));
    write(`\r${text}${blanks}${text === '' ? '\r' : ''}`);
    drawn = text;
  };
  return {
    show: (activity, done, total) => {
      const now = clock();
      if (columns === undefined || now - began < SHOWN_AFTER_MS) return;
      const isSame = drawn.startsWith(activity);
      if (isSame && now - drawnAt < REDRAWN_AFTER_MS) return;
      const count = done === undefined || total === undefined ? '' : ` ${formatInteger(done)}/${formatInteger(total)}`;
      drawnAt = now;
      const text = cutTo(`${activity}${count} …`, (columns > 1 ? columns : USUAL_COLUMNS) - 1);
      if (text !== drawn) draw(text);
    },
    clear: () => {
      if (drawn !== '') draw('');
    },
  };
}
