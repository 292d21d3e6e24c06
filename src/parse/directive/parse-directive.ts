import { type Diagnostic, diagnosticOf, type Location, type Outcome } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import { contradictions } from './consistency.ts';
import { describeFound, type FileFinding } from './finding.ts';
import { explainIssues } from './issues.ts';
import { directiveOf } from './model.ts';
import { unfitOperands } from './operands.ts';
import { type KnownRules, unfitOverrides } from './overrides.ts';
import { type DataPath, isMap, type Placed, pathText } from './path.ts';
import { DIRECTIVE_SYNTAX } from './problems.ts';
import { unknownReferences } from './references.ts';
import { repeats } from './repeats.ts';
import { directiveSchema } from './schema.ts';
import { type Place, readYaml, type YamlText } from './yaml.ts';

/**
 * Understands a directive's YAML text (văn bản giao nhiệm vụ). Every fault that can be seen at once is a finding with line and
 * column, sorted by place; with any fault there is no value. Accepts BOM, any line ends and any Unicode form. Never throws.
 *
 * @param file the file's name, for the findings
 * @param rules the ids that the directive may name under `rules`; without them these are not looked at
 */
export function parseDirective(text: string, file: string, rules?: KnownRules): Outcome<Directive | undefined> {
  const yaml = readYaml(text);
  const at = (path: DataPath, { line, column }: Place): Location => ({
    kind: 'data',
    file,
    path: pathText(path),
    line,
    column,
  });
  const syntax = yaml.faults.map(({ place, path, message, hint }) =>
    diagnosticOf(DIRECTIVE_SYNTAX, { message, hint, location: at(path, place) }),
  );
  if (yaml.data === undefined) return { value: undefined, diagnostics: syntax };
  if (!isMap(yaml.data)) return { value: undefined, diagnostics: [...syntax, notADirective(yaml, at)] };
  const { value, findings } = checkData({ path: [], value: yaml.data }, rules);
  const diagnostics = [...syntax, ...findings.map((finding) => diagnosticAt(finding, yaml, at))];
  return { value: diagnostics.length === 0 ? value : undefined, diagnostics: diagnostics.toSorted(byPlace) };
}

type At = (path: DataPath, place: Place) => Location;

function checkData(
  root: Placed,
  rules: KnownRules | undefined,
): { readonly value: Directive | undefined; readonly findings: readonly FileFinding[] } {
  const result = directiveSchema.safeParse(root.value);
  const structure = result.success ? [] : explainIssues(result.error.issues, root.value);
  const findings = [
    ...structure,
    ...repeats(root),
    ...unknownReferences(root),
    ...contradictions(root),
    ...unfitOperands(root),
    ...(rules === undefined ? [] : unfitOverrides(root, rules)),
  ];
  return { value: result.success ? directiveOf(result.data) : undefined, findings };
}

function notADirective({ data, placeOf }: YamlText, at: At): Diagnostic {
  return diagnosticOf(DIRECTIVE_SYNTAX, {
    message: `Nội dung tệp ${describeFound(data)}, trong khi phải gồm các dòng “khóa: giá trị”`,
    hint: 'Chép lại tệp mẫu của văn bản giao nhiệm vụ rồi sửa trên bản chép đó',
    location: at([], placeOf([], 'value')),
  });
}

function diagnosticAt(
  { problem, path, part, message, hint, related }: FileFinding,
  yaml: YamlText,
  at: At,
): Diagnostic {
  return diagnosticOf(problem, {
    message,
    hint,
    location: at(path, yaml.placeOf(path, part)),
    related: related ? [{ location: at(related.path, yaml.placeOf(related.path, 'value')), note: related.note }] : [],
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.location, b.location];
  if (left.kind !== 'data' || right.kind !== 'data') return 0;
  return left.line - right.line || left.column - right.column;
}
