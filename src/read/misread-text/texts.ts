import type { Sheet } from '../../model/workbook.ts';

/** A text of a workbook: index of the sheet; zero-based row and column, both -1 for the sheet's name. */
export interface PlacedText {
  readonly text: string;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** Every text of the sheets, and their names, in their order. */
export function* textsOf(sheets: readonly Sheet[]): Generator<PlacedText> {
  for (const [sheet, { name, rows }] of sheets.entries()) {
    yield { text: name, sheet, row: -1, column: -1 };
    for (const [row, cells] of rows) {
      for (const [column, { value }] of cells) {
        if (value.kind === 'text') yield { text: value.text, sheet, row, column };
      }
    }
  }
}

/** Texts of which a finding names the first, and counts the others; a workbook may have hundreds of thousands. */
export interface Noted {
  readonly first: PlacedText;
  readonly cells: number;
  readonly sheets: ReadonlySet<number>;
}

/** Gathers texts of one kind. */
export interface Notes {
  readonly add: (text: PlacedText) => void;
  /** Undefined when there are none. */
  readonly all: () => Noted | undefined;
}

/** A new gatherer. */
export function notes(): Notes {
  let first: PlacedText | undefined;
  let cells = 0;
  const sheets = new Set<number>();
  return {
    add: (text) => {
      first ??= text;
      if (text.row >= 0) cells++;
      sheets.add(text.sheet);
    },
    all: () => (first === undefined ? undefined : { first, cells, sheets }),
  };
}
