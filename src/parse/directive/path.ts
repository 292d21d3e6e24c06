/** The way from the root of a file's data to a value: keys, and zero-based positions in lists. */
export type DataPath = readonly (string | number)[];

/** A value and where it stands. */
export interface Placed {
  readonly path: DataPath;
  readonly value: unknown;
}

/** `indicators[2].unitTypes[0]` */
export function pathText(path: DataPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

/** Whether the value is a map of keys (not a list). */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands directly below a value. A map's own keys only, so that no word of a file reaches the prototype. */
function childrenOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((child: unknown, index) => [index, child] as const);
  return isMap(value) ? Object.entries(value) : [];
}

/** The value at the path, or undefined when nothing is there. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number')
      value = value[step] as unknown; // any → unknown
    else value = isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/**
 * Every value that the pattern leads to, in the file's order: `taskGroups.*.tasks.*.id`. A star stands for all entries of a
 * list or map. What is not there or of another kind yields nothing, so that the checks also run over a faulty file.
 */
export function select(from: Placed, pattern: string): readonly Placed[] {
  let found: readonly Placed[] = [from];
  for (const step of pattern.split('.')) {
    found = found.flatMap(({ path, value }) =>
      childrenOf(value)
        .filter(([key]) => step === '*' || key === step)
        .map(([key, child]) => ({ path: [...path, key], value: child })),
    );
  }
  return found;
}

/** The same, the texts only. */
export function selectTexts(from: Placed, pattern: string): readonly (Placed & { readonly value: string })[] {
  return select(from, pattern).flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, value }] : []));
}
