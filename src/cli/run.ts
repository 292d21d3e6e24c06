import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { quoteValue } from '../vi/text.ts';
import { programVersion } from '../workspace/assets.ts';
import { dayInVietnam, readDay } from '../workspace/clock.ts';
import type { FileReader } from '../workspace/read-files.ts';
import { WorkspaceError } from '../workspace/workspace-error.ts';
import type { Answer, Manner } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { makePaint, usesColor } from './paint.ts';
import { parseCommandLine, type Invocation, type TypedGlobals } from './program.ts';
import { REPORTERS } from './reporters/index.ts';
import { UsageError } from './usage-error.ts';

/** Everything the program takes from the machine; tests put their own in its place. */
export interface Surroundings {
  readonly cwd: string;
  readonly now: Date;
  readonly noColor: string | undefined;
  readonly isTerminal: boolean;
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

function answerOf(invocation: CommandInvocation, surroundings: Surroundings): Promise<Answer> {
  const { definition, globals, operands, options } = invocation;
  const { cwd, now, err, read } = surroundings;
  const request = {
    globals: {
      directory: resolve(cwd, globals.directory ?? '.'),
      period: globals.period?.normalize('NFC'),
      asOf: asOfDay(globals.asOf, now),
      threshold: globals.strict === true ? ('warning' as const) : ('error' as const),
    },
    operands,
    options,
    cwd,
    now,
    read,
    notify: (line: string): void => {
      if (globals.quiet !== true) err(`${line}\n`);
    },
  };
  return definition.load().then(({ run }) => run(request));
}

/** The answer of a command that could do nothing. */
function refusal(command: string, message: string, findings: readonly Diagnostic[]): Answer {
  return {
    command,
    exitCode: EXIT.unable,
    diagnostics: findings,
    listed: findings,
    facts: { error: { message } },
    body: () => [],
    closing: () => [],
  };
}

async function print(answer: Answer, globals: TypedGlobals, surroundings: Surroundings): Promise<ExitCode> {
  const { noColor, isTerminal, out } = surroundings;
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

/** The sentence of an error that is the user's to mend, or undefined for a fault of the program. */
function sentenceOf(
  error: unknown,
): { readonly message: string; readonly findings: readonly Diagnostic[] } | undefined {
  if (error instanceof WorkspaceError) return error;
  return error instanceof UsageError ? { message: error.message, findings: [] } : undefined;
}

/** Says that the program itself is at fault, with what its makers need to mend it. */
export function reportFault(error: unknown, err: (text: string) => void): ExitCode {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(
    `${stack}\nĐây là lỗi của chương trình, không phải do tệp hay thao tác của bạn; hãy gửi nội dung trên cho người bảo trì.\n`,
  );
  return EXIT.fault;
}

/** Runs the program on the words after its name and gives the exit code. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { out, err } = surroundings;
  let command = '';
  let globals: TypedGlobals = { color: true, json: argv.includes('--json') };
  try {
    const invocation = parseCommandLine(argv, programVersion());
    if (invocation.kind === 'text') {
      out(invocation.text);
      return EXIT.fine;
    }
    command = invocation.definition.name;
    globals = invocation.globals;
    return await print(await answerOf(invocation, surroundings), globals, surroundings);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) return reportFault(error, err);
    const code = await print(refusal(command, sentence.message, sentence.findings), globals, surroundings);
    err(`tkcds: ${sentence.message}\n`);
    return code;
  }
}
