import type { Sheet } from '../../model/workbook.ts';
import { decodeWestern, decodeWindows1258 } from '../../vi/legacy-encoding/bytes.ts';
import { normalizeText } from '../../vi/text.ts';
import { decodeUnicode } from '../../vi/unicode-bytes.ts';
import { legacyFontOf } from '../legacy-font.ts';
import { decodeBytes } from '../text/decode.ts';
import { finished, newTally } from './draft.ts';
import { decodeEntities } from './entities.ts';
import { damaged, giveUp } from './give-up.ts';
import { webGrid, type WebGrid } from './web-grid.ts';
import { attributeOf, webTokens } from './web-tokens.ts';

/** As browsers do: what is more is a slip or a trap. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;
/** Each begins a new line. */
const BLOCK = /^(?:br|div|h[1-6]|li|p|tr)$/u;
const HEADING = /^h[1-6]$/u;
/** A longer one is no name. */
const LONGEST_HEADING = 200;
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

/** The heading last read outside of the cells; a table without its own is called after it. */
interface Headings {
  readonly begin: () => void;
  /** Only what follows is the heading; LibreOffice writes “Sheet 1:” and then the name. */
  readonly restart: () => void;
  readonly text: (text: string) => void;
  readonly end: () => void;
  /** The name for the next table, each once. */
  readonly take: () => string;
}

function headings(): Headings {
  let last = '';
  let isOpen = false;
  let count = 0;
  const taken = new Set<string>();
  return {
    begin: () => {
      last = '';
      isOpen = true;
    },
    restart: () => {
      if (isOpen) last = '';
    },
    text: (text) => {
      if (isOpen && last.length < LONGEST_HEADING) last += text;
    },
    end: () => (isOpen = false),
    take: () => {
      count++;
      let name = normalizeText(decodeEntities(last));
      for (let number = count; name === '' || taken.has(name); number++) name = `Bảng ${String(number)}`;
      taken.add(name);
      last = '';
      return name;
    },
  };
}

function openTag(name: string, attributes: string, tables: WebGrid[]): void {
  const table = tables.at(-1);
  if (table === undefined) return;
  if (BLOCK.test(name) && table.isInCell()) table.text('\n');
  if (name === 'tr') table.beginRow(HIDDEN.test(attributeOf(attributes, 'style') ?? ''));
  if (name === 'td' || name === 'th') {
    table.beginCell(spanOf(attributes, 'colspan', MOST_COLUMNS), spanOf(attributes, 'rowspan', MOST_ROWS));
  }
  const font = name === 'font' ? fontOf(attributes) : undefined;
  if (font !== undefined) table.font(font);
}

function closeTag(name: string, tables: WebGrid[]): void {
  const table = tables.at(-1);
  if (table === undefined) return;
  if (name === 'td' || name === 'th') table.endCell();
  else if (name === 'tr') table.endRow();
  else if (name === 'table') {
    table.endRow();
    tables.pop();
  } else if (BLOCK.test(name)) table.text('\n');
}

/** The tables of a web page, each a sheet; one within another's cell is a sheet of its own. @throws Refusal */
export function readWebPage(bytes: Uint8Array): readonly Sheet[] {
  const tally = newTally();
  const all: WebGrid[] = [];
  /** The tables that are open, the innermost last. */
  const tables: WebGrid[] = [];
  const names = headings();
  for (const token of webTokens(decodePage(bytes))) {
    const table = tables.at(-1);
    if (token.kind === 'text') {
      const text = token.text.replace(/\s+/gu, ' ');
      if (table?.isInCell() === true) table.text(text);
      else names.text(text);
    } else if (token.kind === 'open' && token.name === 'table') {
      tally.count('sheets');
      const begun = webGrid(names.take(), tally);
      all.push(begun);
      tables.push(begun);
    } else if (token.kind === 'open') {
      if (HEADING.test(token.name) && table?.isInCell() !== true) names.begin();
      if (token.name === 'em') names.restart();
      openTag(token.name, token.attributes, tables);
    } else {
      if (HEADING.test(token.name)) names.end();
      closeTag(token.name, tables);
    }
  }
  // A table that does not end was cut off, and rows with it.
  if (tables.length > 0) damaged();
  const sheets = all.map(({ draft }) => finished(draft)).filter(({ rows }) => rows.size > 0);
  return sheets.length === 0 ? giveUp({ kind: 'web-page' }) : sheets;
}
