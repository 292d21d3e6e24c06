import type { WordTag } from '../../model/word-template.ts';
import type { WordNames } from './names.ts';

/** The list that a field belongs to, innermost: `groups.tasks` for `groups.tasks.title`. */
function listOf(name: string, { fields, lists }: WordNames): string | undefined {
  const key = fields.get(name);
  if (key === undefined) return undefined;
  let path = key;
  let inner = lists.get(key)?.[0]?.lists;
  for (const part of name
    .slice(key.length + 1)
    .split('.')
    .slice(0, -1)) {
    const next = inner?.get(part);
    if (next === undefined) break; // a group of values, no list
    path += `.${part}`;
    inner = next[0]?.lists;
  }
  return path;
}

function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

/** The tags that share their row of a table with those of another list: the row could only be repeated for one. */
export function mixedRows(tags: readonly WordTag[], names: WordNames): readonly WordTag[] {
  const firsts = new Map<string, readonly string[]>();
  return tags.filter((tag) => {
    const list = listOf(tag.name, names);
    if (list === undefined || tag.place.kind !== 'text' || tag.place.row === undefined) return false;
    const row = `${tag.place.part} ${tag.place.row}`;
    const seen = firsts.get(row) ?? [];
    const isMixed = !seen.every((other) => isWithin(list, other));
    if (!isMixed) firsts.set(row, [...seen, list]);
    return isMixed;
  });
}
