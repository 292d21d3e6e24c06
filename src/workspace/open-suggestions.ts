import type { Meaning } from '../model/confirmation.ts';
import { fileOf, type Diagnostic } from '../model/diagnostic.ts';
import type { Round } from '../model/round.ts';
import { wordSenses } from '../pipeline.ts';
import { matchKey } from '../vi/text.ts';

/** Words of files that look like something known and that nobody has confirmed. */
export interface OpenSuggestion {
  readonly words: string;
  readonly meaning: Meaning;
  /** The files in which they stand; never empty. */
  readonly files: readonly string[];
}

/** What the findings suggest, each pair of words and meaning once, in the order of the findings. */
export function openSuggestions(diagnostics: readonly Diagnostic[], round: Round): readonly OpenSuggestion[] {
  const senses = wordSenses(round);
  const found = new Map<string, OpenSuggestion>();
  for (const { facts, location } of diagnostics) {
    const [words, suggestion, file] = [facts['written'], facts['suggestion'], fileOf(location)];
    if (typeof words !== 'string' || typeof suggestion !== 'string' || file === undefined) continue;
    const meaning = senses.all.find(({ code }) => code === suggestion);
    if (meaning === undefined) continue;
    const key = JSON.stringify([matchKey(words), meaning]);
    const files = found.get(key)?.files ?? [];
    found.set(key, { words, meaning, files: files.includes(file) ? files : [...files, file] });
  }
  return [...found.values()];
}
