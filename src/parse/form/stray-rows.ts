import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import type { IndicatorAnswer, TaskAnswer } from '../../model/submission.ts';
import type { Cell, Sheet, Workbook } from '../../model/workbook.ts';
import { formatInteger } from '../../vi/number.ts';
import { matchKey, quoteValue } from '../../vi/text.ts';
import { countLike } from '../cells/count-like.ts';
import { problem } from '../problems.ts';
import { listWords } from '../tables/listed-words.ts';
import type { Search } from '../tables/table-spec.ts';
import { refOf } from './form-sheets.ts';
import { indicatorSearch } from './indicators.ts';
import type { Region } from './labels.ts';
import { isStampSheet } from './stamp.ts';
import { taskSearch } from './tasks.ts';

const ROWS_SEARCHED = 2_000;
const CELLS_SEARCHED = 60;
/** A row begins with its code or title when that is among so many first cells (number, code, title). */
const FIRST_CELLS = 3;

/** A row of the form's tables that stands outside of them, with an answer. */
interface StrayRow {
  readonly row: number;
  readonly column: number;
  readonly code: string;
  readonly noun: string;
}

/** What is known of the file when rows outside its tables are looked for. */
export interface KnownAnswers {
  /** The tables that were found; the others have a finding of their own. */
  readonly located: { readonly tasks: boolean; readonly indicators: boolean };
  readonly regions: readonly Region[];
  readonly tasks: readonly TaskAnswer[];
  readonly indicators: readonly IndicatorAnswer[];
}

type Cells = readonly (readonly [column: number, cell: Cell])[];

/** Whether these cells hold an answer to that entry that is not read elsewhere. */
type HasAnswer = (id: string, cells: Cells) => boolean;

function numberTest({ indicators }: KnownAnswers): HasAnswer {
  return (id, cells) => {
    const known = indicators.find(({ indicator }) => indicator === id)?.value;
    const numbers = cells.flatMap(([, cell]) => countLike(cell) ?? []);
    return numbers.length > 0 && !(known?.kind === 'value' && numbers.includes(known.value));
  };
}

function statusTest({ tasks }: KnownAnswers, { form }: Directive): HasAnswer {
  const statuses = new Map(
    form.statuses.flatMap(({ id, label, aliases }) => [label, ...aliases].map((word) => [matchKey(word), id] as const)),
  );
  return (id, cells) => {
    const known = tasks.find(({ task }) => task === id)?.status;
    const found = cells.flatMap(([, { value }]) =>
      value.kind === 'text' ? (statuses.get(matchKey(value.text)) ?? []) : [],
    );
    return found.length > 0 && !(known?.kind === 'value' && found.includes(known.value));
  };
}

function finder<Id extends string>(
  { spec: { entries, noun }, rows: { identifier } }: Search<Id>,
  hasAnswer: HasAnswer,
): (row: number, cells: Cells) => StrayRow | undefined {
  const { ofCode, ofTitle } = identifier;
  return (row, cells) => {
    for (const [index, [column, { value }]] of cells.slice(0, FIRST_CELLS).entries()) {
      if (value.kind !== 'text') continue;
      const titles = ofTitle(value.text);
      const id = ofCode(value.text) ?? (titles.size === 1 ? [...titles][0] : undefined);
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry === undefined) continue;
      if (entry.isComputed === true || !hasAnswer(entry.id, cells.slice(index + 1))) return undefined;
      return { row, column, code: entry.code, noun };
    }
    return undefined;
  };
}

function findingOn(file: string, sheet: Sheet, strays: readonly StrayRow[]): readonly Diagnostic[] {
  const [first] = strays;
  if (first === undefined) return [];
  const numbers = listWords(
    strays.map(({ row }) => String(row + 1)),
    'dòng',
  );
  const codes = listWords([...new Set(strays.map(({ code }) => code))], first.noun);
  return [
    problem('rows-without-headings', {
      message: `Trang ${quoteValue(sheet.name)} có ${formatInteger(strays.length)} dòng của ${codes} (dòng ${numbers}) nằm ngoài các bảng, phía trên không có dòng tiêu đề nên nội dung các dòng này không được tính`,
      hint: `Chép dòng tiêu đề của bảng vào ngay phía trên dòng ${String(first.row + 1)}, hoặc chuyển các dòng này vào bảng đã có tiêu đề`,
      location: { kind: 'cell', ref: refOf(file, sheet, first.row, first.column) },
      facts: { lineCount: strays.length },
    }),
  ];
}

/**
 * Rows that begin with a code or title of the form and hold an answer, but stand outside of all its tables, as when a table goes
 * on upon another sheet without its headings. Which column an answer belongs to is not guessed: one finding for each sheet says
 * that they do not count. What is read elsewhere anyway is not missed.
 */
export function strayRows(workbook: Workbook, directive: Directive, known: KnownAnswers): readonly Diagnostic[] {
  const finders = [
    ...(known.located.tasks ? [finder(taskSearch(directive), statusTest(known, directive))] : []),
    ...(known.located.indicators ? [finder(indicatorSearch(directive), numberTest(known))] : []),
  ];
  return workbook.sheets
    .filter((sheet) => !isStampSheet(sheet))
    .flatMap((sheet) => {
      const regions = known.regions.filter((region) => region.sheet === sheet);
      const isInTable = (row: number): boolean => regions.some(({ top, bottom }) => row >= top && row <= bottom);
      const strays = [...sheet.rows].slice(0, ROWS_SEARCHED).flatMap(([row, cells]) => {
        if (isInTable(row)) return [];
        const own = [...cells].slice(0, CELLS_SEARCHED);
        return finders.map((find) => find(row, own)).find((one) => one !== undefined) ?? [];
      });
      return findingOn(workbook.file, sheet, strays);
    });
}
