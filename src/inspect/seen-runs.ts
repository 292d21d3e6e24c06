import { quoteValue } from '../vi/text.ts';
import type { Paragraph, Run, WordDocument } from './content/word-document.ts';
import type { Spot } from './rule.ts';
import { spotOf } from './wording.ts';

/** A run that is seen, and where. */
export interface SeenRun {
  readonly run: Run;
  readonly paragraph: Paragraph;
  readonly spot: Spot;
}

function seenIn(paragraphs: readonly Paragraph[], name: string): readonly SeenRun[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.runs
      .filter(({ text }) => text.trim() !== '')
      .map((run) => ({ run, paragraph, spot: spotOf(name, paragraph) })),
  );
}

/** Every piece of text of the document: running text, headers and footers, notes. */
export function seenRuns({ sections, notes }: WordDocument): readonly SeenRun[] {
  const margins = (kind: 'headers' | 'footers'): readonly Paragraph[] =>
    [...new Set(sections.flatMap((section) => Object.values(section[kind])))].flatMap(({ paragraphs }) => paragraphs);
  return [
    ...seenIn(
      sections.flatMap(({ paragraphs }) => paragraphs),
      'Văn bản',
    ),
    ...seenIn(margins('headers'), 'Đầu trang'),
    ...seenIn(margins('footers'), 'Chân trang'),
    ...seenIn(notes, 'Chú thích'),
  ];
}

/** What of many pieces of text is alike: the first of them, and in how many paragraphs. */
export interface Alike {
  readonly found: string;
  readonly first: SeenRun;
  readonly paragraphs: number;
}

/** Puts pieces together by what was found of them; pieces of which nothing is said are left out. */
export function alike(runs: readonly SeenRun[], found: (run: Run) => string | undefined): readonly Alike[] {
  const groups = new Map<string, { readonly first: SeenRun; readonly paragraphs: Set<Paragraph> }>();
  for (const seen of runs) {
    const what = found(seen.run);
    if (what === undefined) continue;
    const group = groups.get(what) ?? { first: seen, paragraphs: new Set() };
    group.paragraphs.add(seen.paragraph);
    groups.set(what, group);
  }
  return [...groups].map(([what, { first, paragraphs }]) => ({ found: what, first, paragraphs: paragraphs.size }));
}

/** The text of a piece, for a message. */
export function quoteRun({ text }: Run): string {
  return quoteValue(text);
}
