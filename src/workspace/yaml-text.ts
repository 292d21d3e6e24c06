import { LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { Location, Outcome } from '../model/diagnostic.ts';
import { syntaxFault, type Locate } from './settings-faults.ts';
import { placeInYaml, type YamlPlace } from './yaml-place.ts';

/** A YAML text kept by hand, as plain data whose every value is a text. */
export interface YamlText {
  readonly document: Document<ParsedNode>;
  /** Groups, lists and texts; null for an empty file. */
  readonly content: unknown;
  readonly locate: Locate;
}

/** Reads a YAML text; what is no YAML is a finding with line and column, and then there is no value. */
export function readYamlText(text: string, file: string): Outcome<YamlText | undefined> {
  const lines = new LineCounter();
  // The failsafe schema reads every value as text: a document's number 05 is not 5, and a day stays as it was typed.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'failsafe',
    logLevel: 'error',
  });
  const at = (path: string, { line, column }: YamlPlace): Location => ({ kind: 'data', file, path, line, column });
  const faults = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return syntaxFault(error, at('', { line, column: col }));
  });
  if (faults.length > 0) return { value: undefined, diagnostics: faults };
  try {
    const content: unknown = document.toJS({ maxAliasCount: 0 });
    const locate: Locate = (path) => at(path.join('.'), placeInYaml(document, lines, path));
    return { value: { document, content, locate }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error; // yaml's answer to an alias
    return { value: undefined, diagnostics: [syntaxFault({ code: 'BAD_ALIAS' }, at('', { line: 1, column: 1 }))] };
  }
}
