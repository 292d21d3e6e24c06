/** Texts of one generation, and characters in them; the generation before is kept, too. */
const MOST_TEXTS = 5_000;
const MOST_CHARACTERS = 1_000_000;
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

/** Objects whose results `rememberedLately` keeps: the sheets of a workbook or two. */
const MOST_OBJECTS = 24;

/**
 * The same for objects that are looked at several times in a row and then no more, as the sheets of one file among hundreds. It holds the
 * latest of them; a `WeakRef` would hold all, until the whole run has come to its end.
 */
export function rememberedLately<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, { readonly result: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.result;
    const result = compute(key);
    const [oldest] = known.keys();
    if (known.size >= MOST_OBJECTS && oldest !== undefined) known.delete(oldest);
    known.set(key, { result });
    return result;
  };
}

/** The same text by itself: one that was cut out of another keeps the whole of that, a file's part, in memory. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * The function with its results kept: the same words stand in thousands of cells, and normalising is most of the work. What has
 * not been asked for since a generation of other texts is forgotten; what stands in every file stays. `copyOf` makes of a text what
 * is kept of it.
 */
export function remembered<T>(
  compute: (text: string) => T,
  copyOf: (text: string) => string = (text) => text,
): (text: string) => T {
  let known = new Map<string, T>();
  let before = new Map<string, T>();
  let characters = 0;
  const keep = (text: string, result: T): T => {
    characters += text.length;
    if (known.size >= MOST_TEXTS || characters > MOST_CHARACTERS) {
      before = known;
      known = new Map();
      characters = text.length;
    }
    known.set(text, result);
    return result;
  };
  return (text) => {
    if (text.length > LONGEST_TEXT) return compute(text);
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T; // has() says that the value is one of T
    const own = copyOf(text);
    const earlier = before.get(own);
    return keep(own, earlier !== undefined || before.has(own) ? (earlier as T) : compute(own));
  };
}
