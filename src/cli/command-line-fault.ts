import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { UsageError } from './usage-error.ts';

/** What of commander's error is used: its code, and the words it quotes. */
interface CommandLineError {
  readonly code: string;
  readonly message: string;
}

interface Known {
  readonly commands: readonly string[];
  readonly flags: readonly string[];
}

type Wording = (word: string, known: Known) => string;

const noCommand: Wording = (word, { commands }) => `Không có lệnh ${quoteValue(word)}${didYouMean(word, commands)}`;

const WORDINGS: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': (word, { flags }) => `Không có tùy chọn ${quoteValue(word)}${didYouMean(word, flags)}`,
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
