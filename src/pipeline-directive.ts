import type { Outcome } from './model/diagnostic.ts';
import type { Directive } from './model/directive.ts';
import { parseDirective } from './parse/directive/parse-directive.ts';
import { ADJUSTABLE_RULES, RULES } from './pipeline.ts';

// Apart from pipeline.ts, because a directive that is compiled into the program needs neither YAML nor a schema to be loaded.

/** Understands a directive's YAML text; faults are findings with line and column, and then there is no value. */
export function readDirective(text: string, file: string): Outcome<Directive | undefined> {
  return parseDirective(text, file, { known: RULES.map(({ id }) => id), adjustable: ADJUSTABLE_RULES });
}
