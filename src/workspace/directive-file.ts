import { LineCounter, parseDocument } from 'yaml';
import { diagnosticOf, type Diagnostic, type Outcome } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import { readDirective } from '../pipeline-directive.ts';
import { quoteValue } from '../vi/text.ts';
import { DIRECTIVE_ID_MISMATCH } from './problems.ts';
import { placeInYaml } from './yaml-place.ts';

const ENDING = '.yaml';

/** Understands the text of a directive that is called `id`; one that calls itself otherwise is a finding, and then there is no value. */
export function readDirectiveFile(text: string, file: string, id: string): Outcome<Directive | undefined> {
  const { value, diagnostics } = readDirective(text, file);
  if (value === undefined || value.id === id) return { value, diagnostics };
  return { value: undefined, diagnostics: [...diagnostics, idMismatch(text, file, { own: value.id, named: id })] };
}

/** A copy that still has the id of the original would hand out forms of the original. */
function idMismatch(
  text: string,
  file: string,
  { own, named }: { readonly own: string; readonly named: string },
): Diagnostic {
  const lines = new LineCounter();
  const { line, column } = placeInYaml(parseDocument(text, { lineCounter: lines, logLevel: 'error' }), lines, ['id']);
  return diagnosticOf(DIRECTIVE_ID_MISMATCH, {
    message: `Tệp văn bản giao nhiệm vụ tên là ${quoteValue(named + ENDING)} nhưng mã (id) trong tệp là ${quoteValue(own)}, cần hai chỗ giống nhau`,
    hint: `Sửa dòng này thành “id: ${named}”, hoặc đổi tên tệp thành ${own}${ENDING} và sửa mục directive của kỳ báo cáo trong tkcds.yaml`,
    location: { kind: 'data', file, path: 'id', line, column },
    facts: { named, own },
  });
}
