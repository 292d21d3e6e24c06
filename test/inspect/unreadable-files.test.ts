import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';
import { aCompoundFile } from '../support/a-compound-file.ts';
import { aZip } from '../support/a-zip.ts';
import { dice, flipped } from '../support/seeded-damage.ts';
import { aWordFile, p } from './support/a-word-file.ts';

const fixture = readFileSync(new URL('../../fixtures/docx/cong-van-dung.docx', import.meta.url));
const bytes = (text: string): Uint8Array => strToU8(text);
const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, bytes('<x/>')])));
const compound = (name: string): Uint8Array => aCompoundFile({ [name]: new Uint8Array(5_000) });
const main = (target: string): Uint8Array =>
  aZip([
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`,
    },
    { name: target, content: '<x/>' },
  ]);

/** The one finding of a file that is not read: why it is not. */
function refusal(file: Uint8Array): unknown {
  const found = inspectDocument(file, 'tep.docx');
  expect(found.map(({ rule }) => rule)).toEqual(['format-file-unreadable']);
  return found[0]?.facts['kind'];
}

describe('a file that is no Word document is named for what it is', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text', bytes('Kính gửi'), 'plain-text'],
    ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['an RTF', bytes('{\\rtf1}'), 'rtf'],
    ['a RAR', bytes('Rar!\u001a\u0007'), 'archive'],
    ['a zip of documents', zip('mot.docx', 'hai.docx'), 'archive'],
    ['an .odt', zip('mimetype', 'content.xml'), 'open-document'],
    ['an .xlsx', main('xl/workbook.xml'), 'spreadsheet'],
    ['a .pptx', main('ppt/presentation.xml'), 'presentation'],
    ['a .doc', compound('WordDocument'), 'old-word'],
    ['an .xls', compound('Workbook'), 'spreadsheet'],
    ['a .docx with a password', compound('EncryptedPackage'), 'encrypted'],
    ['another file of that container', compound('Khác'), 'unknown'],
    ['bytes', new Uint8Array(100), 'unknown'],
    ['half a .docx', fixture.subarray(0, 3_000), 'damaged'],
    ['a package without its document', zip('[Content_Types].xml'), 'damaged'],
    ['a document that is none', main('word/document.xml'), 'damaged'],
    ['styles that are no XML', aWordFile({ styles: '<w:style', body: p('x') }), 'damaged'],
    ['elements within elements', aWordFile({ body: '<w:sdt>'.repeat(150) + '</w:sdt>'.repeat(150) }), 'damaged'],
    ['more than anybody writes', aWordFile({ body: '<w:p/>'.repeat(400_001) }), 'too-large'],
    ['longer than anybody reads', aWordFile({ body: p('ă'.repeat(3_000_001)) }), 'too-large'],
  ])('%s', (_name, file, kind) => expect(refusal(file)).toBe(kind));
});

test('whatever is damaged, there are findings in Vietnamese and no more', () => {
  const throwDice = dice(30);
  const files = Array.from({ length: 150 }, (_, index) =>
    index % 2 === 0 ? flipped(fixture, throwDice, 4) : fixture.subarray(0, throwDice(fixture.length)),
  );
  for (const file of files) {
    for (const { message } of inspectDocument(file, 'tep.docx')) expect(message).toMatch(/[à-ỹđ]/u);
  }
});

test.each<[string, Uint8Array]>([
  [
    'sizes without end',
    aWordFile({ body: p('x', `<w:ind w:left="${'9'.repeat(400)}"/>`), section: '<w:pgSz w:w="1e999" w:h="-5"/>' }),
  ],
  ['names that objects have anyway', aWordFile({ body: p('x<w:constructor/>', '<w:jc w:val="constructor"/>') })],
  [
    'a list that begins at a billion',
    aWordFile({
      body: p('x', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    }),
  ],
])('%s show nothing of the program', (_name, file) => {
  const shown = JSON.stringify(inspectDocument(file, 'tep.docx'));
  expect(shown).not.toMatch(/undefined|NaN|Infinity|\[object|function|e\+/u);
  expect(shown).toContain('format-');
});
