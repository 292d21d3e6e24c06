import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runEntry } from '../support/runs.ts';
import { formWith, formWithSheet, INDICATORS, WORKSHEET } from '../support/sound-form.ts';

const END = '</sheetData></worksheet>';

/** A cell with a text of its own. */
function text(words: string): string {
  return `<c t="inlineStr"><is><t>${words}</t></is></c>`;
}

function row(...words: readonly string[]): string {
  return `<row>${words.map(text).join('')}</row>`;
}

function rows(count: number, words: (index: number) => readonly string[]): string {
  return Array.from({ length: count }, (_, index) => row(...words(index))).join('');
}

/** One of the form's sheets, and what stands behind its last row. */
function below(sheet: string, more: string): Uint8Array {
  return formWith('xlsx', { [sheet]: (xml) => xml.replace('</sheetData>', () => `${more}</sheetData>`) });
}

const TASKS = 'xl/worksheets/sheet2.xml';
const STAMP = 'xl/worksheets/sheet5.xml';

/** A sheet that was added, with those rows. */
function added(data: string): Uint8Array {
  return formWithSheet(`<sheetData>${data}</sheetData>`);
}

/** A workbook of one sheet: nobody's form. */
function alone(data: string): Uint8Array {
  const list = '<sheets><sheet name="Trang1" sheetId="1" r:id="rId4"/></sheets>';
  return formWith('xlsx', {
    'xl/workbook.xml': (xml) => xml.replace(/<sheets>.*<\/sheets>/u, list),
    [INDICATORS]: `${WORKSHEET}<sheetData>${data}${END}`,
  });
}

const HEADINGS = ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'];
const CODES = Array.from({ length: 13 }, (_, index) => `CT${String(index + 1).padStart(2, '0')}`);
const number = (index: number): string => String(index);

/** Tables with more rows, columns or names than anybody has, for those who look for meaning in them. */
export const TABLES: readonly HostileFile[] = [
  ...alike('xlsx', 'any', {
    '90,000 unknown indicators below the table': () =>
      below(
        INDICATORS,
        rows(90_000, (index) => [`CT${number(index + 20)}`, 'Chỉ tiêu lạ', 'người', number(index)]),
      ),
    '90,000 times the first indicator below the table': () =>
      below(
        INDICATORS,
        rows(90_000, (index) => ['CT01', 'Số người từ đủ 18 tuổi trở lên', 'người', number(index)]),
      ),
    '190,000 rows without a code below the table': () =>
      below(
        INDICATORS,
        rows(190_000, (index) => ['', `Chỉ tiêu ${number(index)}`]),
      ),
    '90,000 subtotals below the table': () =>
      below(
        INDICATORS,
        rows(90_000, (index) => ['', 'Tổng cộng', 'người', number(index)]),
      ),
    '90,000 unknown tasks below the table': () =>
      below(
        TASKS,
        rows(90_000, (index) => [`II.3-${number(index + 9)}`, 'Nhiệm vụ lạ', 'Đã hoàn thành', 'x']),
      ),
    '90,000 times the first task below the table': () =>
      below(
        TASKS,
        rows(90_000, () => ['II.3-1', 'Phối hợp', 'Đã hoàn thành', 'x']),
      ),
    '190,000 marks in the hidden sheet': () =>
      below(
        STAMP,
        rows(190_000, (index) => [`mark${number(index)}`, 'x']),
      ),
    '90,000 marks of the unit in the hidden sheet': () =>
      below(
        STAMP,
        rows(90_000, (index) => ['unit', `TH${number(index)}`]),
      ),
    '60,000 headings of the table one below the other': () => added(rows(60_000, () => HEADINGS)),
    'a heading of 16,000 columns, all the same': () =>
      added(
        row(...HEADINGS, ...Array.from({ length: 16_000 }, () => 'Số liệu')) +
          rows(100, () => ['CT01', 'x', 'người', '1']),
      ),
    'a heading of 16,000 columns, all nearly right': () =>
      alone(
        row(...Array.from({ length: 16_000 }, (_, index) => `Số liêu ${number(index)}`)) +
          rows(20, () => ['CT01', 'x', 'người', '1']),
      ),
    '390,000 texts that are nearly headings': () =>
      alone(rows(39_000, (index) => [...HEADINGS, ...HEADINGS].map((heading) => `${heading}${number(index)}`))),
    '499 lines of a summary, each cell a fault': () =>
      alone(
        row('Đơn vị', ...CODES) + rows(499, (index) => [`Thôn Phú Hòa ${number(index)}`, ...CODES.map(() => 'nhiều')]),
      ),
    '499 lines of a summary, all of one unit, each cell a fault': () =>
      alone(row('Đơn vị', ...CODES) + rows(499, () => ['Thôn Phú Hòa 1', ...CODES.map(() => 'nhiều')])),
    '499 lines of a summary beside 390,000 telephone numbers': () =>
      formWithSheet(
        `<sheetData>${row('Đơn vị', ...CODES)}${rows(499, () => ['Thôn Phú Hòa 1', ...Array.from({ length: 700 }, (_, at) => `09${String(at).padStart(8, '0')}`)])}</sheetData>`,
      ),
    'headings of 300 columns and 60 lines, with 19,900 merges': () =>
      formWithSheet(
        `<sheetData>${rows(60, (line) => Array.from({ length: 300 }, (_, at) => `CT${number(line)} ${number(at)}`))}</sheetData><mergeCells>${Array.from(
          { length: 19_900 },
          (_, at) => `<mergeCell ref="A${number(at * 2 + 70)}:C${number(at * 2 + 71)}"/>`,
        ).join('')}</mergeCells>`,
      ),
    ...Object.fromEntries(
      ['(', '()', '(a', ')', '[(', '– ', '/', ': '].map((piece) => [
        `headings of a summary with 400 times “${piece}”`,
        () =>
          alone(
            row('Đơn vị', ...CODES.map((code) => `${code} Số hộ ${piece.repeat(400)}`), `Dân số ${piece.repeat(400)}`) +
              rows(20, (index) => [`Thôn Phú Hòa ${number(index)}`, ...CODES.map(() => '5'), '7']),
          ),
      ]),
    ),
    '130,000 units, each with a figure': () =>
      alone(row('Đơn vị', 'CT01', 'CT02') + rows(130_000, (index) => [`Thôn Phú Hòa ${number(index)}`, '5', '3'])),
    '130,000 times one unit': () =>
      alone(row('Tên đơn vị', 'CT01', 'CT02') + rows(130_000, () => ['Thôn Phú Hòa 1', '5', '3'])),
    '16,000 units side by side': () =>
      alone(
        [0, 1, 2]
          .map((line) =>
            row(
              ['Chỉ tiêu', 'CT01', 'CT02'][line] ?? '',
              ...Array.from({ length: 16_000 }, () => (line === 0 ? 'Thôn Phú Hòa 1' : '5')),
            ),
          )
          .join(''),
      ),
    '390,000 names that are nearly units': () =>
      alone(rows(39_000, (index) => Array.from({ length: 10 }, (_, at) => `Thon Phu Hoa ${number(index * 10 + at)}`))),
    '390,000 telephone numbers': () =>
      added(
        rows(39_000, (index) => Array.from({ length: 10 }, (_, at) => `09${String(index * 10 + at).padStart(8, '0')}`)),
      ),
    '390,000 dates of many kinds': () =>
      added(
        rows(39_000, (index) =>
          Array.from({ length: 10 }, (_, at) => `${number(at + 1)}/${number((index % 14) + 1)}/2025`),
        ),
      ),
    '180 sheets named after units': () => manyNamed(180),
  }),
  ...alike('xlsx', 'any', {
    'one text of 32,767 letters in 100,000 cells below the table': () => longBelow('ă'.repeat(32_767), 25_000),
    'one text of 4 million letters in 100,000 cells below the table': () =>
      longBelow('Số liệu '.repeat(500_000), 25_000),
    'one text of 32,767 blanks in 100,000 cells below the table': () =>
      longBelow('\u00a0\u2003'.repeat(16_000), 25_000),
    'one text of 32,767 letters in 390,000 cells of a sheet of its own': () =>
      shared('Thôn Phú Hòa 1 '.repeat(2184), 39_000, 10),
  }),
];

/** The sheet again and again, under the name of another unit each time. */
function manyNamed(count: number): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const all = (item: (n: string) => string): string =>
    Array.from({ length: count }, (_, index) => item(number(index + 1))).join('');
  const table = `${WORKSHEET}<sheetData>${row(...HEADINGS)}${rows(13, (index) => [`CT${String(index + 1).padStart(2, '0')}`, 'x', 'người', '5'])}${END}`;
  const sheets = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`xl/worksheets/unit${number(index + 1)}.xml`, table]),
  );
  return formWith('xlsx', {
    'xl/workbook.xml': (xml) =>
      xml.replace(
        '</sheets>',
        `${all((n) => `<sheet name="Thôn Phú Hòa ${n}" sheetId="1${n}" r:id="u${n}"/>`)}</sheets>`,
      ),
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        `${all((n) => `<Relationship Id="u${n}" Type="${type}" Target="worksheets/unit${n}.xml"/>`)}</Relationships>`,
      ),
    ...sheets,
  });
}

/** The form with one long shared string more, whose number is 109. */
function withLong(words: string): { readonly 'xl/sharedStrings.xml': (xml: string) => string } {
  return {
    'xl/sharedStrings.xml': (xml) => xml.replace('</sst>', () => `<si><t xml:space="preserve">${words}</t></si></sst>`),
  };
}

function longBelow(words: string, count: number): Uint8Array {
  const line = `<row>${'<c t="s"><v>109</v></c>'.repeat(4)}</row>`;
  return formWith('xlsx', {
    ...withLong(words),
    [INDICATORS]: (xml) => xml.replace('</sheetData>', () => `${line.repeat(count)}</sheetData>`),
  });
}

function shared(words: string, rowCount: number, columns: number): Uint8Array {
  const line = `<row>${'<c t="s"><v>109</v></c>'.repeat(columns)}</row>`;
  return formWith('xlsx', {
    ...withLong(words),
    'xl/worksheets/sheet4.xml': {
      ...runEntry('', { before: `${WORKSHEET}<sheetData>`, piece: line, times: rowCount, after: END }),
    },
  });
}
