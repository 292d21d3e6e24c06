import type { Sheet } from '../../model/workbook.ts';
import { isEarlierHeading } from './earlier-headings.ts';
import { headerLines, widened, type HeaderLine, type HeaderText } from './header-texts.ts';
import type { HeadingMatcher } from './heading-match.ts';

/** A heading that was recognised. */
export interface HeaderCell<Id extends string> {
  readonly id: Id;
  readonly row: number;
  readonly column: number;
  /** The last column that it covers; more than `column` for a heading that is merged over several. */
  readonly right: number;
}

/** One or more rows that together hold the headings of tables (dòng tiêu đề). */
export interface Header<Id extends string> {
  readonly top: number;
  /** The last row that the headings cover. */
  readonly bottom: number;
  /** By column. */
  readonly cells: readonly HeaderCell<Id>[];
  /** Columns in which these rows hold what only rows of answers hold, as when a table beside it begins further up. */
  readonly body: readonly number[];
}

/** Group heading, heading, and one below. */
const MOST_ROWS = 3;
/** More tables than that, nobody's form has on one sheet. */
const MOST_HEADERS = 40;
const REMARK = /^\s*[([].*[)\]]\s*$/su;

/** The headings that stand over one column, the uppermost first. */
type Chain = readonly { readonly level: number; readonly row: number; readonly text: HeaderText }[];

function chainAt(lines: readonly HeaderLine[], column: number): Chain {
  return lines.flatMap(({ row, texts }, level) => {
    const text = texts.find((one) => one.column <= column && column <= one.right);
    return text === undefined ? [] : [{ level, row, text }];
  });
}

/** Whether the column is about an earlier round: one of its headings says so, and is none that the directive has for this one. */
function isEarlier(chain: Chain, match: HeadingMatcher<string>): boolean {
  return chain.some(({ text: { text } }) => isEarlierHeading(text) && match(text) === undefined);
}

/**
 * The lowest text says what the column is, by itself or together with the group heading above (`Thực hiện` › `Ngày`). A column of
 * an earlier round is none.
 */
function ownId<Id extends string>(chain: Chain, match: HeadingMatcher<Id>): Id | undefined {
  const [lowest, above] = [chain.at(-1), chain.at(-2)];
  if (lowest === undefined || isEarlier(chain, match)) return undefined;
  const own = match(lowest.text.text);
  if (own !== undefined || above === undefined) return own;
  return match(`${above.text.text} ${lowest.text.text}`) ?? match(`${lowest.text.text} ${above.text.text}`);
}

interface Reading<Id extends string> {
  readonly header: Header<Id>;
  /** How many headings each of the rows gives by its own words. */
  readonly given: readonly number[];
}

/** Reads these rows together as one header. A group heading over columns that are all unknown stands for each of them. */
function readTogether<Id extends string>(lines: readonly HeaderLine[], match: HeadingMatcher<Id>): Reading<Id> {
  const columns = [...new Set(lines.flatMap(({ texts }) => texts.map(({ column }) => column)))].sort((a, b) => a - b);
  const chains = columns.map((column) => {
    const chain = chainAt(lines, column);
    return { column, chain, own: ownId(chain, match) };
  });
  const isOverKnown = ({ column: left, right }: HeaderText, level: number): boolean =>
    chains.some(
      ({ column, chain, own }) =>
        own !== undefined && column >= left && column <= right && (chain.at(-1)?.level ?? 0) > level,
    );
  const cells: HeaderCell<Id>[] = [];
  const given = lines.map(() => 0);
  let bottom = lines.at(-1)?.row ?? 0;
  for (const { column, chain, own } of chains) {
    const [lowest, above] = [chain.at(-1), chain.at(-2)];
    if (lowest === undefined || isOverKnown(lowest.text, lowest.level)) continue;
    const isUnknown = own === undefined && !isEarlier(chain, match);
    const isBelow = isUnknown && above !== undefined && !isOverKnown(above.text, above.level);
    const id = isBelow ? match(above.text.text) : own;
    if (id === undefined) continue;
    if (own !== undefined) given[lowest.level] = (given[lowest.level] ?? 0) + 1;
    cells.push({ id, row: lowest.row, column, right: lowest.text.right });
    bottom = Math.max(bottom, lowest.text.bottom);
  }
  const body = lines.flatMap((line) => line.body);
  return { header: { top: lines[0]?.row ?? 0, bottom, cells, body }, given };
}

function distinct(cells: readonly HeaderCell<string>[]): number {
  return new Set(cells.map(({ id }) => id)).size;
}

function textsBelow(next: HeaderLine | undefined, { column, right }: HeaderText): number {
  return next?.texts.filter((one) => one.column >= column && one.column <= right).length ?? 0;
}

/** Whether every text of a lower row is a heading, of an earlier round too, below a group heading, or a remark: a row with answers is not. */
function fits(lines: readonly HeaderLine[], level: number, match: HeadingMatcher<string>): boolean {
  return (lines[level]?.texts ?? []).every(({ column, text }) => {
    const chain = chainAt(lines.slice(0, level + 1), column);
    const above = chain.at(-2);
    if (ownId(chain, match) !== undefined || isEarlier(chain, match)) return true;
    return above !== undefined && (above.text.right > above.text.column || REMARK.test(text));
  });
}

/** Whether the rows belong together: each gives headings, and none of them is a title above or a row of answers below. */
function isOneHeader(lines: readonly HeaderLine[], given: readonly number[], match: HeadingMatcher<string>): boolean {
  return lines.every(({ row, texts }, level) => {
    const [count = 0, next] = [given[level], lines[level + 1]];
    const isGroup = texts.some((text) => text.bottom > row || textsBelow(next, text) > 1);
    if (next !== undefined && count < 2 && !isGroup) return false;
    return level === 0 || count > 1 || fits(lines, level, match);
  });
}

/** Whether the row says below one of the headings that its column is about an earlier round. */
function tellsEarlier({ cells }: Header<string>, line: HeaderLine | undefined): boolean {
  return (line?.texts ?? []).some(
    (text) =>
      isEarlierHeading(text.text) && cells.some(({ column, right }) => column <= text.right && text.column <= right),
  );
}

/** The header that begins in that row: the fewest rows that give most headings; undefined when there is no heading. */
function headerFrom<Id extends string>(
  lines: readonly HeaderLine[],
  index: number,
  match: HeadingMatcher<Id>,
): Header<Id> | undefined {
  const rest = lines.slice(index, index + MOST_ROWS);
  const end = rest.findIndex(({ body }, level) => level > 0 && body.length > 0);
  const usable = end === -1 ? rest : rest.slice(0, end);
  if (usable[0]?.texts.some(({ text }) => match(text) !== undefined) !== true) return undefined;
  let best = readTogether(usable.slice(0, 1), match).header;
  for (let rows = 2; rows <= usable.length; rows++) {
    const window = usable.slice(0, rows).map((line, level) => {
      const below = level === rows - 1 ? undefined : usable[level + 1];
      return below === undefined ? line : widened(line, below);
    });
    const { header, given } = readTogether(window, match);
    const isMore = distinct(header.cells) > distinct(best.cells) || header.cells.length > best.cells.length;
    if ((isMore || tellsEarlier(best, usable[rows - 1])) && isOneHeader(window, given, match)) best = header;
  }
  return best;
}

/** What may be a header in the sheet's upper part, one for each row that it can begin in. `isBody` knows texts that no header holds, such as codes. */
export function possibleHeaders<Id extends string>(
  sheet: Sheet,
  match: HeadingMatcher<Id>,
  isBody: (text: string) => boolean,
): readonly Header<Id>[] {
  const lines = headerLines(sheet, isBody);
  return lines.flatMap((_line, index) => headerFrom(lines, index, match) ?? []);
}

/** Those of them with at least so many different headings, those with most headings first; no two share a row. */
export function headersOf<Id extends string>(possible: readonly Header<Id>[], fewest: number): readonly Header<Id>[] {
  const ranked = possible
    .filter(({ cells }) => distinct(cells) >= fewest)
    .toSorted(
      (a, b) => distinct(b.cells) - distinct(a.cells) || a.bottom - a.top - (b.bottom - b.top) || a.top - b.top,
    );
  const taken: Header<Id>[] = [];
  for (const header of ranked) {
    if (taken.every(({ top, bottom }) => header.bottom < top || header.top > bottom)) taken.push(header);
    if (taken.length === MOST_HEADERS) break;
  }
  return taken;
}
