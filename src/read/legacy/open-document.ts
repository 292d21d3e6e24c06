import type { Sheet } from '../../model/workbook.ts';
import { readXml, type XmlReader } from '../../opc/xml.ts';
import type { Extra } from '../format.ts';
import { finished, newTally, type Tally } from './draft.ts';
import { damaged, named, Refusal } from '../give-up.ts';
import { addText, type OpenCell } from './od-cell.ts';
import { OPEN_DOCUMENT, openDocumentAttributes } from './od-names.ts';
import { openSheet, type OpenSheet } from './od-sheet.ts';
import { openDocumentStyles, type OpenDocumentStyles } from './od-styles.ts';
import type { NamedAttributes } from './xml-names.ts';

/** What the XML of an OpenDocument spreadsheet holds. */
export interface OpenDocument {
  readonly sheets: readonly Sheet[];
  readonly extras: readonly Extra[];
}

/** Groups of rows or columns, headings among them: what is in them counts as if they were not there. */
const PASSED: ReadonlySet<string> = new Set([
  'body',
  'spreadsheet',
  'table-columns',
  'table-column-group',
  'table-header-columns',
  'table-rows',
  'table-row-group',
  'table-header-rows',
]);
const STYLES: ReadonlySet<string> = new Set([
  'automatic-styles',
  'styles',
  'style',
  'text-properties',
  'table-properties',
]);
const LINKS: ReadonlySet<string> = new Set(['dde-link', 'table-source']);
const CELLS: ReadonlySet<string> = new Set(['covered-table-cell', 'table-cell']);
/** What text may stand in, within a cell; comments and drawings are not among them. */
const TEXTS: ReadonlySet<string> = new Set(['a', 'h', 'p', 'span']);
/** Blanks that are no characters. */
const BLANKS: ReadonlyMap<string, string> = new Map([
  ['s', ' '],
  ['tab', ' '],
  ['line-break', '\n'],
]);

/** Where the reading stands. */
interface State {
  readonly sheets: Sheet[];
  readonly extras: Set<Extra>;
  sheet: OpenSheet | undefined;
  cell: OpenCell | undefined;
  /** How many elements with text are open. */
  depth: number;
}

function openInCell(state: State, cell: OpenCell, name: string): boolean {
  const blank = BLANKS.get(name);
  if (blank !== undefined) addText(cell, blank);
  if (!TEXTS.has(name)) return false;
  if (name === 'p' || name === 'h') addText(cell, cell.text === undefined ? '' : '\n');
  state.depth++;
  return true;
}

function openInSheet(state: State, sheet: OpenSheet, name: string, attributes: NamedAttributes): boolean {
  if (LINKS.has(name)) state.extras.add('external-links');
  if (name === 'table-column') sheet.column(attributes);
  if (name === 'table-row') sheet.beginRow(attributes);
  if (CELLS.has(name)) state.cell = { attributes, text: undefined };
  return PASSED.has(name) || CELLS.has(name) || name === 'table-row';
}

function readerOf(root: string, state: State, styles: OpenDocumentStyles, tally: Tally): XmlReader {
  return {
    root,
    open: (name, written, parent, namespaceOf) => {
      const attributes = openDocumentAttributes(written, namespaceOf);
      if (state.cell !== undefined) return openInCell(state, state.cell, name);
      if (state.sheet !== undefined) return openInSheet(state, state.sheet, name, attributes);
      if (STYLES.has(name)) return styles.open(name, attributes);
      if (LINKS.has(name)) state.extras.add('external-links');
      if (name !== 'table') return PASSED.has(name) || name === 'dde-links';
      if (parent !== 'spreadsheet') return false;
      tally.count('sheets');
      const isHidden = styles.isHiddenTable(attributes.get('table:style-name'));
      state.sheet = openSheet(attributes.get('table:name') ?? '', isHidden, styles, tally);
      return true;
    },
    text: (text) => {
      // Line ends in the file are blanks; those of the text are elements.
      if (state.cell !== undefined && state.depth > 0) addText(state.cell, text.replace(/[ \t\n\r]+/gu, ' '));
    },
    close: (name) => {
      if (state.depth > 0) state.depth--;
      else if (state.cell !== undefined) {
        state.sheet?.endCell(state.cell, name === 'covered-table-cell');
        state.cell = undefined;
      } else if (name === 'table-row') state.sheet?.endRow();
      else if (name === 'table' && state.sheet !== undefined) {
        state.sheets.push(finished(state.sheet.draft));
        state.sheet = undefined;
      }
    },
  };
}

/** Reads one part; a sheet that turns out to be damaged is named. @throws Refusal */
function readPart(part: Uint8Array, root: string, state: State, styles: OpenDocumentStyles, tally: Tally): void {
  try {
    if (!readXml(part, OPEN_DOCUMENT, readerOf(root, state, styles, tally))) damaged();
  } catch (error) {
    throw error instanceof Refusal && state.sheet !== undefined ? named(error, state.sheet.draft.name) : error;
  }
}

function read(parts: readonly (readonly [root: string, part: Uint8Array | undefined])[]): OpenDocument {
  const tally = newTally();
  const styles = openDocumentStyles(tally);
  const state: State = { sheets: [], extras: new Set(), sheet: undefined, cell: undefined, depth: 0 };
  for (const [root, part] of parts) if (part !== undefined) readPart(part, root, state, styles, tally);
  return state.sheets.length === 0 ? damaged() : { sheets: state.sheets, extras: [...state.extras] };
}

/** Reads the parts of a packed spreadsheet: its content, and the named styles if it has any. @throws Refusal */
export function readPackedDocument(content: Uint8Array, styles: Uint8Array | undefined): OpenDocument {
  return read([
    ['document-styles', styles],
    ['document-content', content],
  ]);
}

/** Reads a spreadsheet that is one XML text. @throws Refusal */
export function readFlatDocument(document: Uint8Array): OpenDocument {
  return read([['document', document]]);
}
