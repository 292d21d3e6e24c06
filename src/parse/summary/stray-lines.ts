import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import type { Arrival, Submission } from '../../model/submission.ts';
import { columnName, type Cell, type CellRef, type Sheet, type Workbook } from '../../model/workbook.ts';
import { formatInteger } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { countLike } from '../cells/count-like.ts';
import { isStampSheet } from '../form/stamp.ts';
import { problem } from '../problems.ts';
import { sheetWords } from '../sheet-words.ts';
import { listWords } from '../tables/listed-words.ts';
import { gridOf, refIn, type Grid } from './grid.ts';
import { headingQuestion } from './heading-suggestions.ts';
import type { SummaryTable } from './locate.ts';
import { limitedLookup, type UnitLookup } from './unit-lookup.ts';

/** Lines of a sheet that are looked at, and cells of a line. */
const LINES_SEARCHED = 2_000;
const CELLS_SEARCHED = 60;
/** A line begins with the unit when its name is among so many first cells (number, code, name). */
const FIRST_CELLS = 3;
/** A name is short; in characters. */
const LONGEST_NAME = 80;

type Cells = ReadonlyMap<number, Cell>;

/** A line that names a unit and has numbers which no table takes. */
interface StrayLine {
  readonly line: number;
  readonly place: number;
  readonly unit: string;
  readonly name: string;
}

/** The tables of the sheet in whose lines that line lies. */
function tablesOver(tables: readonly SummaryTable[], line: number): readonly SummaryTable[] {
  return tables.filter(({ lastHeading, end }) => line > lastHeading && line < end);
}

function isHeading(tables: readonly SummaryTable[], line: number): boolean {
  return tables.some(({ firstHeading, lastHeading }) => line >= firstHeading && line <= lastHeading);
}

/** Whether some unit's report says that number already. */
function isReported(submissions: readonly Submission[], unit: string, number: number): boolean {
  return submissions.some(
    (submission) =>
      submission.unit.id === unit &&
      [...submission.indicators.map(({ value }) => value), ...submission.tasks.map(({ quantity }) => quantity)].some(
        (answer) => answer.kind === 'value' && answer.value === number,
      ),
  );
}

/** What is needed to tell whether a line is lost. */
interface Search {
  readonly tables: readonly SummaryTable[];
  readonly lookup: UnitLookup;
  readonly submissions: readonly Submission[];
}

/** The unit that the line begins with, outside of the places where tables have theirs. */
function strayIn(line: number, cells: Cells, { tables, lookup, submissions }: Search): StrayLine | undefined {
  const over = tablesOver(tables, line);
  const known = new Set(over.flatMap(({ unitPlace, columns }) => [unitPlace, ...columns.keys()]));
  const own = [...cells].slice(0, CELLS_SEARCHED);
  const named = new Set(over.flatMap(({ unitPlace }) => lookup(textAt(cells, unitPlace)) ?? []));
  for (const [index, [place, { value }]] of own.entries()) {
    if (over.length === 0 && index >= FIRST_CELLS) return undefined;
    const isName = value.kind === 'text' && value.text.length <= LONGEST_NAME && /\p{L}/u.test(value.text);
    if (!isName || known.has(place)) continue;
    const numbers = own.slice(index + 1).flatMap(([at, cell]) => (known.has(at) ? [] : (countLike(cell) ?? [])));
    if (numbers.length === 0) continue;
    const unit = lookup(value.text);
    if (unit === undefined || named.has(unit)) continue;
    if (numbers.every((number) => isReported(submissions, unit, number))) continue;
    return { line, place, unit, name: value.text };
  }
  return undefined;
}

function textAt(cells: Cells, place: number): string {
  const value = cells.get(place)?.value;
  return value?.kind === 'text' ? value.text : '';
}

/** The texts of the line right above, if they look like headings: several texts and no numbers. */
function headingsAbove(
  grid: Grid,
  { line, place: first }: StrayLine,
): readonly { readonly text: string; readonly ref: CellRef }[] {
  const above = [...grid.lines].findLast(([one]) => one < line);
  if (above === undefined) return [];
  const [row, all] = above;
  const cells = new Map([...all].filter(([place]) => place >= first));
  if ([...cells.values()].some((cell) => countLike(cell) !== undefined)) return [];
  const texts = [...cells].flatMap(([place, { value }]) =>
    value.kind === 'text' ? [{ text: value.text, ref: refIn(grid, row, place) }] : [],
  );
  return texts.length > 1 ? texts : [];
}

function straysOn(grid: Grid, search: Search): readonly StrayLine[] {
  return [...grid.lines]
    .slice(0, LINES_SEARCHED)
    .flatMap(([line, cells]) => (isHeading(search.tables, line) ? [] : (strayIn(line, cells, search) ?? [])));
}

function findingOn(grid: Grid, strays: readonly StrayLine[], directive: Directive): readonly Diagnostic[] {
  const [first] = strays;
  if (first === undefined) return [];
  const { sheet, orientation } = grid;
  const what = orientation === 'rows' ? 'dòng' : 'cột';
  const names = strays.map(({ line }) => (orientation === 'rows' ? String(line + 1) : columnName(line)));
  const listed = listWords(names, what);
  const units = listWords([...new Set(strays.map(({ name }) => quoteValue(name)))], 'đơn vị');
  const location = { kind: 'cell', ref: refIn(grid, first.line, first.place) } as const;
  const facts = { lineCount: strays.length };
  const headings = headingsAbove(grid, first);
  const lines = `${formatInteger(strays.length)} ${what} số liệu của ${units} (${what} ${listed})`;
  if (headings.length === 0) {
    const where = orientation === 'rows' ? 'phía trên' : 'bên trái';
    return [
      problem('rows-without-headings', {
        message: `Trang ${quoteValue(sheet.name)} có ${lines} nhưng ${where} không có tiêu đề cho biết mỗi số là chỉ tiêu nào nên các số này không được tính`,
        hint: `Chép ${what} tiêu đề của bảng vào ngay ${where} ${what} ${names[0] ?? ''}, hoặc chuyển các ${what} này vào liền dưới bảng đã có tiêu đề`,
        location,
        facts,
      }),
    ];
  }
  const suggestion = headingQuestion(
    headings.map(({ text }) => text),
    directive,
  );
  return [
    problem('table-unrecognised', {
      message: `Trang ${quoteValue(sheet.name)} có ${lines} nhưng tiêu đề của bảng không giống biểu mẫu nên các số này không được tính${suggestion.question}`,
      hint: `Sửa tiêu đề của bảng cho đúng tên hoặc mã chỉ tiêu, nhiệm vụ trong biểu mẫu${suggestion.hint}; nếu là bảng của việc khác thì giữ nguyên`,
      location,
      facts: { ...facts, ...suggestion.facts },
    }),
  ];
}

/** One unit over numbers may be the title of its form; unless units stand side by side elsewhere in the file, several are needed. */
function fewestOn({ orientation }: Grid, tables: readonly SummaryTable[]): number {
  return orientation === 'rows' || tables.some(({ grid }) => grid.orientation === 'columns') ? 1 : 2;
}

/**
 * Lines that begin with a unit of the register and hold numbers outside of all tables, as when a table goes on upon another sheet
 * without its headings. What the numbers are is not guessed: one finding for each sheet says that they do not count. Numbers that
 * the unit's report has anyway are not missed.
 */
export function strayLines(
  workbook: Workbook,
  tables: readonly SummaryTable[],
  arrivals: readonly Arrival[],
  { directive, lookup }: { readonly directive: Directive; readonly lookup: UnitLookup },
): readonly Diagnostic[] {
  const submissions = arrivals.flatMap(({ submission }) => submission ?? []);
  const directionsOf = (own: readonly SummaryTable[]): readonly Grid['orientation'][] =>
    own.length === 0 ? ['rows', 'columns'] : own.slice(0, 1).map(({ grid }) => grid.orientation);
  const findingsOn = (sheet: Sheet): readonly Diagnostic[] => {
    const own = tables.filter(({ grid }) => grid.sheet === sheet);
    const grids = directionsOf(own).map((direction) => gridOf(workbook.file, sheet, direction));
    const found = grids.map((grid) => ({
      grid,
      strays: straysOn(grid, { tables: own, lookup: limitedLookup(lookup), submissions }),
    }));
    const best = found.find(({ grid, strays }) => strays.length >= fewestOn(grid, tables));
    return best === undefined ? [] : findingOn(best.grid, best.strays, directive);
  };
  const namesUnit = (sheet: Sheet): boolean => sheetWords(sheet, directive, lookup)?.units.size !== 0;
  return workbook.sheets.filter((sheet) => !isStampSheet(sheet) && namesUnit(sheet)).flatMap(findingsOn);
}
