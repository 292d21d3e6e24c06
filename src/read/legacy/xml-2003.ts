import type { Sheet } from '../../model/workbook.ts';
import { readXml, type XmlReader } from '../../opc/xml.ts';
import type { Contents, Extra } from '../format.ts';
import { newTally, type Tally } from './draft.ts';
import { damaged, named, Refusal } from '../give-up.ts';
import { DAYS_TO_1904 } from '../date-system.ts';
import { XML_2003, xml2003Attributes } from './xml-2003-names.ts';
import { xml2003Sheet, type Xml2003Sheet } from './xml-2003-sheet.ts';
import { xml2003Styles, type Xml2003Styles } from './xml-2003-styles.ts';
import type { NamedAttributes } from './xml-names.ts';

/** Where the reading stands. */
interface State {
  readonly sheets: Sheet[];
  readonly extras: Set<Extra>;
  readonly styles: Xml2003Styles;
  shift: number;
  sheet: Xml2003Sheet | undefined;
  sheetName: string;
  isHidden: boolean;
  /** Of what text belongs to: a cell's data, the word that says whether a sheet is shown. */
  reading: 'data' | 'visible' | undefined;
}

/** What other elements stand in. */
const PASSED: ReadonlySet<string> = new Set(['ExcelWorkbook', 'Styles', 'Table', 'WorksheetOptions']);

function openInWorkbook(state: State, name: string, attributes: NamedAttributes, tally: Tally): boolean {
  if (name === 'Date1904') state.shift = DAYS_TO_1904;
  if (name === 'SupBook') state.extras.add('external-links');
  if (name !== 'Worksheet') return PASSED.has(name);
  tally.count('sheets');
  state.sheetName = attributes.get('Name') ?? '';
  state.isHidden = false;
  state.sheet = xml2003Sheet(state.sheetName, state.styles, state.shift, tally);
  return true;
}

function openInSheet(
  state: State,
  sheet: Xml2003Sheet,
  name: string,
  attributes: NamedAttributes,
  parent: string,
): boolean {
  // Parts of a text in their own font.
  if (state.reading === 'data') return true;
  if (name === 'Data' && parent === 'Cell') {
    state.reading = 'data';
    sheet.beginData(attributes.get('Type') ?? '');
    return true;
  }
  if (name === 'Visible') {
    state.reading = 'visible';
    return true;
  }
  if (name === 'Column') sheet.column(attributes);
  if (name === 'Row' && parent === 'Table') sheet.beginRow(attributes);
  if (name === 'Cell' && parent === 'Row') sheet.beginCell(attributes);
  return PASSED.has(name) || (name === 'Row' && parent === 'Table') || (name === 'Cell' && parent === 'Row');
}

function close(state: State, sheet: Xml2003Sheet, name: string): void {
  if (name === 'Data' || name === 'Visible') state.reading = undefined;
  else if (state.reading !== undefined) return;
  else if (name === 'Cell') sheet.endCell();
  else if (name === 'Row') sheet.endRow();
  else if (name === 'Worksheet') {
    state.sheets.push(sheet.end(state.isHidden));
    state.sheet = undefined;
  }
}

function readerOf(state: State, tally: Tally): XmlReader {
  return {
    root: 'Workbook',
    open: (name, written, parent, namespaceOf) => {
      const attributes = xml2003Attributes(written, namespaceOf);
      if (state.sheet !== undefined) return openInSheet(state, state.sheet, name, attributes, parent);
      if (parent === 'Styles' || parent === 'Style') return state.styles.open(name, attributes);
      return openInWorkbook(state, name, attributes, tally);
    },
    text: (text) => {
      if (state.reading === 'data') state.sheet?.text(text);
      else if (state.reading === 'visible' && text.trim() !== '') state.isHidden = text.trim() !== 'SheetVisible';
    },
    close: (name) => {
      if (state.sheet !== undefined) close(state, state.sheet, name);
    },
  };
}

/** Reads a workbook that Excel 2003 or another program saved as one XML text. @throws Refusal */
export function readXml2003(bytes: Uint8Array): Contents {
  const tally = newTally();
  const state: State = {
    sheets: [],
    extras: new Set(),
    styles: xml2003Styles(tally),
    shift: 0,
    sheet: undefined,
    sheetName: '',
    isHidden: false,
    reading: undefined,
  };
  try {
    if (!readXml(bytes, XML_2003, readerOf(state, tally))) damaged();
  } catch (error) {
    throw error instanceof Refusal && state.sheet !== undefined ? named(error, state.sheetName) : error;
  }
  return state.sheets.length === 0 ? damaged() : { sheets: state.sheets, extras: [...state.extras] };
}
