const TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** The namespaces of a workbook's parts: of the transitional standard, which nearly all programs write, and of the strict one. */
export const SPREADSHEET: ReadonlySet<string> = new Set([TRANSITIONAL, STRICT]);

/** The namespaces in which a workbook is written. */
export interface Dialect {
  readonly main: string;
  /** Of the attribute that names a relation, and how the types of relations begin. */
  readonly relations: string;
}

/** The dialect of a part with that text, by the namespace that it uses first. */
export function dialectOf(text: string): Dialect {
  const strict = text.indexOf(STRICT);
  const transitional = text.indexOf(TRANSITIONAL);
  const isStrict = strict >= 0 && (transitional < 0 || strict < transitional);
  return isStrict
    ? { main: STRICT, relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships' }
    : { main: TRANSITIONAL, relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' };
}

/** `x:` of an element called `x:worksheet`, `''` of one without a prefix. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** The same XML with that prefix on every element that has none. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z][^\s/>:]*[\s/>])/gu, `<$1${prefix}`);
}

/** What stands above every XML part. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
