import type { CommandDefinition, OptionDefinition } from '../command.ts';
import { GLOBAL_OPTIONS, HELP_OPTION, VERSION_OPTION } from '../global-options.ts';

/** What a shell offers after `tkcds`; a command that stands for none is ''. */
export interface Offers {
  readonly commands: readonly string[];
  /** Options that take the next word as their value, whatever it is. */
  readonly withValue: readonly string[];
  /** Those of them whose value is a folder. */
  readonly withFolder: readonly string[];
  /** The options of a command, by its name; before a command those that every command takes. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** The values of an option, by `command option`; without a command for those that every command takes. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The words that a command itself takes, by its name. */
  readonly operands: ReadonlyMap<string, readonly string[]>;
}

/** Commander's own command, which is in no registry. */
const HELP = 'help';

/** `-C, --directory <THƯ_MỤC>` as `-C`, `--directory`. */
function flagsOf({ flags }: OptionDefinition): readonly string[] {
  return flags.split(/[ ,]+/u).filter((word) => word.startsWith('-'));
}

function valuesOf(
  command: string,
  options: readonly OptionDefinition[],
): readonly (readonly [string, readonly string[]])[] {
  return options.flatMap((option) =>
    option.values === undefined
      ? []
      : flagsOf(option).map((flag) => [`${command} ${flag}`, option.values ?? []] as const),
  );
}

/** What there is to offer, from the registry of commands. */
export function offersOf(commands: readonly CommandDefinition[]): Offers {
  const names = [...commands.map(({ name }) => name), HELP].sort();
  const common = [...GLOBAL_OPTIONS, HELP_OPTION];
  const all = [...commands.flatMap(({ options }) => options), ...GLOBAL_OPTIONS].filter(({ flags }) =>
    flags.includes('<'),
  );
  const words = (options: readonly OptionDefinition[]): readonly string[] => options.flatMap(flagsOf);
  return {
    commands: names,
    withValue: [...new Set(words(all))],
    withFolder: [...new Set(words(all.filter(({ flags }) => flags.includes('<THƯ_MỤC>'))))],
    options: new Map([
      ['', words([...common, VERSION_OPTION])],
      ...commands.map(({ name, options }) => [name, words([...options, ...common])] as const),
    ]),
    values: new Map(
      [valuesOf('', GLOBAL_OPTIONS), ...commands.map(({ name, options }) => valuesOf(name, options))].flat(),
    ),
    operands: new Map([
      ['', names],
      [HELP, names.filter((name) => name !== HELP)],
      ...commands.flatMap(({ name, operands }) => {
        const known = operands.flatMap(({ values }) => values ?? []);
        return known.length === 0 ? [] : [[name, known] as const];
      }),
    ]),
  };
}
