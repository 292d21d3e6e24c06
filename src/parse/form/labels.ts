import type { Form, FormSheetId } from '../../model/directive.ts';
import { cellAddress, type Cell, type CellRef, type Sheet, type Workbook } from '../../model/workbook.ts';
import { rememberedFor, rememberedLately } from '../../vi/remembered.ts';
import { matchKey } from '../../vi/text.ts';
import { splitCountWord } from '../cells/count-words.ts';
import { likelySheets, namesOf, refOf } from './form-sheets.ts';
import { fieldOf, isOverSignature, type Below, type LabelledSheet } from './label-place.ts';
import { labelReader, type Label, type LabelText } from './label-words.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';

/** What stands in the field, and where; `cell` is undefined when it is blank. */
export interface LabelledCell {
  readonly cell: Cell | undefined;
  readonly ref: CellRef;
}

/** A field that was found by its label; row and column are zero-based. */
export interface FoundField extends LabelledCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** Places with the same label and another answer on sheets that are not hidden. */
  readonly others: readonly CellRef[];
}

/** A part of a sheet that belongs to a table, all ends inclusive, zero-based. */
export interface Region {
  readonly sheet: Sheet;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const ROWS_SEARCHED = 500;
const CELLS_IN_ROW = 60;
/** Places of one label on a sheet that are looked at. */
const MOST_PLACES = 40;

/** A label on a sheet. */
interface Hit<Id extends string> extends LabelText<Id> {
  readonly row: number;
  readonly column: number;
}

/** A text that may be a label. */
interface PlacedText {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Asked for with every kind of label. */
function textsOn(sheet: Sheet, regions: readonly Region[]): readonly PlacedText[] {
  return textsOutside(regions)(sheet);
}

const textsOutside = rememberedFor((regions: readonly Region[]) =>
  rememberedLately((sheet: Sheet): readonly PlacedText[] => {
    const isInTable = tableTest(sheet, regions);
    const texts: PlacedText[] = [];
    let rows = 0;
    for (const [row, cells] of sheet.rows) {
      if (++rows > ROWS_SEARCHED) break;
      let count = 0;
      for (const [column, { value }] of cells) {
        if (++count > CELLS_IN_ROW) break;
        if (value.kind !== 'text' || isInTable(row, column)) continue;
        texts.push({ sheet, row, column, text: value.text });
      }
    }
    return texts;
  }),
);

/** The texts outside tables, on the sheets that people see; so far down and to the right as labels are looked for. */
export function textsOutsideTables(workbook: Workbook, regions: readonly Region[]): readonly PlacedText[] {
  const visible = likelySheets(workbook, []).filter(({ isHidden }) => !isHidden);
  return visible.flatMap((sheet) => textsOn(sheet, regions));
}

function hitsOn<Id extends string>(
  sheet: Sheet,
  regions: readonly Region[],
  read: (text: string) => readonly LabelText<Id>[],
): readonly Hit<Id>[] {
  const hits: Hit<Id>[] = [];
  for (const { row, column, text } of textsOn(sheet, regions)) {
    for (const hit of read(text)) hits.push({ ...hit, row, column });
  }
  return hits;
}

function tableTest(sheet: Sheet, regions: readonly Region[]): (row: number, column: number) => boolean {
  const own = regions.filter((region) => region.sheet === sheet);
  return (row, column) =>
    own.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

/** `Đơn vị: người` above a table says what is counted in it. */
function isCountUnit(text: string): boolean {
  return text === '%' || splitCountWord(`1 ${text}`) !== undefined;
}

function belowOf(sheetId: FormSheetId, id: string): Below {
  if (sheetId === 'opinions') return 'text';
  return id === 'reportedOn' || id === 'countedOn' ? 'day' : 'nothing';
}

/** A field with what is needed to choose between several places of one label. */
interface Candidate extends Omit<FoundField, 'others'> {
  readonly isOwn: boolean;
}

/** The places of a label on one sheet, the form's own words first. */
function candidatesOn<Id extends string>(
  file: string,
  sheetId: FormSheetId,
  labelled: LabelledSheet,
  hits: readonly Hit<Id>[],
): readonly Candidate[] {
  const { sheet } = labelled;
  const found = hits
    .slice(0, MOST_PLACES)
    .filter((hit) => !isOverSignature(labelled, hit))
    .map(({ id, isOwn, answer, row, column }): Candidate => {
      const field =
        answer === ''
          ? fieldOf(labelled, { row, column }, belowOf(sheetId, id))
          : { row, column, cell: { value: { kind: 'text', text: answer }, isFormula: false } as const };
      return { ...field, sheet, isOwn, ref: refOf(file, sheet, field.row, field.column) };
    })
    .filter(({ cell }) => cell?.value.kind !== 'text' || !isCountUnit(cell.value.text));
  return [...found.filter(({ isOwn }) => isOwn), ...found.filter(({ isOwn }) => !isOwn)];
}

/** What is compared: the words, or of a date its numbers, however it is written (`05/11/2025`, `ngày 5 tháng 11 năm 2025`). */
function answerKey({ value }: Cell): string {
  const text = rawText(value);
  const numbers = (text.match(/\d+/gu) ?? []).map(Number);
  return numbers.length === 3 ? numbers.join(' ') : matchKey(text);
}

function sameText({ cell: a }: Candidate, { cell: b }: Candidate): boolean {
  return a !== undefined && b !== undefined && answerKey(a) === answerKey(b);
}

/** The first place counts; a blank one gives way to a filled one of the same wording that is not hidden. */
function choose(candidates: readonly Candidate[]): FoundField | undefined {
  const [first] = candidates;
  if (first === undefined) return undefined;
  const visible = candidates.filter(({ isOwn, sheet }) => isOwn === first.isOwn && !sheet.isHidden);
  const filled = visible.filter(({ cell }) => isFilled(cell));
  const chosen = isFilled(first.cell) ? first : (filled[0] ?? first);
  const others = filled.filter((one) => one !== chosen && !sameText(one, chosen)).map(({ ref }) => ref);
  const { cell, ref, sheet, row, column } = chosen;
  return { cell, ref, sheet, row, column, others };
}

/** What the form's labels are, made once: the readers keep what they have learnt of every text. */
const labelReaders = rememberedFor((labels: readonly Label<string>[]) => ({
  ofLine: labelReader(labels, false),
  ofLines: labelReader(labels, true),
}));

/** All labels of a form, and what it says beside its fields. */
const wordsOfForm = rememberedFor(({ fields, opinions }: Form) => {
  const guidance = new Set([...fields, ...opinions].map((field) => matchKey(field.guidance)));
  guidance.delete('');
  return { isAnyLabel: labelReader<string>([...fields, ...opinions], false), guidance };
});

/**
 * The fields of that sheet of the form, wherever in the file their labels stand outside tables, hidden sheets last; the first
 * place of each label counts, but on a sheet the form's own label goes before another name for it, which may stand in the title.
 */
export function locateLabels<Id extends string>(
  workbook: Workbook,
  form: Form,
  sheetId: FormSheetId,
  labels: readonly Label<Id>[],
  regions: readonly Region[],
): ReadonlyMap<Id, FoundField> {
  const own = labelReaders(labels)[sheetId === 'opinions' ? 'ofLines' : 'ofLine'];
  const ids = new Set<string>(labels.map(({ id }) => id));
  const read = (text: string): readonly LabelText<Id>[] =>
    own(text).filter((found): found is LabelText<Id> => ids.has(found.id));
  const { isAnyLabel, guidance } = wordsOfForm(form);
  const candidates = new Map<Id, Candidate[]>();
  const sheets = likelySheets(workbook, namesOf(form, sheetId));
  for (const sheet of sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))) {
    const hits = hitsOn(sheet, regions, read);
    if (hits.length === 0) continue;
    const known = new Set(hitsOn(sheet, regions, isAnyLabel).map(({ row, column }) => cellAddress(row, column)));
    const labelled: LabelledSheet = {
      sheet,
      isLabel: (row, column) => known.has(cellAddress(row, column)),
      isInTable: tableTest(sheet, regions),
      guidance,
      rows: [...sheet.rows.keys()].slice(0, ROWS_SEARCHED + 1),
    };
    for (const { id } of labels) {
      const places = candidatesOn(
        workbook.file,
        sheetId,
        labelled,
        hits.filter((hit) => hit.id === id),
      );
      candidates.set(id, [...(candidates.get(id) ?? []), ...places]);
    }
  }
  return new Map(
    [...candidates].flatMap(([id, own]) => {
      const field = choose(own);
      return field === undefined ? [] : [[id, field] as const];
    }),
  );
}
