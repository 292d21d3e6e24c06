import type { Form, FormSheetId } from '../model/directive.ts';
import { cellAt, type Cell, type CellRef, type Sheet, type Workbook } from '../model/workbook.ts';
import { matchKey } from '../vi/text.ts';
import { likelySheets, namesOf, refOf } from './form-sheets.ts';

/** A cell to fill in that stands beside its label. */
export interface Label<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** What stands in the field, and where; `cell` is undefined when it is blank. */
export interface LabelledCell {
  readonly cell: Cell | undefined;
  readonly ref: CellRef;
}

/** Rows of a sheet that belong to a table, both ends inclusive, zero-based. */
export interface Region {
  readonly sheet: Sheet;
  readonly top: number;
  readonly bottom: number;
}

const LONGEST_LABEL = 300;
const ROWS_SEARCHED = 500;

/** The field is the cell to the right of the label, behind the label's merge if it has one. */
function beside(file: string, sheet: Sheet, row: number, column: number): LabelledCell {
  const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
  const target = (merge?.right ?? column) + 1;
  return { cell: cellAt(sheet, row, target), ref: refOf(file, sheet, row, target) };
}

/** `Đơn vị: Thôn …` in one cell: label and answer, cut at the first colon. */
function cut(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
}

/** The field whose label stands in that cell, or undefined when the text is no label. */
function fieldAt<Id extends string>(
  file: string,
  sheet: Sheet,
  [row, column, text]: readonly [number, number, string],
  ids: ReadonlyMap<string, Id>,
): readonly [Id, LabelledCell] | undefined {
  const whole = ids.get(matchKey(text.slice(0, LONGEST_LABEL)));
  if (whole !== undefined) return [whole, beside(file, sheet, row, column)];
  const [label, answer] = cut(text);
  const id = ids.get(matchKey(label.slice(0, LONGEST_LABEL)));
  if (id === undefined) return undefined;
  if (answer === '') return [id, beside(file, sheet, row, column)];
  const cell: Cell = { value: { kind: 'text', text: answer }, isFormula: false };
  return [id, { cell, ref: refOf(file, sheet, row, column) }];
}

/** The texts of the sheet's upper rows with their places, but for those of tables. */
function textsOf(sheet: Sheet, regions: readonly Region[]): readonly (readonly [number, number, string])[] {
  const tables = regions.filter((region) => region.sheet === sheet);
  return [...sheet.rows]
    .slice(0, ROWS_SEARCHED)
    .filter(([row]) => !tables.some(({ top, bottom }) => row >= top && row <= bottom))
    .flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value }]) => (value.kind === 'text' ? [[row, column, value.text] as const] : [])),
    );
}

/** The labels in the order in which they are believed: the form's own words before what else they are called. */
function wordings<Id extends string>(labels: readonly Label<Id>[]): readonly ReadonlyMap<string, Id>[] {
  return [
    new Map(labels.map(({ id, label }) => [matchKey(label), id])),
    new Map(labels.flatMap(({ id, aliases }) => aliases.map((word) => [matchKey(word), id]))),
  ];
}

/**
 * The fields of that sheet of the form, wherever in the file their labels stand outside tables; the first place of each
 * label counts, but on a sheet the form's own label goes before another name for it, which may stand in the title.
 */
export function locateLabels<Id extends string>(
  workbook: Workbook,
  form: Form,
  sheetId: FormSheetId,
  labels: readonly Label<Id>[],
  regions: readonly Region[],
): ReadonlyMap<Id, LabelledCell> {
  const believed = wordings(labels);
  const found = new Map<Id, LabelledCell>();
  for (const sheet of likelySheets(workbook, namesOf(form, sheetId))) {
    const texts = textsOf(sheet, regions);
    for (const [ids, text] of believed.flatMap((words) => texts.map((place) => [words, place] as const))) {
      const field = fieldAt(workbook.file, sheet, text, ids);
      if (field !== undefined && !found.has(field[0])) found.set(...field);
    }
  }
  return found;
}
