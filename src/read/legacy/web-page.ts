import type { Sheet } from '../../model/workbook.ts';
import { decodeWestern, decodeWindows1258 } from '../../vi/legacy-encoding/bytes.ts';
import { decodeUnicode } from '../../vi/unicode-bytes.ts';
import { legacyFontOf } from '../legacy-font.ts';
import { decodeBytes } from '../text/decode.ts';
import { newTally, type Tally } from './draft.ts';
import { damaged, giveUp } from '../give-up.ts';
import { webGrid, type WebGrid } from './web-grid.ts';
import { headings, type Headings } from './web-headings.ts';
import { withLines } from './web-sheet.ts';
import { webLines, type WebLines } from './web-lines.ts';
import { attributeOf, webTokens, type WebToken } from './web-tokens.ts';

/** As browsers do: what is more is a slip or a trap. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;
/** Each begins a new line. */
const BLOCK = /^(?:br|div|h[1-6]|li|p|tr)$/u;
const HEADING = /^h[1-6]$/u;
const HIDDEN = /display\s*:\s*none/iu;

/** The page as text: Unicode when its bytes are, else in the encoding that it names, else in the one that its words tell. */
export function decodePage(bytes: Uint8Array): string {
  const unicode = decodeUnicode(bytes);
  if (unicode !== undefined) return unicode;
  const western = decodeWestern(bytes);
  const [, named = ''] = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/iu.exec(western.slice(0, 4096)) ?? [];
  if (/^(?:windows-1252|iso-8859-1|x-user-defined)$/iu.test(named)) return western;
  const vietnamese = /^windows-1258$/iu.test(named) ? decodeWindows1258(bytes) : undefined;
  return vietnamese ?? decodeBytes(bytes)?.text ?? giveUp({ kind: 'text-encoding' });
}

function spanOf(attributes: string, name: 'colspan' | 'rowspan', most: number): number {
  const number = Number.parseInt(attributeOf(attributes, name) ?? '1', 10);
  return Number.isFinite(number) ? Math.min(Math.max(1, number), most) : 1;
}

function fontOf(attributes: string): string | undefined {
  return legacyFontOf(attributeOf(attributes, 'face')?.split(',')[0]);
}

/** A page while it is read. */
interface Page {
  readonly tally: Tally;
  readonly names: Headings;
  readonly lines: WebLines;
  /** All tables, in the order in which they begin. */
  readonly all: WebGrid[];
  /** The tables that are open, the innermost last. */
  readonly open: WebGrid[];
}

function openTable({ tally, names, lines, all, open }: Page): void {
  tally.count('sheets');
  const begun = webGrid(names.take(), tally, lines.take);
  all.push(begun);
  open.push(begun);
}

function openInTable(name: string, attributes: string, table: WebGrid): void {
  if (BLOCK.test(name) && table.isInCell()) table.text('\n');
  if (name === 'tr') table.beginRow(HIDDEN.test(attributeOf(attributes, 'style') ?? ''));
  if (name === 'td' || name === 'th') {
    table.beginCell(spanOf(attributes, 'colspan', MOST_COLUMNS), spanOf(attributes, 'rowspan', MOST_ROWS));
  }
  const font = name === 'font' ? fontOf(attributes) : undefined;
  if (font !== undefined) table.font(font);
}

function takeOpen(page: Page, name: string, attributes: string): void {
  const table = page.open.at(-1);
  if (name === 'table') {
    openTable(page);
    return;
  }
  if (HEADING.test(name) && table?.isInCell() !== true) page.names.begin();
  if (name === 'em') page.names.restart();
  if (table !== undefined) openInTable(name, attributes, table);
}

function takeClose(page: Page, name: string): void {
  const table = page.open.at(-1);
  if (HEADING.test(name)) page.names.end();
  if (table === undefined) return;
  if (name === 'td' || name === 'th') table.endCell();
  else if (name === 'tr') table.endRow();
  else if (name === 'table') {
    table.endRow();
    page.open.pop();
  } else if (BLOCK.test(name)) table.text('\n');
}

function takeToken(page: Page, token: WebToken): void {
  const table = page.open.at(-1);
  if (token.kind === 'text') {
    const text = token.text.replace(/[ \t\n\f\r]+/gu, ' ');
    if (table?.isInCell() === true) {
      table.text(text);
      return;
    }
    page.names.text(text);
    page.lines.meet({ kind: 'text', text });
    return;
  }
  page.lines.meet(token);
  if (token.kind === 'open') takeOpen(page, token.name, token.attributes);
  else takeClose(page, token.name);
}

/**
 * The tables of a web page, each a sheet; one within another's cell is a sheet of its own. What stands outside of the cells (titles,
 * captions, “Đơn vị: …”) belongs to the table behind it, behind the last one to that, each line in the first free cell of its own row, as
 * spreadsheet programs show it. @throws Refusal
 */
export function readWebPage(bytes: Uint8Array): readonly Sheet[] {
  const page: Page = {
    tally: newTally(),
    names: headings(),
    lines: webLines(),
    all: [],
    open: [],
  };
  for (const token of webTokens(decodePage(bytes))) takeToken(page, token);
  // A table that does not end was cut off, and rows with it.
  if (page.open.length > 0) damaged();
  const tables = page.all.flatMap(({ draft, before }) => {
    const lines = before();
    return lines === undefined ? [] : [{ draft, before: lines }];
  });
  const behind = page.lines.take();
  const last = tables.length - 1;
  const sheets = tables.map(({ draft, before }, index) =>
    withLines(draft, before, index === last ? behind : [], page.tally),
  );
  return sheets.length === 0 ? giveUp({ kind: 'web-page' }) : sheets;
}
