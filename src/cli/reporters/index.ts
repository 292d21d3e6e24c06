import type { ReporterDefinition } from '../command.ts';

/** Every way to print an answer, sorted by id; loaded when it is used, because JSON needs what the program is made of. */
export const REPORTERS: readonly ReporterDefinition[] = [
  { id: 'json', load: () => import('./json.ts').then(({ jsonReporter }) => jsonReporter) },
  { id: 'text', load: () => import('./text.ts').then(({ textReporter }) => textReporter) },
];
