import type { Urgency } from './issuer.ts';

/** The report as a tree of blocks (văn bản): what stands where, without saying how a format draws it. */
export interface Document {
  /** For the file's properties. */
  readonly title: string;
  /** What a draft says of itself above its first page; '' in the final version. */
  readonly draftNote: string;
  /** The first is the report itself, the others are its appendices. */
  readonly sections: readonly Section[];
}

export interface Section {
  readonly kind: 'main' | 'appendix';
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export type Block =
  /** phần đầu văn bản: C1–C6 of the decree. `superior` '' for none. */
  | {
      readonly kind: 'letterhead';
      readonly superior: string;
      readonly issuer: readonly string[];
      /** trích yếu of a công văn, without `V/v` (C8b); '' in a document that has a name. */
      readonly subject: string;
      readonly urgency: Urgency;
      /** What follows “Số:”, such as `/BC-UBND`, with the blank before it left for the clerk. */
      readonly symbol: string;
      /** `Tịnh Khê`; '' leaves dots. The day is never filled in, the year is. */
      readonly place: string;
      readonly year: number;
    }
  /** tên loại và trích yếu: C7, C8. */
  | { readonly kind: 'title'; readonly name: string; readonly abstract: string }
  /** Kính gửi: C14. */
  | { readonly kind: 'addressees'; readonly names: readonly string[] }
  /** Level 1 is a Mục (`I. …`, upper case bold), level 2 a Khoản with a title (`1. …`, bold). The number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** Dashed lines. */
  | { readonly kind: 'list'; readonly entries: readonly (readonly Inline[])[] }
  | Table
  | Chart
  /** A remark under a table: small, italic. */
  | { readonly kind: 'note'; readonly inlines: readonly Inline[] }
  /** `Phụ lục I`, its title, and the line that refers to the report. */
  | { readonly kind: 'appendix-title'; readonly label: string; readonly title: string; readonly reference: string }
  /** Nơi nhận beside the signature: C12, C13, C15, C16. '' as name leaves the space blank. */
  | {
      readonly kind: 'signature';
      readonly recipients: readonly string[];
      readonly authority: readonly string[];
      readonly name: string;
    };

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Rows of headings; a heading may span columns and rows. They repeat on every page. */
  readonly header: readonly (readonly HeaderCell[])[];
  readonly rows: readonly TableRow[];
}

/** A chart (biểu đồ) of shares or counts over categories, drawn by Word from its numbers. */
export interface Chart {
  readonly kind: 'chart';
  /** Above it. */
  readonly title: string;
  /** In words, for who cannot see it. */
  readonly description: string;
  readonly categories: readonly string[];
  /** `stacked`: the counts of a category together make its bar; else each series stands by itself. */
  readonly arrangement: 'plain' | 'stacked';
  /** `percent`: the numbers are shares, 1 being all. */
  readonly unit: 'count' | 'percent';
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** One for each category; undefined leaves a gap. */
  readonly values: readonly (number | undefined)[];
  /** As they are printed; none where no number is, as at a line that is the same everywhere. */
  readonly labels: readonly string[];
  /** `line`: what the others are held against. The shades can be told apart in print without colour; one for each category, or one for all. */
  readonly shades: readonly Shade[] | 'line';
}

/** From the darkest to the palest. */
export type Shade = 'dark' | 'middle' | 'light' | 'pale';

export interface TableColumn {
  /** Share of the table's width; only the proportions matter. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface HeaderCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface TableRow {
  /** One entry per column, but a `band` row has one entry that spans all. */
  readonly cells: readonly string[];
  /** `total`: bold. `band`: a subheading across the table, bold. */
  readonly emphasis: 'plain' | 'total' | 'band';
  /** What was found at the figures of a draft, by column. */
  readonly remarks?: readonly CellRemark[];
}

/** A remark (nhận xét) on one cell of a row, lines parted by `\n`; `column` is zero-based. */
export interface CellRemark {
  readonly column: number;
  readonly text: string;
}

export interface Inline {
  readonly text: string;
  readonly style: 'plain' | 'bold' | 'italic';
  /** What was found at the figure, in a draft; lines parted by `\n`. */
  readonly remark?: string;
}
