import type { Margin, PageKind, Paragraph, Run, Section, WordDocument } from './content/word-document.ts';

/** A header or footer that holds the number of the page. */
export interface NumberPlace {
  readonly where: 'header' | 'footer';
  readonly kind: PageKind;
  readonly section: number;
  readonly paragraph: Paragraph;
  readonly run: Run;
}

function kindsShown({ hasTitlePage }: Section, { hasEvenHeaders }: WordDocument): readonly PageKind[] {
  return [...(hasTitlePage ? (['first'] as const) : []), 'default', ...(hasEvenHeaders ? (['even'] as const) : [])];
}

function numberIn(margin: Margin | undefined): Pick<NumberPlace, 'paragraph' | 'run'> | undefined {
  for (const paragraph of margin?.paragraphs ?? []) {
    const run = paragraph.runs.find(({ field }) => field === 'page');
    if (run !== undefined) return { paragraph, run };
  }
  return undefined;
}

/** Where pages show their numbers, section by section; headers that no page shows are left out. */
export function numberPlaces(word: WordDocument): readonly NumberPlace[] {
  return word.sections.flatMap((section, index) =>
    kindsShown(section, word).flatMap((kind) =>
      (['header', 'footer'] as const).flatMap((where) => {
        const found = numberIn(section[`${where}s`][kind]);
        return found === undefined ? [] : [{ where, kind, section: index, ...found }];
      }),
    ),
  );
}
