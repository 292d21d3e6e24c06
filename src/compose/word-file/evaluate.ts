import type { WordRow } from '../../model/word-template.ts';
import { formatInteger } from '../../vi/number.ts';
import type { ScopeObject, ScopeValue } from '../scope.ts';
import { NO_VALUE } from '../wording.ts';
import { fieldsOf, ROW_INDEX, type Shape } from './shape.ts';

/** Values and lists by the names of their tags. */
export interface Evaluated {
  readonly values: Map<string, string>;
  readonly lists: Map<string, readonly WordRow[]>;
  /** The list of every tag that stands in rows, by the tag's name. */
  readonly fields: Map<string, string>;
}

function objectIn(value: ScopeValue | undefined): ScopeObject {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: ScopeObject | readonly ScopeValue[]): value is readonly ScopeValue[] {
  return Array.isArray(value);
}

function listIn(value: ScopeValue | undefined): readonly ScopeValue[] {
  return typeof value === 'object' && value !== null && isList(value) ? value : [];
}

/** As the wording prints it; what has no value is a dash, never a zero or a blank. */
function printed(value: ScopeValue | undefined): string {
  if (typeof value === 'number') return formatInteger(value);
  return typeof value === 'string' ? value : NO_VALUE;
}

function joined(words: readonly ScopeValue[]): string {
  return words.length === 0 ? NO_VALUE : words.map(printed).join('; ');
}

/** Single values and lists of words, by their names within the shape, those of its groups too. */
function plainValues(shape: Shape, scope: ScopeObject): readonly (readonly [string, string])[] {
  return [
    ...shape.values.map((name) => [name, printed(scope[name])] as const),
    ...(shape.texts ?? []).map((name) => [name, joined(listIn(scope[name]))] as const),
    ...Object.entries(shape.groups ?? {}).flatMap(([name, group]) =>
      plainValues(group, objectIn(scope[name])).map(([inner, text]) => [`${name}.${inner}`, text] as const),
    ),
  ];
}

function rowsOf(shape: Shape, entries: readonly ScopeValue[]): readonly WordRow[] {
  return entries.map((entry, index) => {
    const scope = objectIn(entry);
    const lists = Object.entries(shape.lists ?? {});
    return {
      values: new Map([[ROW_INDEX, formatInteger(index + 1)], ...plainValues(shape, scope)]),
      lists: new Map(lists.map(([name, inner]) => [name, rowsOf(inner, listIn(scope[name]))])),
    };
  });
}

/** A list without entries prints one row of dashes: a table without a row would say nothing. */
function emptyRow(shape: Shape): WordRow {
  const lists = Object.entries(shape.lists ?? {});
  return {
    values: new Map(fieldsOf(shape).map((field) => [field, NO_VALUE])),
    lists: new Map(lists.map(([name, inner]) => [name, [emptyRow(inner)]])),
  };
}

/** Adds what the tags that begin with `prefix` stand for. */
export function evaluate(prefix: string, shape: Shape, scope: ScopeObject, into: Evaluated): void {
  for (const [name, text] of plainValues({ ...shape, groups: {} }, scope)) into.values.set(prefix + name, text);
  for (const name of shape.texts ?? []) into.values.set(`${prefix}${name} | size`, sizeOf(scope[name]));
  for (const [name, group] of Object.entries(shape.groups ?? {})) {
    evaluate(`${prefix}${name}.`, group, objectIn(scope[name]), into);
  }
  for (const [name, list] of Object.entries(shape.lists ?? {})) {
    const key = prefix + name;
    const entries = listIn(scope[name]);
    into.lists.set(key, entries.length === 0 ? [emptyRow(list)] : rowsOf(list, entries));
    into.values.set(`${key} | size`, sizeOf(scope[name]));
    if (list.values.includes('name'))
      into.values.set(key, joined(entries.map((entry) => objectIn(entry)['name'] ?? null)));
    for (const field of fieldsOf(list)) into.fields.set(`${key}.${field}`, key);
  }
}

function sizeOf(list: ScopeValue | undefined): string {
  return formatInteger(listIn(list).length);
}
