import { maskPersonalData } from '../vi/personal-data.ts';
import { normalizeText } from '../vi/text.ts';
import { withoutPrivateCharacters } from './provenance.ts';

/** What a variable of the wording may hold. Counts are whole numbers, printed with dots; null is “no value”, false in a condition. */
export type ScopeValue = string | number | boolean | null | readonly ScopeValue[] | ScopeObject;

/** Variables by name; `{{ round.as_of }}` is `as_of` of `round`. */
export interface ScopeObject {
  readonly [name: string]: ScopeValue;
}

/**
 * The value as the wording may see it: every text one line, NFC, without the private characters that tell template from data
 * and without anything that looks like personal data.
 */
export function asScope(value: ScopeValue): ScopeValue {
  if (typeof value === 'string') return normalizeText(maskPersonalData(withoutPrivateCharacters(value)));
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(asScope) : asScopeObject(value);
}

/** The same for a group of variables. */
export function asScopeObject(object: ScopeObject): ScopeObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, asScope(value)]));
}

function isList(value: ScopeObject | readonly ScopeValue[]): value is readonly ScopeValue[] {
  return Array.isArray(value);
}

/** Every variable's path, members of lists without index: `coverages.ratio`. For suggestions. */
export function variablePaths(value: ScopeValue, path = ''): readonly string[] {
  const own = path === '' ? [] : [path];
  if (typeof value !== 'object' || value === null) return own;
  if (isList(value)) return [...own, ...new Set(value.flatMap((entry) => variablePaths(entry, path)))];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    variablePaths(member, path === '' ? name : `${path}.${name}`),
  );
  return [...new Set([...own, ...inner])];
}
