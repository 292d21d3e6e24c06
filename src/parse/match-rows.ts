import { cellAt, type Sheet } from '../model/workbook.ts';
import { matchKey, normalizeText } from '../vi/text.ts';
import { isFilled, rawText } from './raw-text.ts';

/** What a row of a table can be about. */
export interface Entry {
  readonly id: string;
  readonly code: string;
  /** The title and its other wordings. */
  readonly titles: readonly string[];
}

/** The body of a table whose rows are recognised; columns and rows are zero-based. */
export interface Body {
  readonly sheet: Sheet;
  readonly firstRow: number;
  readonly code: number | undefined;
  readonly title: number | undefined;
  /** The columns with answers; the first is the one that a row is there for. */
  readonly answers: readonly number[];
}

/** A row that belongs to nothing known but has an answer. */
export interface StrangeRow {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The rows of every entry that was found, in the order of the sheet, and the strange ones. */
export interface RowMatches {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly strange: readonly StrangeRow[];
}

const SUBTOTAL = /^(?:tổng|cộng|tc)(?:\s|$)/u;
const CODE_LIKE = /^(?=.*\d)[\p{L}\d.\-/ ]{1,12}$/u;

function textAt(sheet: Sheet, row: number, column: number | undefined): string {
  const cell = column === undefined ? undefined : cellAt(sheet, row, column);
  return cell === undefined ? '' : normalizeText(rawText(cell.value));
}

/** The form writes its guidance below the title, in the same cell. */
function firstLineAt(sheet: Sheet, row: number, column: number | undefined): string {
  const cell = column === undefined ? undefined : cellAt(sheet, row, column);
  return cell === undefined ? '' : normalizeText(rawText(cell.value).split(/\r?\n/u)[0] ?? '');
}

/** The entries that each title can mean. */
function idsByTitle(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { id, titles } of entries) {
    for (const key of titles.map(matchKey)) ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  return ids;
}

/** Code first, then title; without a column for codes any cell of the row may hold the code. */
function recogniser(
  entries: readonly Entry[],
  preferred: ReadonlySet<string>,
  { sheet, code, title }: Body,
): (row: number) => string | undefined {
  const byCode = new Map(entries.map((entry) => [matchKey(entry.code), entry.id]));
  const byTitle = idsByTitle(entries);
  const ofCode = (row: number, column: number): string | undefined => byCode.get(matchKey(textAt(sheet, row, column)));
  const ofTitle = (row: number): string | undefined => {
    const texts = [textAt(sheet, row, title), firstLineAt(sheet, row, title)];
    const ids = [...(texts.map((text) => byTitle.get(matchKey(text))).find((found) => found !== undefined) ?? [])];
    const own = ids.filter((id) => preferred.has(id));
    const fitting = own.length > 0 ? own : ids;
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return (row) => {
    const columns = code === undefined ? [...(sheet.rows.get(row)?.keys() ?? [])] : [code];
    return columns.map((column) => ofCode(row, column)).find((id) => id !== undefined) ?? ofTitle(row);
  };
}

/** A row that says something about nothing known; bands, subtotals, notes, headers and signatures are not such rows. */
function strangeRow(row: number, body: Body, ignored: ReadonlySet<string>, isInside: boolean): StrangeRow | undefined {
  const main = body.answers[0];
  if (main === undefined || !isFilled(cellAt(body.sheet, row, main))) return undefined;
  const [code, title] = [textAt(body.sheet, row, body.code), textAt(body.sheet, row, body.title)];
  if ([code, title].some((text) => ignored.has(matchKey(text)) || SUBTOTAL.test(matchKey(text)))) return undefined;
  if (code === '' && title === '') return undefined;
  if (!isInside && !CODE_LIKE.test(code)) return undefined;
  const column = (code === '' ? body.title : body.code) ?? main;
  return { row, column, text: code === '' ? title : code };
}

/**
 * Finds the rows of the entries by code, then by title; a title that several entries share counts only where it is clear
 * among the preferred ones. `ignored`: keys of codes and headings that are known but of no interest here.
 */
export function matchRows(
  body: Body,
  entries: readonly Entry[],
  preferred: ReadonlySet<string>,
  ignored: ReadonlySet<string>,
): RowMatches {
  const recognise = recogniser(entries, preferred, body);
  const below = [...body.sheet.rows.keys()].filter((row) => row >= body.firstRow);
  const recognised = below.map((row) => ({ row, id: recognise(row) }));
  const last = recognised.findLast(({ id }) => id !== undefined)?.row ?? -1;
  const rows = new Map<string, number[]>();
  const strange: StrangeRow[] = [];
  for (const { row, id } of recognised) {
    if (id === undefined) {
      const stranger = strangeRow(row, body, ignored, row < last);
      if (stranger !== undefined) strange.push(stranger);
    } else {
      const own = rows.get(id);
      if (own === undefined) rows.set(id, [row]);
      else own.push(row);
    }
  }
  return { rows, strange };
}
