import { didYouMean } from '../vi/suggest.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { UsageError } from './usage-error.ts';

/** What of commander's error is used: its code, and the words it quotes. */
interface CommandLineError {
  readonly code: string;
  readonly message: string;
}

/** What there is that can be typed. */
export interface Known {
  readonly commands: readonly string[];
  /** The command that was typed; '' when there is none. */
  readonly command: string;
  /** The options that this command takes. */
  readonly flags: readonly string[];
  /** The commands that take an option which this one does not. */
  readonly takers: (flag: string) => readonly string[];
}

type Wording = (word: string, known: Known) => string;

const noCommand: Wording = (word, { commands }) => `Không có lệnh ${quoteValue(word)}${didYouMean(word, commands)}`;

/** The option of other commands that people try where the result is asked for as JSON. */
const FORMAT_FLAG = '--format';

/** An option that there is not, or not for this command. */
const noOption: Wording = (word, { command, flags, takers }) => {
  const [flag = word] = word.split('=');
  const others = takers(flag);
  if (others.length === 0) return `Không có tùy chọn ${quoteValue(flag)}${didYouMean(flag, flags)}`;
  const json = flag === FORMAT_FLAG ? ', muốn kết quả dạng JSON thì dùng --json' : '';
  return `Lệnh ${quoteValue(command)} không có tùy chọn ${quoteValue(flag)} (chỉ có ở ${joinWords(others)})${json}`;
};

const WORDINGS: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': noOption,
  'commander.unknownCommand': noCommand,
  'commander.help': noCommand,
  'commander.missingArgument': (word) => `Thiếu đối số “${word}”`,
  'commander.optionMissingArgument': (word) => `Tùy chọn “${word}” thiếu giá trị`,
  'commander.excessArguments': (word) => `Lệnh ${quoteValue(word)} có thừa đối số`,
};

/** Commander's error as one Vietnamese sentence; its own texts are English. */
export function commandLineFault({ code, message }: CommandLineError, known: Known): UsageError {
  const word = /'([^']*)'/u.exec(message)?.[1] ?? '';
  const sentence = WORDINGS[code]?.(word, known) ?? 'Dòng lệnh viết chưa đúng';
  return new UsageError(`${sentence}; xem “tkcds --help”`);
}
