import { alike, type HostileFile } from '../support/hostile-file.ts';
import { rawZip } from '../support/raw-zip.ts';
import { runEntry, type Run } from '../support/runs.ts';
import { formEntries, formWith, formWithSheet, INDICATORS, WORKSHEET } from '../support/sound-form.ts';

const END = '</sheetData></worksheet>';
const WHOLE = 'A1:XFD1048576';

/** A sheet that was added, whose data are one piece repeated. */
function repeated(piece: string, times: number, frame: Partial<Run> = {}): Uint8Array {
  return formWithSheet(runEntry('', { before: `${WORKSHEET}<sheetData>`, piece, times, after: END, ...frame }));
}

/** The sheet of indicators with something more behind its data. */
function behind(more: string): Uint8Array {
  return formWith('xlsx', { [INDICATORS]: (text) => text.replace('</worksheet>', () => `${more}</worksheet>`) });
}

/** The sheet of indicators with something more as its last rows. */
function below(rows: string): Uint8Array {
  return formWith('xlsx', { [INDICATORS]: (text) => text.replace('</sheetData>', () => `${rows}</sheetData>`) });
}

function many(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join('');
}

function merges(ranges: string): string {
  return `<mergeCells>${ranges}</mergeCells>`;
}

/** Many sheets, all listed, on as many parts as there are. */
function manySheets(count: number, parts: boolean): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const target = (index: number): string => `worksheets/many${parts ? String(index) : ''}.xml`;
  const entries = formEntries('xlsx', {
    'xl/workbook.xml': (text) =>
      text.replace(
        '</sheets>',
        `${many(count, (n) => `<sheet name="T${String(n)}" sheetId="${String(n + 9)}" r:id="m${String(n)}"/>`)}</sheets>`,
      ),
    'xl/_rels/workbook.xml.rels': (text) =>
      text.replace(
        '</Relationships>',
        `${many(count, (n) => `<Relationship Id="m${String(n)}" Type="${type}" Target="${target(n)}"/>`)}</Relationships>`,
      ),
  });
  const sheets = Array.from({ length: parts ? count : 1 }, (_, index) =>
    runEntry(`xl/${target(index)}`, { before: `${WORKSHEET}<sheetData>`, piece: '', times: 0, after: END }),
  );
  return rawZip([...entries, ...sheets]);
}

const chain = (index: number): string => `A${String(index + 1)}:C${String(index + 2)}`;

/** Sheets that reach as far as the grid does, or hold more of something than anybody needs. */
export const SHEETS: readonly HostileFile[] = [
  ...alike('xlsx', ['read'], {
    'a validation over the whole sheet': () =>
      behind(
        `<dataValidations><dataValidation sqref="${WHOLE}" type="whole"><formula1>0</formula1></dataValidation></dataValidations>`,
      ),
    '130 validations over whole columns': () =>
      behind(
        `<dataValidations>${many(130, () => '<dataValidation sqref="A1:Z1048576" type="list"/>')}</dataValidations>`,
      ),
    'a conditional format over the whole sheet': () =>
      behind(
        `<conditionalFormatting sqref="${WHOLE}"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>`,
      ),
    '100,000 conditional formats': () =>
      behind(
        many(100_000, () => `<conditionalFormatting sqref="${WHOLE}"><cfRule priority="1"/></conditionalFormatting>`),
      ),
    'a hyperlink over the whole sheet': () =>
      behind(`<hyperlinks><hyperlink ref="${WHOLE}" location="x"/></hyperlinks>`),
    'a claimed range to the last cell': () =>
      formWith('xlsx', { [INDICATORS]: (text) => text.replace('ref="A1:E21"', `ref="${WHOLE}"`) }),
    'a stray cell in the last row and column': () => below('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'a merge that shows nothing, over all but the table': () => behind(merges(`<mergeCell ref="G1:XFD1048576"/>`)),
    'a million empty rows': () => repeated('<row/>', 1_000_000),
    'a million columns': () =>
      repeated('<col min="1" max="16384" width="9"/>', 1_000_000, {
        before: `${WORKSHEET}<cols>`,
        after: `</cols><sheetData>${END}`,
      }),
    '16,000 hidden ranges of columns': () =>
      repeated('<col min="1" max="16384" hidden="1"/>', 16_000, {
        before: `${WORKSHEET}<cols>`,
        after: `</cols><sheetData>${END}`,
      }),
    'eight million empty cells with a style': () => repeated(`<row>${'<c s="1"/>'.repeat(16_000)}</row>`, 500),
    'formulas that refer to themselves': () =>
      formWith('xlsx', {
        [INDICATORS]: (text) =>
          text.replace(/<f aca="false">.*?<\/f>/u, '<f t="shared" ref="D12:D1048576" si="0">D12+D12</f>'),
      }),
    'a formula of 8 MB': () =>
      formWith('xlsx', {
        [INDICATORS]: (text) =>
          text.replace(/(<f aca="false">).*?<\/f>/u, (_, tag: string) => `${tag}${'(1+'.repeat(1_000_000)}</f>`),
      }),
    '190 sheets without anything in them': () => manySheets(190, true),
  }),
  ...alike('xlsx', ['too-large: merges'], {
    '100,000 merges': () => behind(merges(many(100_000, (index) => `<mergeCell ref="${chain(index * 3)}"/>`))),
    '100,000 merges over the whole sheet': () => behind(merges(many(100_000, () => `<mergeCell ref="${WHOLE}"/>`))),
  }),
  ...alike('xlsx', ['too-large: sheets'], {
    '10,000 sheets on one part': () => manySheets(10_000, false),
    '3,000 sheets': () => manySheets(3000, true),
  }),
  ...alike('xlsx', ['too-large: cells'], {
    'eight million cells with figures': () => repeated(`<row>${'<c><v>1</v></c>'.repeat(400)}</row>`, 15_000),
  }),
  ...alike('xlsx', ['too-large: rows'], {
    'a million rows with one figure': () => repeated('<row><c><v>1</v></c></row>', 1_000_000),
  }),
  ...alike('xlsx', ['damaged'], {
    '16 million elements': () =>
      repeated('<c/>', 16_000_000, { before: `${WORKSHEET}<sheetData><row>`, after: `</row>${END}` }),
    'two sheets on one part': () => manySheets(2, false),
    'rows behind the last row': () => repeated('<row/>', 1_048_577),
    'cells behind the last column': () =>
      repeated('<c/>', 16_385, { before: `${WORKSHEET}<sheetData><row>`, after: `</row>${END}` }),
    'a row of a number that is none': () => below('<row r="1e9"><c><v>1</v></c></row>'),
    'a row of a negative number': () => below('<row r="-1"><c><v>1</v></c></row>'),
    'a row of a number with a million digits': () => below(`<row r="${'9'.repeat(1_000_000)}"><c><v>1</v></c></row>`),
    'an address of a million letters': () => below(`<row><c r="${'A'.repeat(1_000_000)}1"><v>1</v></c></row>`),
    'a merge that is none': () => behind(merges('<mergeCell ref="__proto__"/>')),
    'half a million hidden ranges of columns': () =>
      repeated('<col min="1" max="16384" hidden="1"/>', 500_000, {
        before: `${WORKSHEET}<cols>`,
        after: `</cols><sheetData>${END}`,
      }),
  }),
  ...alike(
    'xlsx',
    [
      'read',
      'form-unrecognised',
      'sheet-missing',
      'heading-missing',
      'indicator-missing',
      'unit-missing',
      'read in part',
    ],
    {
      'a merge over the whole sheet': () => behind(merges(`<mergeCell ref="${WHOLE}"/>`)),
      '20,000 merges over the whole sheet': () => behind(merges(many(19_900, () => `<mergeCell ref="${WHOLE}"/>`))),
      '19,900 merges, each over the one before': () =>
        behind(merges(many(19_900, (index) => `<mergeCell ref="${chain(index + 30)}"/>`))),
    },
  ),
];

/** What is still within the limits, and costs the most. */
export const LARGEST: readonly HostileFile[] = [
  ...alike('xlsx', ['read'], {
    '95 MB of empty cells with a style': () => repeated(`<row>${'<c s="1"/>'.repeat(16_000)}</row>`, 590),
    '399,000 cells on a sheet of their own': () => repeated(`<row>${'<c><v>1</v></c>'.repeat(399)}</row>`, 1000),
    '199,000 rows of one figure on a sheet of their own': () => repeated('<row><c><v>1</v></c></row>', 199_000),
  }),
  ...alike('xlsx', ['rows-without-headings'], {
    '190,000 rows of two texts on a sheet of their own': () =>
      repeated(
        '<row><c t="inlineStr"><is><t>Thôn Phú Hòa 1</t></is></c><c t="inlineStr"><is><t>1.200</t></is></c></row>',
        190_000,
      ),
  }),
];
