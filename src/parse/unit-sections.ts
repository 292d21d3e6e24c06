import type { Directive } from '../model/directive.ts';
import { grouped } from '../model/grouped.ts';
import type { Cell, Sheet, Workbook } from '../model/workbook.ts';
import { matchKey } from '../vi/text.ts';
import { locateParts } from './form/form-parts.ts';
import { labelOf } from './form/label-words.ts';
import { isStampSheet } from './form/stamp.ts';
import { sheetWords, unitLabelReader } from './sheet-words.ts';

const ROWS_SEARCHED = 1_000;
const CELLS_SEARCHED = 20;
/** The name stands at most so many filled cells behind its label. */
const CELLS_BEHIND = 2;

/** A row with the label for the unit's name and a name of the register. */
interface Named {
  readonly row: number;
  readonly label: string;
  readonly unit: string;
}

type Lookup = (text: string) => string | undefined;

function namedIn(
  row: number,
  cells: ReadonlyMap<number, Cell>,
  read: (text: string) => string | undefined,
  lookup: Lookup,
): readonly Named[] {
  const texts = [...cells.values()]
    .slice(0, CELLS_SEARCHED)
    .map(({ value }) => (value.kind === 'text' ? value.text : ''));
  return texts.flatMap((text, index) => {
    const answer = text === '' ? undefined : read(text);
    if (answer === undefined) return [];
    const names = answer === '' ? texts.slice(index + 1, index + 1 + CELLS_BEHIND) : [answer];
    const unit = names.map((name) => (name === '' ? undefined : lookup(name))).find((one) => one !== undefined);
    return unit === undefined ? [] : [{ row, label: matchKey(labelOf(text)), unit }];
  });
}

/** The rows in which forms of different units begin; empty when the sheet holds one form, or none. */
function beginnings(sheet: Sheet, { form }: Directive, lookup: Lookup): readonly number[] {
  const reader = unitLabelReader(form);
  const read = (text: string): string | undefined => reader(text)[0]?.answer;
  const found = [...sheet.rows].slice(0, ROWS_SEARCHED).flatMap(([row, cells]) => namedIn(row, cells, read, lookup));
  const byLabel = [...grouped(found, ({ label }) => label).values()];
  // Other words for the same label may stand over the sender (“Đơn vị: UBND xã …”).
  const own = byLabel.find((hits) => new Set(hits.map(({ unit }) => unit)).size === hits.length && hits.length > 1);
  return [...new Set(own?.map(({ row }) => row) ?? [])];
}

/** The rows of the sheet from the first to before the last. */
function section(sheet: Sheet, from: number, to: number): Sheet {
  return {
    ...sheet,
    rows: new Map([...sheet.rows].filter(([row]) => row >= from && row < to)),
    merges: sheet.merges.filter(({ top }) => top >= from && top < to),
  };
}

/**
 * The sheet cut where forms of different units stand below one another, each beginning with the field for the unit's name; the
 * sheet itself when it holds one form. Rows keep their numbers.
 */
function sectionsOf(file: string, sheet: Sheet, directive: Directive, lookup: Lookup): readonly Sheet[] {
  const words = isStampSheet(sheet) ? undefined : sheetWords(sheet, directive, lookup);
  const isWhole = isStampSheet(sheet) || (words !== undefined && words.unitLabels < 2);
  const rows = isWhole ? [] : beginnings(sheet, directive, lookup);
  if (rows.length < 2) return [sheet];
  const sections = rows.map((row, index) => section(sheet, index === 0 ? 0 : row, rows[index + 1] ?? Infinity));
  const hasTable = (one: Sheet): boolean => {
    const { tasks, indicators } = locateParts({ file, sheets: [one] }, directive, undefined);
    return tasks !== undefined || indicators !== undefined;
  };
  return sections.every(hasTable) ? sections : [sheet];
}

/** The workbook with every sheet on which forms of several units stand below one another cut into one sheet for each. */
export function withSections({ file, sheets }: Workbook, directive: Directive, lookup: Lookup): Workbook {
  return { file, sheets: sheets.flatMap((sheet) => sectionsOf(file, sheet, directive, lookup)) };
}

/** `, dòng 1 đến 5` of a sheet that was cut, to be put behind its name; '' of a whole one. */
export function sectionRows(sheet: Sheet, all: readonly Sheet[]): string {
  if (all.filter(({ name }) => name === sheet.name).length < 2) return '';
  const rows = [...sheet.rows.keys()];
  return `, dòng ${String((rows[0] ?? 0) + 1)} đến ${String((rows.at(-1) ?? 0) + 1)}`;
}
