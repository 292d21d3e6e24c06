import { namer } from './xml-names.ts';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

/** The namespaces of Excel 2003's XML whose elements are read; texts may have parts in bold, as in web pages. */
export const XML_2003: ReadonlySet<string> = new Set([
  SPREADSHEET,
  'urn:schemas-microsoft-com:office:excel',
  'http://www.w3.org/TR/REC-html40',
]);

/** Reads attributes by names without a prefix: some programs write none. */
export const xml2003Attributes = namer(new Map([[SPREADSHEET, '']]));
