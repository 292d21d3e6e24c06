import { quoteValue } from '../../vi/text.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { DataPath } from './path.ts';

/** A fault of the directive's file, before its place in the text is looked up. */
export interface FileFinding {
  readonly problem: Problem;
  readonly path: DataPath;
  /** Whether the finding is about the value, or about its key (or the whole entry). */
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly hint: string;
  /** Another place that matters. */
  readonly related?: { readonly path: DataPath; readonly note: string };
}

/** The value as it is called in a sentence: `là “hai”`, `đang để trống`, `là một danh sách`. */
export function describeFound(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'đang để trống';
  if (Array.isArray(value)) return 'là một danh sách';
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? `là ${quoteValue(String(value))}` : 'là một nhóm khóa';
}

/** What a value at that path is called: the last key, with the position when it is an entry of a list, counted from 1. */
export function nameOf(path: DataPath): string {
  const at = path.findLastIndex((step) => typeof step === 'string');
  const positions = path.slice(at + 1).map((step) => `mục ${String(Number(step) + 1)} của `);
  return `${positions.reverse().join('')}${quoteValue(String(path[at] ?? ''))}`;
}

/** `“a”, “b”, “c”` */
export function listNames(names: readonly string[]): string {
  return names.map((name) => quoteValue(name)).join(', ');
}
