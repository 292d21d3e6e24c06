import type { ParagraphLook, RunLook } from '../look/resolve.ts';

/** Letters of one look. */
export interface Run {
  readonly text: string;
  readonly look: RunLook;
  /** The number of the page, or of all pages, that stands here. */
  readonly field: 'page' | 'pages' | undefined;
}

/** A line, a box of text, or a picture or chart that is drawn; width in points, undefined when it cannot be told. */
export interface Drawing {
  readonly kind: 'line' | 'box' | 'other';
  readonly width: number | undefined;
}

/** Where a paragraph stands within its part. */
export type Place =
  | { readonly kind: 'flow' }
  /** Counted from 0; `table` counts the tables of the part. */
  | {
      readonly kind: 'cell';
      readonly table: number;
      readonly row: number;
      readonly column: number;
      readonly columns: number;
      /** Where its middle lies across the table: 0 at the left edge, 1 at the right one. */
      readonly middle: number;
    }
  /** A box that floats; `box` counts them. */
  | { readonly kind: 'box'; readonly box: number };

export interface Paragraph {
  /** Counts the paragraphs of the part that hold text, from 1, as a reader would; an empty one has that of the one before. */
  readonly number: number;
  /** What its list puts before it: `-`, `I.`; '' for nothing. */
  readonly mark: string;
  /** Texts as they are, without hidden ones; `\t` for tabs, `\n` for line breaks. The mark comes first. */
  readonly runs: readonly Run[];
  readonly look: ParagraphLook;
  readonly place: Place;
  /** Room for text from the left indent 0 to the right one, in points; undefined when it cannot be told. */
  readonly room: number | undefined;
  readonly drawings: readonly Drawing[];
  /** Whether a page begins with or within it. */
  readonly breaksPage: boolean;
}

/** A header or a footer. */
export interface Margin {
  readonly paragraphs: readonly Paragraph[];
}

export type PageKind = 'first' | 'default' | 'even';

/** A part of the document with pages of one kind (section); lengths in millimetres. */
export interface Section {
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly isLandscape: boolean;
    readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
    /** From the edge of the page down to the header. */
    readonly header: number;
  };
  readonly hasTitlePage: boolean;
  /** The number its first page is given; undefined: one more than the page before. */
  readonly firstNumber: number | undefined;
  /** Of page numbers: `decimal`, `upperRoman` … */
  readonly numberFormat: string;
  readonly headers: Readonly<Partial<Record<PageKind, Margin>>>;
  readonly footers: Readonly<Partial<Record<PageKind, Margin>>>;
  readonly paragraphs: readonly Paragraph[];
  readonly hasTables: boolean;
}

/** A Word document as it is laid out by its own words; nothing of it is measured on a page. */
export interface WordDocument {
  readonly sections: readonly Section[];
  readonly hasEvenHeaders: boolean;
  readonly mirrorsMargins: boolean;
  /** In points. */
  readonly tabDistance: number;
  readonly notes: readonly Paragraph[];
}
