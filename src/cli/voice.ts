import { formatDecimal } from '../vi/number.ts';
import { momentInVietnam } from '../workspace/clock.ts';
import type { RunWatch } from '../workspace/run-watch.ts';
import { EXIT, meaningOf, type ExitCode } from './exit-code.ts';
import { countWords, type SeverityCounts } from './finding-words.ts';
import { makeProgressLine } from './progress-line.ts';

/** How a run speaks on stderr beside its result. */
export interface Voice {
  readonly watch: Pick<RunWatch, 'progress' | 'step'>;
  readonly begin: (words: string) => void;
  /** Something that is no result. */
  readonly notify: (line: string) => void;
  /** Why the command could do nothing. */
  readonly refuse: (message: string) => void;
  /** Before anything is printed on stdout. */
  readonly pause: () => void;
  readonly end: (code: ExitCode, counts: SeverityCounts) => void;
}

/** What a voice needs of the machine. */
export interface VoiceSituation {
  readonly isQuiet: boolean;
  readonly clock: () => Date;
  /** Columns of the terminal that stderr is; undefined when it is none. */
  readonly columns: number | undefined;
  readonly err: (text: string) => void;
}

/** For a person: notices, one sentence of refusal, and a progress line while it takes long. */
export function attendedVoice({ isQuiet, clock, columns, err }: VoiceSituation): Voice {
  const line = makeProgressLine({ columns: isQuiet ? undefined : columns, clock: () => clock().getTime(), write: err });
  const say = (text: string): void => {
    line.clear();
    err(`${text}\n`);
  };
  return {
    watch: { step: () => undefined, progress: line.show },
    begin: () => undefined,
    notify: (text) => {
      if (!isQuiet) say(text);
    },
    refuse: (message) => say(`tkcds: ${message}`),
    pause: line.clear,
    end: line.clear,
  };
}

type Level = 'lỗi' | 'cảnh báo' | 'tin';

function levelOf(code: ExitCode): Level {
  if (code === EXIT.fine) return 'tin';
  return code === EXIT.findings ? 'cảnh báo' : 'lỗi';
}

/**
 * For a run that nobody watches: one line for each step, `<moment in Việt Nam> | <level> | <step> | <words>`; --quiet leaves only what
 * somebody must look at.
 */
export function loggingVoice({ isQuiet, clock, err }: VoiceSituation): Voice {
  const began = clock().getTime();
  const log = (level: Level, step: string, words: string): void => {
    if (isQuiet && level === 'tin') return;
    err(`${momentInVietnam(clock())} | ${level} | ${step} | ${words.replaceAll(/\s+/gu, ' ').trim()}\n`);
  };
  return {
    watch: { step: (step, words) => log('tin', step, words), progress: () => undefined },
    begin: (words) => log('tin', 'bắt đầu', words),
    notify: (line) => log('tin', 'thông báo', line),
    refuse: (message) => log('lỗi', 'không làm được', message),
    pause: () => undefined,
    end: (code, counts) => {
      const seconds = formatDecimal(Math.round((clock().getTime() - began) / 100) / 10);
      const words = `mã thoát ${code} (${meaningOf(code).words}); ${countWords(counts)}; ${seconds} giây`;
      log(levelOf(code), 'kết thúc', words);
    },
  };
}
