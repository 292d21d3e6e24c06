import { alike, type HostileFile } from '../support/hostile-file.ts';
import { runEntry } from '../support/runs.ts';
import { formWith } from '../support/sound-form.ts';

const CONTENT = 'content.xml';
const CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';

function content(edit: (text: string) => string): Uint8Array {
  return formWith('ods', { [CONTENT]: edit });
}

/** The form with one sheet more. */
function sheet(body: string, attributes = 'table:name="Trang khác"'): Uint8Array {
  return content((text) =>
    text.replace(
      '<table:named-expressions/>',
      () => `<table:table ${attributes}>${body}</table:table><table:named-expressions/>`,
    ),
  );
}

/** The form with one sheet more, whose body is one piece repeated. */
function repeated(before: string, piece: string, times: number, after: string): Uint8Array {
  let begin = '';
  let end = '';
  content((text) => {
    const at = text.indexOf('<table:named-expressions/>');
    [begin, end] = [text.slice(0, at), text.slice(at)];
    return text;
  });
  return formWith('ods', {
    [CONTENT]: runEntry('', {
      before: `${begin}<table:table table:name="Trang khác">${before}`,
      piece,
      times,
      after: `${after}</table:table>${end}`,
    }),
  });
}

/** The form with something else in its first figure. */
function figure(attributes: string, text = '<text:p>860</text:p>'): Uint8Array {
  return content((whole) =>
    whole.replace(
      /office:value-type="float" office:value="860"[^>]*>.*?<\/table:table-cell>/u,
      () => `${attributes}>${text}</table:table-cell>`,
    ),
  );
}

const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

/** OpenDocument spreadsheets that repeat, nest or claim without end. */
export const OPEN_DOCUMENTS: readonly HostileFile[] = [
  ...alike('ods', ['damaged'], {
    'a cell repeated a thousand million times': () =>
      sheet(row(CELL.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="1000000000"'))),
    'an empty cell repeated a thousand million times': () =>
      sheet(row('<table:table-cell table:number-columns-repeated="1000000000"/>')),
    'a row repeated a thousand million times': () => sheet(row(CELL, 'table:number-rows-repeated="1000000000"')),
    'a row repeated -1 times': () => sheet(row(CELL, 'table:number-rows-repeated="-1"')),
    'a row repeated 0 times': () => sheet(row(CELL, 'table:number-rows-repeated="0"')),
    'a row repeated a number of times with a million digits': () =>
      sheet(row(CELL, `table:number-rows-repeated="${'1'.repeat(1_000_000)}"`)),
    'a column repeated a thousand million times': () =>
      sheet('<table:table-column table:number-columns-repeated="1000000000"/>' + row(CELL)),
    'two million rows of the grid': () =>
      sheet(
        row('<table:table-cell/>', 'table:number-rows-repeated="1048576"') +
          row('<table:table-cell/>', 'table:number-rows-repeated="1048576"'),
      ),
    'a table in a table in a table, a thousand deep': () =>
      sheet(
        row(
          `${'<table:table-cell><table:table><table:table-row>'.repeat(1000)}${'</table:table-row></table:table></table:table-cell>'.repeat(1000)}`,
        ),
      ),
    'content that is cut off': () => content((text) => text.slice(0, 70_000)),
    'content without sheets': () => content((text) => text.replace(/<table:table .*<\/table:table>/u, '')),
    'styles that are content': () => formWith('ods', { 'styles.xml': '<a/>' }),
  }),
  ...alike('ods', ['too-large: cells', 'too-large: rows'], {
    'a cell repeated over a row, the row over the grid': () =>
      sheet(
        row(
          CELL.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
          'table:number-rows-repeated="1048000"',
        ),
      ),
    'a row with a figure repeated over the grid': () => sheet(row(CELL, 'table:number-rows-repeated="1048000"')),
  }),
  ...alike('ods', ['too-large: merges'], {
    'a merge in each of a million rows': () =>
      sheet(
        row(
          CELL.replace('<table:table-cell', '<table:table-cell table:number-columns-spanned="9"'),
          'table:number-rows-repeated="190000"',
        ),
      ),
  }),
  ...alike('ods', ['too-large: sheets'], {
    'a thousand sheets': () =>
      content((text) => text.replace('<table:named-expressions/>', () => '<table:table table:name="a"/>'.repeat(1000))),
  }),
  ...alike('ods', ['too-large: textLength'], {
    'a text of a million letters': () =>
      sheet(row(`<table:table-cell><text:p>${'x'.repeat(1_000_000)}</text:p></table:table-cell>`)),
  }),
  ...alike('ods', ['damaged', 'too-large: textLength'], {
    'a text of four million paragraphs': () =>
      repeated(
        '<table:table-row><table:table-cell>',
        '<text:p>a</text:p>',
        4_000_000,
        '</table:table-cell></table:table-row>',
      ),
  }),
  ...alike('ods', ['read', 'damaged', 'too-slow'], {
    '16,384 kinds of column and 200,000 rows of a cell': () =>
      repeated(
        '<table:table-column/>'.repeat(16_384),
        '<table:table-row><table:table-cell/></table:table-row>',
        200_000,
        '',
      ),
    'five million empty cells': () => repeated('', row('<table:table-cell/>'.repeat(1000)), 5000, ''),
  }),
  ...alike('ods', ['read'], {
    'a blank repeated a thousand million times': () =>
      sheet(
        row(
          '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="1000000000"/>b</text:p></table:table-cell>',
        ),
      ),
    'an empty row repeated to the end of the grid': () =>
      sheet(row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048576"')),
    'a merge over the whole grid on an empty sheet': () =>
      sheet(row('<table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"/>')),
    'sheets called __proto__': () => sheet(row(CELL), 'table:name="__proto__"'),
    'a sheet without a name': () => sheet(row(CELL), ''),
    'macros and objects': () =>
      formWith('ods', { 'Basic/Standard/Module1.xml': '<x/>', 'Object 1/content.xml': '<x/>' }),
    'a link to another file': () =>
      sheet(`<table:table-source xlink:href="file:///etc/passwd" table:table-name="a"/>${row(CELL)}`),
  }),
  ...alike('ods', 'any', {
    'a figure that is Infinity': () => figure('office:value-type="float" office:value="Infinity"'),
    'a figure of 1e999': () => figure('office:value-type="float" office:value="1e999"'),
    'a figure that is a date that is none': () => figure('office:value-type="date" office:date-value="2025-13-45"'),
    'a figure that is a time of a million digits': () =>
      figure(`office:value-type="time" office:time-value="PT${'9'.repeat(1_000_000)}H"`),
    'a figure of the type __proto__': () => figure('office:value-type="__proto__" office:value="1"'),
  }),
];
