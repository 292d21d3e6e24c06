import { liquidFault } from './liquid-faults.ts';
import { createEngine, renderCounted } from './liquid-engine.ts';
import { type KnownNames, type Mark } from './marks.ts';
import { TemplateFault, tooComplex } from './problems.ts';
import { MAX_TEMPLATE_LENGTH, parseTraced, withoutPrivateCharacters } from './provenance.ts';
import { variablePaths, type ScopeObject } from './scope.ts';

/** Longest report that is composed; a commune's has some 20,000 characters outside of its tables. */
const MAX_OUTPUT_LENGTH = 300_000;

/** The engine's output with its marks, still traced. */
export interface WordedText {
  readonly output: string;
  readonly marks: readonly Mark[];
}

/** The template as the engine and every position sees it: LF, NFC, without byte order mark and private characters. */
export function cleanTemplate(text: string): string {
  return withoutPrivateCharacters(
    text
      .replace(/^\ufeff/u, '')
      .replace(/\r\n?/gu, '\n')
      .normalize('NFC'),
  );
}

/** Fills the template in. Whatever is wrong with it is thrown as a TemplateFault, never as the engine's own error. */
export function wordTemplate(text: string, scope: ScopeObject, known: KnownNames): WordedText {
  if (text.length > MAX_TEMPLATE_LENGTH) throw new TemplateFault(tooComplex());
  const marks: Mark[] = [];
  const output = runEngine(text, scope, known, marks);
  if (output.length > MAX_OUTPUT_LENGTH) throw new TemplateFault(tooComplex());
  return { output, marks };
}

function runEngine(text: string, scope: ScopeObject, known: KnownNames, marks: Mark[]): string {
  try {
    const engine = createEngine(known, marks);
    return renderCounted(engine, parseTraced(engine, text), scope);
  } catch (error) {
    const { description, offset } = liquidFault(error, variablePaths(scope));
    throw new TemplateFault(description, offset);
  }
}
