import { stripVTControlCharacters } from 'node:util';
import type { Argument, HelpConfiguration } from 'commander';
import { displayWidth } from './display-width.ts';

/** Commander's headings, which cannot be set one by one. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Các lệnh:',
};

function argumentWord(argument: Argument): string {
  const word = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${word}>` : `[${word}]`;
}

/** Help in Vietnamese, aligned by what the terminal shows. */
export const VIETNAMESE_HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth: (text) => displayWidth(stripVTControlCharacters(text)),
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentWord)].join(' '),
  optionDescription: (option) => option.description,
  argumentDescription: (argument) => argument.description,
};
