import type { NameWord } from '../../vi/name-words.ts';

type Words = readonly NameWord[];

/** What is kept under the words of names, to be found again by a text that begins with such words (`isSameWord`). */
export interface NameTree<T> {
  /** Keeps it under the words; what has none is never found. */
  readonly add: (words: Words, kept: T) => void;
  /** All that is kept under words with which the text goes on from that place; “và” behind the first word counts on neither side. */
  readonly startingAt: (text: Words, at: number) => readonly T[];
}

interface Node<T> {
  readonly kept: T[];
  readonly byText: Map<string, Node<T>>;
  /** The same number may be written in many ways. */
  readonly byNumber: Map<number, Set<Node<T>>>;
}

function emptyNode<T>(): Node<T> {
  return { kept: [], byText: new Map(), byNumber: new Map() };
}

function grown<T>(node: Node<T>, { text, number }: NameWord): Node<T> {
  const next = node.byText.get(text) ?? emptyNode<T>();
  node.byText.set(text, next);
  if (number !== undefined) node.byNumber.set(number, (node.byNumber.get(number) ?? new Set()).add(next));
  return next;
}

/** The nodes behind these by a word that is the same as the text's. */
function behind<T>(nodes: readonly Node<T>[], { text, number }: NameWord): readonly Node<T>[] {
  const found = new Set<Node<T>>();
  for (const { byText, byNumber } of nodes) {
    const alike = byText.get(text);
    if (alike !== undefined) found.add(alike);
    for (const node of (number === undefined ? undefined : byNumber.get(number)) ?? []) found.add(node);
  }
  return [...found];
}

function isSkipped({ text }: NameWord, index: number, first: number): boolean {
  return text === 'và' && index > first;
}

/** A tree that keeps nothing yet. */
export function nameTree<T>(): NameTree<T> {
  const root = emptyNode<T>();
  return {
    add: (words, kept) => {
      if (words.length === 0) return;
      const counted = words.filter((word, index) => !isSkipped(word, index, 0));
      counted.reduce<Node<T>>(grown, root).kept.push(kept);
    },
    startingAt: (text, at) => {
      const found: T[] = [];
      let nodes: readonly Node<T>[] = [root];
      for (let index = at; index < text.length && nodes.length > 0; index++) {
        const word = text[index];
        if (word === undefined || isSkipped(word, index, at)) continue;
        nodes = behind(nodes, word);
        for (const { kept } of nodes) found.push(...kept);
      }
      return found;
    },
  };
}
