import type { Chart, Section } from './document.ts';

/** The commune's own Word file (mẫu Word của xã) as far as it is filled: its tags, and what was begun as a tag and is none. */
export interface WordTemplate {
  readonly tags: readonly WordTag[];
  readonly flaws: readonly WordFlaw[];
}

/** A tag (thẻ): `{{name}}` in a text, or in the alt text of a drawing. */
export interface WordTag {
  /** What stands between the braces, without blanks around it. */
  readonly name: string;
  readonly place: WordPlace;
  readonly spot: WordSpot;
}

/** Where a tag stands, as far as that decides what may be put there. */
export type WordPlace =
  | {
      readonly kind: 'text';
      /** The part of the file that it stands in. */
      readonly part: string;
      /** Counts the rows of tables of its part; undefined outside of tables. In a table within a row it is the inner one. */
      readonly row: number | undefined;
      /** Undefined where no blocks can stand: beside other text, in tables, text boxes, headers, notes. */
      readonly page: WordPage | undefined;
    }
  /** `unfit`: a chart whose numbers cannot be replaced, for that reason in Vietnamese. */
  | { readonly kind: 'drawing'; readonly drawing: 'chart' | 'other' }
  | { readonly kind: 'drawing'; readonly drawing: 'unfit'; readonly reason: string };

/** The page around a paragraph of the text. Lengths in twips. */
export interface WordPage {
  readonly textWidth: number;
  /** The same when the paper is turned. */
  readonly turnedTextWidth: number;
  readonly isLandscape: boolean;
  /** Whether nothing stands before it in its section. */
  readonly isFirst: boolean;
  /** Whether nothing stands behind it in the whole text. */
  readonly isLast: boolean;
}

/** A place for people: `Đoạn 4 “Đến ngày …”`; the paragraph counts those with text from 1 within its part. */
export interface WordSpot {
  readonly label: string;
  readonly paragraph: number;
}

/** Braces that make no tag, or a tag where none can be filled. */
export interface WordFlaw {
  readonly kind: 'unclosed' | 'liquid' | 'inside-drawing';
  /** What is written there. */
  readonly text: string;
  readonly spot: WordSpot;
}

/** What the tags of one template stand for, by their names; every tag has its entry, in exactly one of these. */
export interface WordFilling {
  /** Texts; `\n` parts lines. */
  readonly values: ReadonlyMap<string, string>;
  /** The rows of a list, by the list's name; a tag `list.field` stands in a row of a table. */
  readonly lists: ReadonlyMap<string, readonly WordRow[]>;
  /** Parts of the report as it is drawn without a template. */
  readonly blocks: ReadonlyMap<string, WordBlocks>;
  readonly charts: ReadonlyMap<string, Chart>;
}

/** One row of a list: its texts by field, and the lists within it. */
export interface WordRow {
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly WordRow[]>;
}

/** Blocks on the pages of the template, or appendices, each of which begins a page of its own. */
export type WordBlocks =
  | { readonly kind: 'blocks'; readonly blocks: Section['blocks'] }
  | { readonly kind: 'appendices'; readonly sections: readonly Section[] };
