/** Texts kept, and characters in them; when there are so many, all are forgotten. */
const MOST_TEXTS = 10_000;
const MOST_CHARACTERS = 2_000_000;
/** Longer texts are hardly ever looked at twice. */
const LONGEST_TEXT = 5_000;

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
  let characters = 0;
  return (text) => {
    if (text.length > LONGEST_TEXT) return compute(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T; // has() says that the value is one of T
    const result = compute(text);
    characters += text.length;
    if (known.size >= MOST_TEXTS || characters > MOST_CHARACTERS) {
      known.clear();
      characters = text.length;
    }
    known.set(text, result);
    return result;
  };
}
