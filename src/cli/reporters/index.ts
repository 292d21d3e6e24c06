import type { Reporter } from '../command.ts';
import { jsonReporter } from './json.ts';
import { textReporter } from './text.ts';

/** Every way to print an answer, sorted by id. */
export const REPORTERS: readonly Reporter[] = [jsonReporter, textReporter];
