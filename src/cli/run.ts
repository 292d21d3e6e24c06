import type { Diagnostic } from '../model/diagnostic.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { quoteValue } from '../vi/text.ts';
import { programVersion } from '../workspace/assets.ts';
import { dayInVietnam, readDay } from '../workspace/clock.ts';
import { PATIENCE_MS } from '../workspace/output-lock.ts';
import type { FileReader } from '../workspace/read-files.ts';
import { watchedBy } from '../workspace/run-watch.ts';
import { diskRefusal, systemCode } from '../workspace/system-error.ts';
import { typedPath } from '../workspace/typed-path.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import type { Answer, Manner } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { countSeverities } from './finding-words.ts';
import { parseCommandLine, type Invocation, type TypedGlobals } from './program.ts';
import { REPORTERS } from './reporters/index.ts';
import { UsageError } from './usage-error.ts';
import { attendedVoice, loggingVoice, type Voice } from './voice.ts';

/** Everything the program takes from the machine; tests put their own in its place. */
export interface Surroundings {
  readonly cwd: string;
  readonly now: Date;
  readonly noColor: string | undefined;
  /** Whether stdout is a terminal. */
  readonly isTerminal: boolean;
  /** Whether any of the three streams is one, so that somebody follows the run; true when not said. */
  readonly hasTerminal?: boolean;
  /** Columns of the terminal that stderr is; undefined when it is none. */
  readonly errColumns?: number | undefined;
  /** The moment of a line of the log, and how long something takes; `now` when not given. */
  readonly clock?: () => Date;
  /** How many milliseconds to wait for another run that writes. */
  readonly patienceMs?: number;
  readonly read: FileReader;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

type CommandInvocation = Extract<Invocation, { readonly kind: 'command' }>;

function asOfDay(typed: string | undefined, now: Date): PlainDate {
  if (typed === undefined) return dayInVietnam(now);
  const day = readDay(typed);
  if (day !== undefined) return day;
  throw new UsageError(
    `Ngày chốt số liệu ${quoteValue(typed)} không phải là ngày có thật; viết như 2025-11-12 hoặc 12/11/2025`,
  );
}

function answerOf(invocation: CommandInvocation, surroundings: Surroundings, voice: Voice): Promise<Answer> {
  const { definition, globals, operands, options } = invocation;
  const { cwd, now, read, patienceMs = PATIENCE_MS } = surroundings;
  const directory = typedPath(cwd, globals.directory ?? '.');
  voice.begin(`tkcds ${programVersion()} ${definition.name}, thư mục ${quoteValue(directory)}`);
  const request = {
    globals: {
      directory,
      period: globals.period?.normalize('NFC'),
      asOf: asOfDay(globals.asOf, now),
      threshold: globals.strict === true ? ('warning' as const) : ('error' as const),
    },
    operands,
    options,
    cwd,
    now,
    read,
    commands: COMMANDS,
    notify: voice.notify,
  };
  return watchedBy({ ...voice.watch, patienceMs }, () => definition.load().then(({ run }) => run(request)));
}

/** Why a command could do nothing. */
interface Refusal {
  readonly message: string;
  readonly findings: readonly Diagnostic[];
  readonly isTemporary: boolean;
}

/** The answer of a command that could do nothing. */
function refused(command: string, exitCode: ExitCode, { message, findings, isTemporary }: Refusal): Answer {
  return {
    command,
    exitCode,
    diagnostics: findings,
    listed: findings,
    facts: { error: { message, isTemporary } },
    body: () => [],
    closing: () => [],
  };
}

async function print(answer: Answer, globals: TypedGlobals, surroundings: Surroundings): Promise<ExitCode> {
  const { noColor, isTerminal, out } = surroundings;
  const { makePaint, usesColor } = await import('./paint.ts');
  const manner: Manner = {
    paint: makePaint(usesColor({ isWanted: globals.color, noColor, isTerminal })),
    isQuiet: globals.quiet === true,
    programVersion: programVersion(),
  };
  const id = globals.json === true || answer.printed === 'json' ? 'json' : 'text';
  const reporter = await REPORTERS.find((definition) => definition.id === id)?.load();
  const text = reporter?.print(answer, manner) ?? '';
  if (text !== '') out(text);
  return answer.exitCode;
}

/** A refusal of the operating system that nobody put into words; it is the machine's, not the program's. */
function machineRefusal(error: unknown): Refusal | undefined {
  const code = systemCode(error);
  if (code === undefined || !(error instanceof Error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return path === undefined ? undefined : diskRefusal('đọc hoặc ghi', maskPersonalData(path), code);
}

/** An error that is the user's or the machine's to mend, or undefined for a fault of the program. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof WorkspaceError) return error;
  if (error instanceof UsageError) return { message: error.message, findings: [], isTemporary: false };
  return machineRefusal(error);
}

/** Says that the program itself is at fault, with what its makers need to mend it. */
export function reportFault(error: unknown, err: (text: string) => void): ExitCode {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(
    `${stack}\nĐây là lỗi của chương trình, không phải do tệp hay thao tác của bạn; hãy gửi nội dung trên cho người bảo trì.\n`,
  );
  return EXIT.fault;
}

const FAULT: Refusal = { message: 'Lỗi của chương trình', findings: [], isTemporary: false };

function voiceOf(globals: TypedGlobals, surroundings: Surroundings): Voice {
  const { now, clock = () => now, errColumns, err, hasTerminal = true } = surroundings;
  const situation = { isQuiet: globals.quiet === true, clock, columns: errColumns, err };
  return (globals.log ?? !hasTerminal) ? loggingVoice(situation) : attendedVoice(situation);
}

/** What is known of the common options when the command line could not be understood. */
function guessedGlobals(argv: readonly string[]): TypedGlobals {
  const log = argv.includes('--log') || (argv.includes('--no-log') ? false : undefined);
  return { color: true, json: argv.includes('--json'), ...(log === undefined ? {} : { log }) };
}

/** Runs the program on the words after its name and gives the exit code. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { out, err } = surroundings;
  let command = '';
  let globals = guessedGlobals(argv);
  let voice = voiceOf(globals, surroundings);
  const finish = async (answer: Answer): Promise<ExitCode> => {
    voice.pause();
    const code = await print(answer, globals, surroundings);
    return code;
  };
  try {
    const invocation = parseCommandLine(argv, programVersion());
    if (invocation.kind === 'text') {
      out(invocation.text);
      return EXIT.fine;
    }
    command = invocation.definition.name;
    globals = invocation.globals;
    voice = voiceOf(globals, surroundings);
    const answer = await answerOf(invocation, surroundings, voice);
    const code = await finish(answer);
    voice.end(code, countSeverities(answer.diagnostics));
    return code;
  } catch (error) {
    const refusal = refusalOf(error);
    const answer = refused(command, refusal === undefined ? EXIT.fault : EXIT.unable, refusal ?? FAULT);
    if (refusal === undefined) {
      voice.pause();
      reportFault(error, err);
      if (globals.json === true) await finish(answer);
    } else {
      await finish(answer);
      voice.refuse(refusal.message);
    }
    voice.end(answer.exitCode, countSeverities(answer.diagnostics));
    return answer.exitCode;
  }
}
