import { namer } from './xml-names.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const NAMES = ['office:1.0', 'style:1.0', 'table:1.0', 'text:1.0'];

/** The namespaces of OpenDocument whose elements are read. */
export const OPEN_DOCUMENT: ReadonlySet<string> = new Set(NAMES.map((name) => OASIS + name));

/** Reads attributes of OpenDocument by their usual prefixes; `calcext` is where LibreOffice marks errors. */
export const openDocumentAttributes = namer(
  new Map([
    ...NAMES.map((name): [string, string] => [OASIS + name, name.replace(':1.0', '')]),
    [`${OASIS}xsl-fo-compatible:1.0`, 'fo'],
    ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
  ]),
);
