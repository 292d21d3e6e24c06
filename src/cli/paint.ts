import { Chalk } from 'chalk';
import type { Severity } from '../model/diagnostic.ts';

/** Colours for the terminal; without colour every function gives its text back. Nothing is ever said by colour alone. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** What decides whether colours are used. */
export interface ColorSituation {
  /** False for --no-color. */
  readonly isWanted: boolean;
  /** The variable NO_COLOR; any text but the empty one forbids colours (no-color.org). */
  readonly noColor: string | undefined;
  readonly isTerminal: boolean;
}

/** Whether to colour: chalk 5 itself does not look at NO_COLOR. */
export function usesColor({ isWanted, noColor, isTerminal }: ColorSituation): boolean {
  return isWanted && isTerminal && (noColor ?? '') === '';
}

/** Paint with the terminal's 16 colours, or without any. */
export function makePaint(isColored: boolean): Paint {
  const chalk = new Chalk({ level: isColored ? 1 : 0 });
  const bySeverity: Readonly<Record<Severity, (text: string) => string>> = {
    error: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    info: (text) => chalk.cyan(text),
  };
  return {
    severity: (severity, text) => bySeverity[severity](text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
  };
}
