import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expectSilence, readHostile } from '../support/read-hostile.ts';

/** Web pages and XML made to keep a reader busy; `hostile-legacy.test.ts` has the binary formats. */
expectSilence();

describe('web pages', () => {
  const TABLE = '<table><tr><td>1</td></tr></table>';
  const MANY = 200_000;
  test.each([
    ['angle brackets', '<'.repeat(MANY)],
    ['tags with a quote', '<a "'.repeat(MANY)],
    ['tags with an attribute that does not end', '<a b="'.repeat(MANY)],
    ['comments within comments', '<!--'.repeat(MANY)],
    ['scripts within scripts', '<script>'.repeat(MANY)],
    ['end tags', '</td></tr></table>'.repeat(MANY)],
    ['ampersands', '&'.repeat(MANY)],
    ['tables within tables', '<table><tr><td>'.repeat(MANY)],
    ['cells as wide as can be', `<table>${'<tr>'.concat('<td colspan=1000000000>').repeat(15_000)}</table>`],
    ['cells as high as can be', `<table><tr>${'<td rowspan=1000000000>1'.repeat(15_000)}</table>`],
    ['a heading that does not end', `<h1>${'x '.repeat(MANY)}`],
    ['blanks', ' '.repeat(MANY * 10)],
  ])('%s', (_what, middle) => {
    readHostile(strToU8(`<html>${TABLE}${middle}`));
    readHostile(strToU8(`<html>${TABLE}${middle}${TABLE}</html>`));
    readHostile(strToU8(`<html><table><tr><td>${middle}</td></tr></table></html>`));
  });
});

describe('XML', () => {
  const XML_2003 = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"';
  const OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"';
  const book = (inner: string) =>
    strToU8(
      `<?xml version="1.0"?><Workbook ${XML_2003}><Worksheet Name="a"><Table>${inner}</Table></Worksheet></Workbook>`,
    );
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
    '',
  );

  test.each<[string, Uint8Array]>([
    [
      'entities that grow, Excel 2003',
      strToU8(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><Workbook ${XML_2003}>&l9;</Workbook>`),
    ],
    [
      'entities that grow, OpenDocument',
      strToU8(
        `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><office:document ${OFFICE} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">&l9;</office:document>`,
      ),
    ],
    [
      'a file from outside',
      strToU8(
        `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Workbook ${XML_2003}>&x;</Workbook>`,
      ),
    ],
    ['elements within elements', book('<Row>'.repeat(100_000))],
    [
      'an attribute in ten thousand copies',
      book(`<Row ${Array.from({ length: 10_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
    ],
    ['a sheet cut off', book('').subarray(0, 130)],
  ])('%s', (_what, bytes) => expect(readHostile(bytes).facts).toEqual({ kind: 'damaged' }));

  test('a merge over the whole sheet, and beyond', () =>
    expect(
      readHostile(
        book('<Row><Cell MergeAcross="9999999" MergeDown="9999999"><Data Type="Number">1</Data></Cell></Row>'),
      ).sheets,
    ).toMatchObject([{ merges: [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }] }]));
  test('styles that are each other’s parents', () =>
    expect(
      readHostile(
        strToU8(
          `<Workbook ${XML_2003}><Styles><Style ID="a" Parent="b"/><Style ID="b" Parent="a"/></Styles><Worksheet Name="constructor"><Table><Row><Cell StyleID="a"><Data Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`,
        ),
      ).sheets,
    ).toMatchObject([{ name: 'constructor' }]));
});
