import { strToU8, zipSync, type ZipOptions } from 'fflate';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What a hand-written workbook holds; texts are the content of the parts' root elements. */
export interface PackageDraft {
  /** The only sheet, `Trang`: what stands within `<sheetData>` … */
  readonly data?: string;
  /** … or within `<worksheet>`, if more than that is wanted. */
  readonly worksheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Parts in place of those above, or besides them; undefined takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

/** An XML part with that root element. */
export function part(root: string, content: string, attributes = `xmlns="${MAIN}" xmlns:r="${RELATIONS}"`): string {
  return `${DECLARATION}<${root} ${attributes}>${content}</${root}>`;
}

/** A relations part; each relation is its id, type and target, and whether that lies outside. */
export function relationsPart(relations: readonly (readonly [string, string, string, 'External'?])[]): string {
  const items = relations.map(([id, type, target, mode]) => {
    const outside = mode === undefined ? '' : ` TargetMode="${mode}"`;
    return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${outside}/>`;
  });
  return part('Relationships', items.join(''), `xmlns="${PACKAGE_RELATIONS}"`);
}

const CONTENT_TYPES = part(
  'Types',
  [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...[
      ['workbook', 'sheet.main'],
      ['worksheets/sheet1', 'worksheet'],
      ['sharedStrings', 'sharedStrings'],
      ['styles', 'styles'],
    ].map(
      ([name = '', type = '']) =>
        `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    ),
  ].join(''),
  'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"',
);

/** A worksheet part with those rows. */
export function sheetPart(data: string): string {
  return part('worksheet', `<sheetData>${data}</sheetData>`);
}

/** The parts of a workbook written by hand, by name. */
export function packageParts(draft: PackageDraft): Readonly<Record<string, string | Uint8Array>> {
  const strings = draft.strings === undefined ? {} : { 'xl/sharedStrings.xml': part('sst', draft.strings) };
  const styles = draft.styles === undefined ? {} : { 'xl/styles.xml': part('styleSheet', draft.styles) };
  const parts: Readonly<Record<string, string | Uint8Array | undefined>> = {
    // Our reader follows the relations; other programs want this, too.
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationsPart([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': part(
      'workbook',
      `${draft.workbookPr ?? ''}<sheets><sheet name="Trang" sheetId="1" r:id="rId1"/></sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': relationsPart([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': part('worksheet', draft.worksheet ?? `<sheetData>${draft.data ?? ''}</sheetData>`),
    ...strings,
    ...styles,
    ...draft.parts,
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, content]) => (content === undefined ? [] : [[name, content]])),
  );
}

/** A zip of those parts, in their order. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Uint8Array {
  const packed = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  // The entries are what they were made of, two lines above.
  return zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>, options);
}

/** A workbook written by hand, part by part: for what no program at hand saves. */
export function aPackage(draft: PackageDraft): Uint8Array {
  return zipOf(packageParts(draft));
}
