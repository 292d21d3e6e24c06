import type { Format } from '../format.ts';
import { attempt } from '../give-up.ts';
import { readXml2003 } from '../legacy/xml-2003.ts';

/** SpreadsheetML of Excel 2003, which many programs write and call .xls: a reader of our own (ADR 0015). */
export const spreadsheetXml: Format = {
  kinds: ['spreadsheet-xml'],
  read: (bytes) => attempt(() => readXml2003(bytes)),
};
