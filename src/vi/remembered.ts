/** Texts kept; when there are so many, all are forgotten. */
const MOST_TEXTS = 10_000;
/** Longer texts are free words, which hardly ever stand twice. */
const LONGEST_TEXT = 300;

/** The function with its result kept for each object that it was called with, as long as somebody holds that object. */
export function rememberedFor<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    const found = known.get(key) ?? { result: compute(key) };
    known.set(key, found);
    return found.result;
  };
}

/** The function with its results kept: the same words stand in thousands of cells, and normalising is most of the work. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, result);
    return result;
  };
}
