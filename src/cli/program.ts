import { Command, CommanderError } from 'commander';
import type { CommandDefinition } from './command.ts';
import { commandLineFault, type Known } from './command-line-fault.ts';
import { COMMANDS } from './commands/index.ts';
import { GLOBAL_OPTIONS, HELP_OPTION, VERSION_OPTION } from './global-options.ts';
import { VIETNAMESE_HELP } from './vietnamese-help.ts';

/** The options that every command takes, as typed. */
export interface TypedGlobals {
  readonly directory?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Undefined: a log when nobody follows the run at a terminal. */
  readonly log?: boolean;
  readonly color: boolean;
  readonly strict?: boolean;
}

/** What the command line asks for: a command, or a text (help, version) to print. */
export type Invocation =
  | {
      readonly kind: 'command';
      readonly definition: CommandDefinition;
      readonly globals: TypedGlobals;
      readonly operands: readonly string[];
      readonly options: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'text'; readonly text: string };

const EXIT_CODES =
  'Mã thoát: 0 ổn · 1 có lỗi trong báo cáo (kết quả vẫn được ghi) · 2 không làm được, không ghi gì · 70 lỗi của chương trình · 130 bị ngắt';

function addGlobals(program: Command, version: string): void {
  program
    .name('tkcds')
    .description('Thu, kiểm tra, tổng hợp báo cáo chuyển đổi số của các đơn vị và viết báo cáo của xã')
    .usage('[tùy chọn] <lệnh>')
    .version(version, VERSION_OPTION.flags, VERSION_OPTION.description)
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .helpCommand('help [LỆNH]', 'in trợ giúp của một lệnh')
    .addHelpText('after', `\n${EXIT_CODES}`)
    .configureHelp(VIETNAMESE_HELP)
    .showSuggestionAfterError(false)
    .exitOverride();
  for (const { flags, description } of GLOBAL_OPTIONS) program.option(flags, description);
}

/** The values of the command's own options, each as a list. */
function ownOptions(command: Command): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(command.opts<Record<string, true | string | readonly string[]>>());
  const words = (value: true | string | readonly string[]): readonly string[] => {
    if (value === true) return [];
    return typeof value === 'string' ? [value] : value;
  };
  return Object.fromEntries(entries.map(([name, value]) => [name, words(value)]));
}

function addCommand(program: Command, definition: CommandDefinition, invoke: (invocation: Invocation) => void): void {
  const { name, summary, operands, options, examples } = definition;
  const command = program
    .command(name)
    .description(summary)
    .usage(['[tùy chọn]', ...operands.map(({ term }) => term)].join(' '))
    .helpOption(HELP_OPTION.flags, HELP_OPTION.description)
    .allowExcessArguments(false)
    .addHelpText('after', `\nVí dụ:\n${examples.map((example) => `  ${example}`).join('\n')}`);
  for (const { term, description } of operands) command.argument(term, description);
  for (const { flags, description } of options) {
    const option = command.createOption(flags, description);
    option.variadic = flags.endsWith('...>'); // commander sees it only after an unaccented letter
    command.addOption(option);
  }
  command.action(() => {
    const globals = program.opts<TypedGlobals>();
    invoke({ kind: 'command', definition, globals, operands: command.args, options: ownOptions(command) });
  });
}

function fault(error: CommanderError, program: Command, argv: readonly string[]): Error {
  const flagsOf = ({ options }: Command): readonly string[] => options.map(({ long }) => long ?? '');
  const name = argv.find((word) => program.commands.some((one) => one.name() === word));
  const typed = program.commands.find((one) => one.name() === name);
  const known: Known = {
    commands: COMMANDS.map(({ name }) => name),
    command: typed?.name() ?? '',
    flags: [program, ...(typed === undefined ? program.commands : [typed])].flatMap(flagsOf),
    takers: (flag) =>
      typed === undefined ? [] : program.commands.filter((one) => flagsOf(one).includes(flag)).map((one) => one.name()),
  };
  if (error.code !== 'commander.help') return commandLineFault(error, known);
  return commandLineFault({ code: error.code, message: `'${argv.at(-1) ?? ''}'` }, known);
}

/** Understands the words after the program's name; prints nothing. Throws a UsageError. */
export function parseCommandLine(argv: readonly string[], version: string): Invocation {
  const program = new Command();
  let printed = '';
  let invocation: Invocation | undefined;
  const print = (text: string): void => {
    printed += text;
  };
  program.configureOutput({ writeOut: print, writeErr: print, outputError: () => undefined });
  addGlobals(program, version);
  for (const definition of COMMANDS) {
    addCommand(program, definition, (found) => {
      invocation = found;
    });
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const isHelp = error.code === 'commander.help' && argv.find((word) => !word.startsWith('-')) !== 'help';
    if (error.exitCode !== 0 && !isHelp) throw fault(error, program, argv);
  }
  return invocation ?? { kind: 'text', text: printed };
}
