import type { Diagnostic } from '../model/diagnostic.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { FileReader } from '../workspace/read-files.ts';
import type { ExitCode } from './exit-code.ts';
import type { JsonObject } from '../pipeline.ts';
import type { Paint } from './paint.ts';

/** What the options that every command takes say. */
export interface GlobalOptions {
  /** -C: the workspace; the current folder when not given. */
  readonly directory: string;
  /** --period; undefined for the current one. */
  readonly period: string | undefined;
  /** --as-of; today in Việt Nam when not given. */
  readonly asOf: PlainDate;
  /** --strict makes warnings count. */
  readonly threshold: 'error' | 'warning';
}

/** What a command is asked to do. */
export interface Request {
  readonly globals: GlobalOptions;
  /** The words after the command that are no options. */
  readonly operands: readonly string[];
  /** The command's own options by long name; one that takes no value has an empty list, one that takes a value at least one. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** The folder in which the user typed the command. */
  readonly cwd: string;
  /** The present moment, for records; nothing is decided by it. */
  readonly now: Date;
  /** Reads what arrived. */
  readonly read: FileReader;
  /** Every command, for one that speaks of the others. */
  readonly commands: readonly CommandDefinition[];
  /** Tells the user something that is no result, on stderr. */
  readonly notify: (line: string) => void;
}

/** What a command found and did; a reporter prints it. */
export interface Answer {
  readonly command: string;
  readonly exitCode: ExitCode;
  /** Everything that was found, for JSON and for the counts. */
  readonly diagnostics: readonly Diagnostic[];
  /** What of it the text shows one by one. */
  readonly listed: readonly Diagnostic[];
  /** The fields of the JSON output that are the command's own. */
  readonly facts: JsonObject;
  /** The result as lines of text. */
  readonly body: (paint: Paint) => readonly string[];
  /** Summary and next step; left out by --quiet. */
  readonly closing: (paint: Paint) => readonly string[];
  /** What the command's own --format asks for, unless --json does: `json`, or a text that is printed as it is. */
  readonly printed?: 'json' | { readonly verbatim: string };
}

/** What a file of commands/ exports. */
export interface CommandModule {
  readonly run: (request: Request) => Promise<Answer>;
}

/** An option as the command line knows it. */
export interface OptionDefinition {
  /** As commander reads them: `-o, --out <TỆP>`. */
  readonly flags: string;
  readonly description: string;
  /** Every word that its value can be, when they are few; offered by the shell. */
  readonly values?: readonly string[];
}

/** A command as the command line knows it; the code is loaded when it is called. */
export interface CommandDefinition {
  readonly name: string;
  /** Vietnamese, one line, lower case at the start as in the list of commands. */
  readonly summary: string;
  /** Such as `[THƯ_MỤC]`, `[TỆP...]`, `<MÃ>`, in order. */
  readonly operands: readonly {
    readonly term: string;
    readonly description: string;
    /** Every word that it can be, when they are few; offered by the shell. */
    readonly values?: readonly string[];
  }[];
  readonly options: readonly OptionDefinition[];
  readonly examples: readonly string[];
  readonly load: () => Promise<CommandModule>;
}

/** A way to print an answer as the command line knows it; the code is loaded when it is used. */
export interface ReporterDefinition {
  readonly id: string;
  readonly load: () => Promise<Reporter>;
}

/** A way to print an answer. */
export interface Reporter {
  readonly print: (answer: Answer, manner: Manner) => string;
}

export interface Manner {
  readonly paint: Paint;
  readonly isQuiet: boolean;
  readonly programVersion: string;
}
