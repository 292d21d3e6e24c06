import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runBytes } from '../support/runs.ts';
import { soundText } from '../support/sound-form.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);

/** The form with one sheet more. */
function sheet(table: string, name = 'Trang khác'): Uint8Array {
  return utf8(
    soundText('xml').replace(
      '</Workbook>',
      () => `<Worksheet ss:Name="${name}"><Table>${table}</Table></Worksheet></Workbook>`,
    ),
  );
}

/** The form with one sheet more, of a piece repeated. */
function repeated(before: string, piece: string, times: number, after: string): Uint8Array {
  const begin = soundText('xml').replace(/<\/Workbook>\s*$/u, '');
  return runBytes({
    before: `${begin}<Worksheet ss:Name="x"><Table>${before}`,
    piece,
    times,
    after: `${after}</Table></Worksheet></Workbook>`,
  });
}

/** The form with something else in its first figure. */
function figure(to: string): Uint8Array {
  return utf8(soundText('xml').replace('<Data ss:Type="Number">860</Data>', () => to));
}

const CELL = '<Cell><Data ss:Type="Number">1</Data></Cell>';

/** SpreadsheetML of Excel 2003 that claims places far away, or too much of everything. */
export const XML_2003: readonly HostileFile[] = [
  ...alike('xml', ['damaged'], {
    'a row of the number of a thousand million': () => sheet(`<Row ss:Index="1000000000">${CELL}</Row>`),
    'a cell of the number of a thousand million': () =>
      sheet('<Row><Cell ss:Index="1000000000"><Data ss:Type="Number">1</Data></Cell></Row>'),
    'a row with a negative number': () => sheet(`<Row ss:Index="-5">${CELL}</Row>`),
    'a row that goes back': () => sheet(`<Row ss:Index="9">${CELL}</Row><Row ss:Index="3">${CELL}</Row>`),
    'a merge over a thousand million cells': () =>
      sheet('<Row><Cell ss:MergeAcross="1000000000" ss:MergeDown="1000000000"/></Row>'),
    'a column over a thousand million columns': () => sheet(`<Column ss:Span="1000000000"/><Row>${CELL}</Row>`),
    'elements in elements, a million deep': () => sheet('<a>'.repeat(1_000_000)),
    'a form that is cut off': () => utf8(soundText('xml').slice(0, 15_000)),
    'an entity that nobody defined': () => figure('<Data ss:Type="Number">&x;</Data>'),
  }),
  ...alike('xml', ['read'], {
    'a merge over the whole grid': () => sheet('<Row><Cell ss:MergeAcross="16383" ss:MergeDown="1048575"/></Row>'),
    'a cell in the last corner': () =>
      sheet('<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>'),
    'all columns hidden on a sheet of its own': () =>
      sheet(`<Column ss:Span="16383" ss:Hidden="1"/><Row>${CELL}</Row>`),
    'a sheet called __proto__': () => sheet(`<Row>${CELL}</Row>`, '__proto__'),
    'a million empty rows': () => repeated('', '<Row/>', 1_000_000, ''),
    'two million empty cells': () => repeated('<Row>', '<Cell/>', 16_000, '</Row>'),
    'a script': () =>
      utf8(soundText('xml').replace('</Workbook>', '<x:Script xmlns:x="urn:x">alert(1)</x:Script></Workbook>')),
  }),
  ...alike('xml', ['too-large: rows'], {
    '300,000 rows of a figure': () => repeated('', `<Row>${CELL}</Row>`, 300_000, ''),
  }),
  ...alike('xml', ['too-large: cells'], {
    '500,000 cells with a figure': () => repeated('', `<Row>${CELL.repeat(500)}</Row>`, 1000, ''),
  }),
  ...alike('xml', ['too-large: merges'], {
    '30,000 merges': () => repeated('', '<Row><Cell ss:MergeAcross="2"/></Row>', 30_000, ''),
  }),
  ...alike('xml', ['too-large: sheets'], {
    '3,000 sheets': () =>
      utf8(soundText('xml').replace('</Workbook>', () => `${'<Worksheet ss:Name="x"/>'.repeat(3000)}</Workbook>`)),
  }),
  ...alike('xml', ['damaged', 'too-large: textLength'], {
    'a text of 20 MB': () => figure(`<Data ss:Type="String">${'x'.repeat(20_000_000)}</Data>`),
  }),
  ...alike('xml', 'any', {
    '28 MB of styles': () =>
      utf8(soundText('xml').replace('</Styles>', () => `${'<Style ss:ID="a"/>'.repeat(1_500_000)}</Styles>`)),
    '28 MB of empty cells': () => repeated('', `<Row>${'<Cell/>'.repeat(1000)}</Row>`, 4000, ''),
    'a figure of the type __proto__': () => figure('<Data ss:Type="__proto__">1</Data>'),
    'a figure that is a date that is none': () => figure('<Data ss:Type="DateTime">2025-99-99T00:00:00</Data>'),
    'a figure that is no number': () => figure('<Data ss:Type="Number">Infinity</Data>'),
    'a figure in pieces of text': () => figure(`<Data ss:Type="String">${'<B>1</B>'.repeat(10_000)}</Data>`),
  }),
];
