import type { YAMLError } from 'yaml';
import type * as z from 'zod';
import { diagnosticOf, type Diagnostic, type Location } from '../model/diagnostic.ts';
import { didYouMean } from '../vi/suggest.ts';
import { capitalize, quoteValue } from '../vi/text.ts';
import { SETTINGS_KEY_UNKNOWN, SETTINGS_SYNTAX, SETTINGS_VALUE_INVALID } from './problems.ts';
import type { YamlPath } from './yaml-place.ts';

/** Says where a path of the file lies. */
export type Locate = (path: YamlPath) => Location;

/** A file that the clerk keeps by hand, as messages about it need to know it. */
export interface KeptFile {
  /** In lower case: `tệp cấu hình`. */
  readonly name: string;
  /** The keys allowed at each place; `*` stands for any key or index. For suggestions. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Dòng thụt vào không đúng mức',
  TAB_AS_INDENT: 'Dòng thụt vào bằng phím Tab, phải dùng dấu cách',
  DUPLICATE_KEY: 'Một khóa được viết hai lần trong cùng một nhóm',
  MISSING_CHAR: 'Thiếu một dấu, thường là dấu hai chấm, dấu ngoặc hoặc dấu nháy đóng',
  UNEXPECTED_TOKEN: 'Có một dấu không đúng chỗ',
  MULTILINE_IMPLICIT_KEY: 'Thiếu dấu hai chấm sau tên khóa',
  BLOCK_AS_IMPLICIT_KEY: 'Có hai dấu hai chấm trên một dòng; chữ có dấu hai chấm phải đặt trong dấu nháy',
  MULTIPLE_DOCS: 'Tệp có nhiều phần ngăn bằng “---”, phải chỉ có một phần',
  BAD_ALIAS: 'Chữ bắt đầu bằng dấu * phải đặt trong dấu nháy',
};

const SYNTAX_HINT =
  'Sửa dòng đó theo mẫu trong docs/huong-dan.md: mỗi dòng là “khóa: giá trị”, thụt vào bằng dấu cách, chữ có dấu đặc biệt đặt trong dấu nháy đơn';

/** A fault of the YAML itself. */
export function syntaxFault(error: Pick<YAMLError, 'code'> | undefined, location: Location): Diagnostic {
  const what = error === undefined ? undefined : SYNTAX[error.code];
  return diagnosticOf(SETTINGS_SYNTAX, {
    message: what ?? 'Dòng này không đúng cách viết YAML',
    hint: SYNTAX_HINT,
    location,
    facts: { code: error?.code ?? 'OTHER' },
  });
}

/** `rounds › mục 1 › due`: for people, who count from one. */
function shownPath(path: YamlPath): string {
  return path.map((part) => (typeof part === 'number' ? `mục ${part + 1}` : part)).join(' › ');
}

/** `rounds.0.due` → `rounds.*.due`, the place as the keys of the file name it. */
function placeName(path: YamlPath): string {
  const parts = path.map((part, index) => (typeof part === 'number' || path[index - 1] === 'documents' ? '*' : part));
  return parts.join('.');
}

function keyFaults(keys: readonly string[], path: YamlPath, file: KeptFile, locate: Locate): readonly Diagnostic[] {
  const allowed = file.keys[placeName(path)] ?? [];
  const where = path.length === 0 ? file.name : `“${shownPath(path)}”`;
  return keys.map((key) =>
    diagnosticOf(SETTINGS_KEY_UNKNOWN, {
      message: `Khóa ${quoteValue(key)} không có trong ${where}${didYouMean(key, allowed)}`,
      hint: `Sửa lại tên khóa hoặc xóa dòng đó; các khóa dùng được: ${allowed.join(', ')}`,
      location: locate([...path, key]),
      facts: { key },
    }),
  );
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    return 'phải là một danh sách, mỗi mục bắt đầu bằng dấu gạch ngang';
  }
  return 'phải là một nhóm khóa, mỗi khóa một dòng thụt vào';
}

/** The faults that one zod issue stands for, in Vietnamese, at their places. */
function faultsOf(issue: z.core.$ZodIssue, file: KeptFile, locate: Locate): readonly Diagnostic[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') return keyFaults(issue.keys, path, file, locate);
  const name = path.length === 0 ? capitalize(file.name) : `Mục “${shownPath(path)}”`;
  return [
    diagnosticOf(SETTINGS_VALUE_INVALID, {
      message: `${name} ${expectation(issue)}`,
      hint: 'Sửa giá trị tại dòng đó; mẫu đầy đủ có trong docs/huong-dan.md',
      location: locate(path),
      facts: { path: path.join('.') },
    }),
  ];
}

function byLine(a: Diagnostic, b: Diagnostic): number {
  if (a.location.kind !== 'data' || b.location.kind !== 'data') return 0;
  return a.location.line - b.location.line || a.location.column - b.location.column;
}

/** Everything that is wrong with the content of the file, in Vietnamese, from its top to its end. */
export function contentFaults(error: z.ZodError, file: KeptFile, locate: Locate): readonly Diagnostic[] {
  return error.issues.flatMap((issue) => faultsOf(issue, file, locate)).toSorted(byLine);
}
