import type { Directive, Form } from '../model/directive.ts';
import type { Sheet } from '../model/workbook.ts';
import { remembered, rememberedFor, rememberedLately } from '../vi/remembered.ts';
import { labelReader } from './form/label-words.ts';
import { headable } from './summary/blocks.ts';
import { columnMatcher } from './summary/column-matcher.ts';
import { askedBy } from './summary/columns.ts';
import { isNameLike, type UnitLookup } from './summary/unit-lookup.ts';

/** What the words of a sheet can be, wherever they stand: quickly seen, and most sheets need no closer look. */
export interface SheetWords {
  /** Whether some text can be a heading, or a part of one, for a number or a task. */
  readonly asks: boolean;
  /** Whether some text can be a heading for units. */
  readonly headsUnits: boolean;
  /** Cells with the label for the unit's name. */
  readonly unitLabels: number;
  /** The units of the register that texts name. */
  readonly units: ReadonlySet<string>;
}

/** The same for one text. */
interface TextWords {
  readonly asks: boolean;
  readonly headsUnits: boolean;
  readonly isUnitLabel: boolean;
  readonly unit: string | undefined;
}

/** Sheets with more texts are no ordinary forms and are looked at closely. */
const MOST_TEXTS = 2_000;

/** The reader of the label for the unit's name. */
export const unitLabelReader = rememberedFor(({ fields }: Form) =>
  labelReader(
    fields.filter(({ id }) => id === 'unit'),
    false,
  ),
);

/** Forms hold the same texts. */
const textWords = rememberedFor((lookup: UnitLookup) =>
  rememberedFor((directive: Directive) => {
    const match = columnMatcher(directive);
    const label = unitLabelReader(directive.form);
    return remembered((text): TextWords => {
      const columns = headable(text, match);
      return {
        asks: columns.some((column) => askedBy(column) !== ''),
        headsUnits: columns.some(({ kind }) => kind === 'unit'),
        isUnitLabel: label(text).length > 0,
        unit: isNameLike(text) ? lookup(text) : undefined,
      };
    });
  }),
);

function wordsOn({ rows }: Sheet, read: (text: string) => TextWords): SheetWords | undefined {
  let [texts, unitLabels] = [0, 0];
  let [asks, headsUnits] = [false, false];
  const units = new Set<string>();
  for (const cells of rows.values()) {
    for (const { value } of cells.values()) {
      if (value.kind !== 'text') continue;
      if (++texts > MOST_TEXTS) return undefined;
      const words = read(value.text);
      asks ||= words.asks;
      headsUnits ||= words.headsUnits;
      if (words.isUnitLabel) unitLabels += 1;
      if (words.unit !== undefined) units.add(words.unit);
    }
  }
  return { asks, headsUnits, unitLabels, units };
}

const wordsBy = rememberedFor((lookup: UnitLookup) =>
  rememberedFor((directive: Directive) => {
    const read = textWords(lookup)(directive);
    return rememberedLately((sheet: Sheet) => wordsOn(sheet, read));
  }),
);

/** What the words of the sheet can be; undefined when there are too many of them to look at. */
export function sheetWords(sheet: Sheet, directive: Directive, lookup: UnitLookup): SheetWords | undefined {
  return wordsBy(lookup)(directive)(sheet);
}
