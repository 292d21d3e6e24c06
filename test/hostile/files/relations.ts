import { alike, type HostileFile } from '../support/hostile-file.ts';
import { rawZip } from '../support/raw-zip.ts';
import { formEntries, formWith, listing } from '../support/sound-form.ts';

const WORKBOOK = 'xl/_rels/workbook.xml.rels';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

function relations(part: string, edit: (text: string) => string): Uint8Array {
  return formWith('xlsx', { [part]: edit });
}

function without(...names: readonly string[]): Uint8Array {
  return rawZip(formEntries('xlsx', {}).filter(({ name }) => !names.includes(name)));
}

function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${more}/>`;
}

/** The form with more relations of the workbook. */
function plus(items: string): Uint8Array {
  return relations(WORKBOOK, (text) => text.replace('</Relationships>', () => `${items}</Relationships>`));
}

/** Relations that lead in circles, nowhere, or out of the package. */
export const RELATIONS: readonly HostileFile[] = [
  ...alike('xlsx', ['damaged'], {
    'a workbook that is its own relations': () =>
      relations('_rels/.rels', (text) => text.replace('xl/workbook.xml', '_rels/.rels')),
    'a workbook that is one of its sheets': () =>
      relations('_rels/.rels', (text) => text.replace('xl/workbook.xml', 'xl/worksheets/sheet3.xml')),
    'a sheet that is the workbook': () =>
      relations(WORKBOOK, (text) => text.replace('worksheets/sheet3.xml', 'workbook.xml')),
    'a sheet that is its own relations': () =>
      relations(WORKBOOK, (text) => text.replace('worksheets/sheet3.xml', '_rels/workbook.xml.rels')),
    'two sheets on one part': () =>
      relations(WORKBOOK, (text) => text.replace('worksheets/sheet3.xml', 'worksheets/sheet2.xml')),
    'two relations of one id': () => relations(WORKBOOK, (text) => text.replace('Id="rId5"', 'Id="rId4"')),
    'a sheet outside the package': () =>
      relations(WORKBOOK, (text) =>
        text.replace('Target="worksheets/sheet3.xml"', 'Target="file:///etc/passwd" TargetMode="External"'),
      ),
    'a sheet that climbs out of the package': () =>
      relations(WORKBOOK, (text) => text.replace('worksheets/sheet3.xml', '../../../../etc/passwd')),
    'a sheet on a network drive': () =>
      relations(WORKBOOK, (text) => text.replace('worksheets/sheet3.xml', '\\\\127.0.0.1\\x\\y.xml')),
    'a sheet whose part is missing': () => without('xl/worksheets/sheet3.xml'),
    'a sheet whose relation is missing': () =>
      formWith('xlsx', { 'xl/workbook.xml': (text) => text.replace('r:id="rId4"', 'r:id="rId99"') }),
    'a sheet whose relation is called __proto__': () =>
      formWith('xlsx', { 'xl/workbook.xml': (text) => text.replace('r:id="rId4"', 'r:id="__proto__"') }),
    'an added sheet without a part': () => formWith('xlsx', listing('Trang khác')),
    'no workbook': () => without('xl/workbook.xml'),
    'no relations of the package': () => without('_rels/.rels'),
    'no relations of the workbook': () => without(WORKBOOK),
    'no sheets': () =>
      formWith('xlsx', { 'xl/workbook.xml': (text) => text.replace(/<sheet .*<\/sheets>/u, '</sheets>') }),
    'nothing but charts': () =>
      relations(WORKBOOK, (text) => text.replaceAll('relationships/worksheet', 'relationships/chartsheet')),
    '20,000 relations': () =>
      plus(Array.from({ length: 20_000 }, (_, index) => relation(`x${String(index)}`, 'image', 'a.png')).join('')),
  }),
  ...alike('xlsx', ['read'], {
    'no content types and no properties': () =>
      without('[Content_Types].xml', 'docProps/app.xml', 'docProps/core.xml', 'docProps/custom.xml'),
    'relations of a sheet to itself': () =>
      formWith('xlsx', {
        'xl/worksheets/_rels/sheet3.xml.rels': `${PACKAGE}${relation('a', 'worksheet', 'sheet3.xml')}${relation('b', 'hyperlink', 'http://127.0.0.1:9/', ' TargetMode="External"')}</Relationships>`,
      }),
    'macros, links and objects': () =>
      formWith('xlsx', {
        [WORKBOOK]: (text) =>
          text.replace(
            '</Relationships>',
            `${relation('v', 'vbaProject', 'vbaProject.bin')}${relation('e', 'externalLink', 'externalLinks/externalLink1.xml')}</Relationships>`,
          ),
        'xl/vbaProject.bin': new Uint8Array(100),
        'xl/externalLinks/externalLink1.xml': '<x/>',
        'xl/embeddings/oleObject1.bin': new Uint8Array(100),
      }),
    'a path of a thousand steps': () =>
      relations(WORKBOOK, (text) =>
        text.replace('worksheets/sheet3.xml', `${'a/../'.repeat(1000)}worksheets/./sheet3.xml`),
      ),
    'a path from the root in capitals with backslashes': () =>
      relations(WORKBOOK, (text) => text.replace('worksheets/sheet3.xml', '\\XL\\Worksheets\\SHEET3.XML')),
  }),
];
