import { Command, CommanderError } from 'commander';
import type { CommandDefinition } from './command.ts';
import { commandLineFault } from './command-line-fault.ts';
import { COMMANDS } from './commands/index.ts';
import { VIETNAMESE_HELP } from './vietnamese-help.ts';

/** The options that every command takes, as typed. */
export interface TypedGlobals {
  readonly directory?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
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
    .version(version, '-V, --version', 'in số phiên bản')
    .helpOption('-h, --help', 'in trợ giúp')
    .helpCommand('help [LỆNH]', 'in trợ giúp của một lệnh')
    .option('-C, --directory <THƯ_MỤC>', 'thư mục làm việc (mặc định: thư mục hiện tại)')
    .option('--period <KỲ>', 'kỳ báo cáo, hoặc previous: kỳ vừa kết thúc (mặc định: kỳ đang nhận báo cáo)')
    .option('--as-of <NGÀY>', 'ngày chốt số liệu, 2025-11-12 hoặc 12/11/2025 (mặc định: hôm nay)')
    .option('--json', 'in kết quả dạng JSON')
    .option('--quiet', 'chỉ in kết quả, không in thông báo và tóm tắt')
    .option('--no-color', 'không dùng màu')
    .option('--strict', 'coi cảnh báo như lỗi khi tính mã thoát')
    .addHelpText('after', `\n${EXIT_CODES}`)
    .configureHelp(VIETNAMESE_HELP)
    .showSuggestionAfterError(false)
    .exitOverride();
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
    .helpOption('-h, --help', 'in trợ giúp')
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
  const flags = [program, ...program.commands].flatMap(({ options }) => options.map(({ long }) => long ?? ''));
  const known = { commands: COMMANDS.map(({ name }) => name), flags: [...new Set(flags)] };
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
