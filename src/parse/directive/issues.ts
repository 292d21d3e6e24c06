import * as z from 'zod';
import { closest, didYouMean } from '../../vi/suggest.ts';
import { quoteValue, capitalize } from '../../vi/text.ts';
import { SOURCE_MISSING } from './fields.ts';
import { describeFound, type FileFinding, listNames, nameOf } from './finding.ts';
import { type DataPath, isMap, pathText, valueAt } from './path.ts';
import { DIRECTIVE_KEY_MISSING, DIRECTIVE_KEY_UNKNOWN, DIRECTIVE_VALUE_INVALID } from './problems.ts';
import { directiveSchema } from './schema.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'chữ',
  int: 'số nguyên',
  number: 'số nguyên',
  boolean: '“true” (có) hoặc “false” (không)',
  array: 'một danh sách, mỗi mục bắt đầu bằng dấu gạch ngang',
  object: 'một nhóm khóa thụt vào bên dưới',
};

/** Says in Vietnamese what the schema found; the library's own English texts are never used. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], data: unknown): readonly FileFinding[] {
  const findings = issues.flatMap((issue) => explainIssue(issue, data));
  // A misspelt key is one mistake: that the right one is missing goes without saying.
  const meant = findings.flatMap((finding) => intendedKey(finding) ?? []);
  const isMisspelt = ({ problem, path }: FileFinding) =>
    problem === DIRECTIVE_KEY_MISSING && meant.includes(pathText(path));
  return findings.filter((finding) => !isMisspelt(finding));
}

/** The key that an unknown one was probably meant to be. */
function intendedKey({ problem, path }: FileFinding): string | undefined {
  if (problem !== DIRECTIVE_KEY_UNKNOWN) return undefined;
  const parent = path.slice(0, -1);
  const key = closest(String(path.at(-1)), keysAt(directiveSchema, parent));
  return key === undefined ? undefined : pathText([...parent, key]);
}

function explainIssue(issue: z.core.$ZodIssue, data: unknown): readonly FileFinding[] {
  // The paths of plain data have no symbols.
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key));
  const found = valueAt(data, path);
  if (issue.code === 'custom' && issue.message === SOURCE_MISSING) return [sourceFault(path, found)];
  const expected = expectation(issue, found);
  if (found === undefined) return [missingKey(path, expected)];
  return [
    {
      problem: DIRECTIVE_VALUE_INVALID,
      path,
      part: 'value',
      message: `${capitalize(nameOf(path))} ${describeFound(found)}, phải là ${expected}`,
      hint: valueHint(issue, found),
    },
  ];
}

/** What should stand there, fit to follow “phải là”. */
function expectation(issue: Exclude<z.core.$ZodIssue, { code: 'unrecognized_keys' }>, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && isNumberOrBoolean(found)) return 'chữ, viết trong dấu nháy đơn';
      return TYPE_NAMES[issue.expected] ?? 'giá trị khác';
    case 'invalid_value':
      return oneOf(issue.values.map(String), found);
    case 'invalid_union':
      return oneOf('options' in issue ? (issue.options ?? []).map(String) : [], found);
    case 'too_small':
      if (issue.origin === 'string') return 'chữ';
      return issue.origin === 'array' ? 'một danh sách có ít nhất một mục' : `số từ ${String(issue.minimum)} trở lên`;
    case 'too_big':
      return `số không quá ${String(issue.maximum)}`;
    case 'invalid_format':
    case 'custom':
      return issue.message; // ours, see fields.ts
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'giá trị khác';
  }
}

/** Unquoted digits and `true` are not texts to YAML. */
function isNumberOrBoolean(found: unknown): boolean {
  return typeof found === 'number' || typeof found === 'boolean';
}

function oneOf(values: readonly string[], found: unknown): string {
  const suggestion = typeof found === 'string' ? didYouMean(found, values) : '';
  return `${values.length > 1 ? 'một trong các từ ' : ''}${listNames(values)}${suggestion}`;
}

function valueHint(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isNumberOrBoolean(found)) {
    return 'Đặt giá trị trong dấu nháy đơn để máy hiểu đó là chữ';
  }
  return found === null || found === '' ? 'Ghi giá trị sau dấu hai chấm' : 'Sửa giá trị ở dòng này';
}

function missingKey(path: DataPath, expected: string): FileFinding {
  const key = String(path.at(-1) ?? '');
  const parent = path.slice(0, -1);
  const within = typeof parent.at(-1) === 'number' ? nameOf(parent) : `mục ${nameOf(parent)}`;
  return {
    problem: DIRECTIVE_KEY_MISSING,
    path,
    part: 'key',
    message: `${parent.length > 0 ? capitalize(within) : 'Tệp'} thiếu khóa ${quoteValue(key)}, giá trị phải là ${expected}`,
    hint: `Thêm một dòng bắt đầu bằng “${key}:” vào ${parent.length > 0 ? 'mục này' : 'tệp, sát lề trái'}`,
  };
}

function unknownKey(path: DataPath, key: string): FileFinding {
  const known = keysAt(directiveSchema, path);
  return {
    problem: DIRECTIVE_KEY_UNKNOWN,
    path: [...path, key],
    part: 'key',
    message: `Khóa ${quoteValue(key)} không dùng được ở đây${didYouMean(key, known)}`,
    hint: `Sửa hoặc xóa khóa này; các khóa dùng được ở đây là ${listNames(known)}`,
  };
}

function sourceFault(path: DataPath, entry: unknown): FileFinding {
  const { clause, source } = isMap(entry) ? entry : {};
  const add = 'Thêm “clause: …” nếu lấy từ văn bản, hoặc “source: configuration” và “note: …” nếu xã tự chọn';
  if (clause !== undefined && clause !== null && clause !== '') {
    const message = 'Mục này ghi cả “clause” lẫn “source” hoặc “note”, trong khi chỉ được ghi một căn cứ';
    const hint = 'Giữ “clause” nếu lấy từ văn bản, còn không thì giữ “source” và “note”';
    return { problem: DIRECTIVE_VALUE_INVALID, path, part: 'key', message, hint };
  }
  const lacks = source === undefined || source === null ? '“clause” hoặc “source” kèm “note”' : '“note” nói rõ lý do';
  const message = `Mục này chưa ghi đủ căn cứ, phải có ${lacks}`;
  return { problem: DIRECTIVE_KEY_MISSING, path, part: 'key', message, hint: add };
}

/** The keys that the schema knows at a path, for suggestions. */
function keysAt(schema: z.core.$ZodType, path: DataPath): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return [...new Set(schema.options.flatMap((option) => keysAt(option, path)))];
  }
  if (schema instanceof z.ZodArray) return step === undefined ? [] : keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const child = Object.entries<z.core.$ZodType>(schema.shape).find(([key]) => key === step)?.[1];
  return child === undefined ? [] : keysAt(child, rest);
}
