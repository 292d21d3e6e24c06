import { describe, expect, test } from 'vitest';
import { p, type WordDraft } from './support/a-word-file.ts';
import { lookIn } from './support/read-it.ts';

const style = (type: string, id: string, content: string, attributes = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}" ${attributes}>${content}</w:style>`;
const fonts = (ascii: string, hAnsi = ascii): string => `<w:rFonts w:ascii="${ascii}" w:hAnsi="${hAnsi}"/>`;
const defaults = (run: string, paragraph = ''): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`;
const run = (content: string): string => `<w:rPr>${content}</w:rPr>`;
const useStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;

const THEME =
  '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme>' +
  '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>';
const MINOR = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>';

describe('the font of letters', () => {
  test.each<[string, WordDraft, string]>([
    ['nothing is said: the program’s own', { body: p('Chữ') }, 'Times New Roman'],
    ['document defaults', { body: p('Chữ'), styles: defaults(fonts('Arial')) }, 'Arial'],
    ['a font of the theme in the defaults', { body: p('Chữ'), styles: defaults(MINOR), theme: THEME }, 'Calibri'],
    ['a font of a theme that is not there', { body: p('Chữ'), styles: defaults(MINOR) }, 'Times New Roman'],
    [
      'the theme goes before a name beside it',
      { body: p('Chữ', '', '<w:rFonts w:ascii="Arial" w:asciiTheme="majorAscii"/>'), theme: THEME },
      'Cambria',
    ],
    [
      'the default paragraph style over the defaults',
      {
        body: p('Chữ'),
        styles: defaults(fonts('Arial')) + style('paragraph', 'Normal', run(fonts('Tahoma')), 'w:default="1"'),
      },
      'Tahoma',
    ],
    [
      'a style over the one it is based on',
      {
        body: p('Chữ', useStyle('B')),
        styles: style('paragraph', 'A', run(fonts('Arial'))) + style('paragraph', 'B', '<w:basedOn w:val="A"/>'),
      },
      'Arial',
    ],
    [
      'a character style over the paragraph style',
      {
        body: p('Chữ', useStyle('A'), '<w:rStyle w:val="C"/>'),
        styles: style('paragraph', 'A', run(fonts('Arial'))) + style('character', 'C', run(fonts('Tahoma'))),
      },
      'Tahoma',
    ],
    [
      'direct formatting over all',
      { body: p('Chữ', useStyle('A'), fonts('Verdana')), styles: style('paragraph', 'A', run(fonts('Arial'))) },
      'Verdana',
    ],
    [
      'a style of tables over the defaults',
      {
        body: `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc>${p('Chữ')}</w:tc></w:tr></w:tbl>`,
        styles: defaults(fonts('Arial')) + style('table', 'T', run(fonts('Tahoma'))),
      },
      'Tahoma',
    ],
    [
      'styles that inherit in a circle end somewhere',
      {
        body: p('Chữ', useStyle('A')),
        styles:
          style('paragraph', 'A', `<w:basedOn w:val="B"/>`) +
          style('paragraph', 'B', `<w:basedOn w:val="A"/>${run(fonts('Arial'))}`),
      },
      'Arial',
    ],
  ])('%s', (_name, draft, font) => expect(lookIn(draft).run.fonts.ascii).toBe(font));

  test('letters with marks have a font of their own', () =>
    expect(lookIn({ body: p('Chữ', '', fonts('Times New Roman', 'Arial')) }).run.fonts).toMatchObject({
      ascii: 'Times New Roman',
      other: 'Arial',
    }));
});

describe('size, weight, colour', () => {
  test.each<[string, WordDraft, object]>([
    ['half points', { body: p('Chữ', '', '<w:sz w:val="27"/>') }, { size: 13.5 }],
    ['points of the strict standard', { body: p('Chữ', '', '<w:sz w:val="13pt"/>') }, { size: 13 }],
    ['bold that is switched off', { body: p('Chữ', '', '<w:b w:val="0"/>') }, { isBold: false }],
    [
      'bold of two kinds of style turns over',
      {
        body: p('Chữ', useStyle('A'), '<w:rStyle w:val="C"/>'),
        styles: style('paragraph', 'A', run('<w:b/>')) + style('character', 'C', run('<w:b/>')),
      },
      { isBold: false },
    ],
    [
      'bold said at the place itself does not',
      { body: p('Chữ', useStyle('A'), '<w:b/>'), styles: style('paragraph', 'A', run('<w:b/>')) },
      { isBold: true },
    ],
    ['automatic colour is black', { body: p('Chữ', '', '<w:color w:val="auto"/>') }, { color: '000000' }],
    [
      'a colour of the theme',
      { body: p('Chữ', '', '<w:color w:val="auto" w:themeColor="accent1"/>'), theme: THEME },
      { color: '4472C4' },
    ],
    [
      'a lighter one as the program worked it out',
      { body: p('Chữ', '', '<w:color w:val="8EAADB" w:themeColor="accent1" w:themeTint="99"/>'), theme: THEME },
      { color: '8EAADB' },
    ],
    ['small letters shown as capitals', { body: p('Chữ', '', '<w:caps/>') }, { isUpperCase: true }],
    [
      'an underline of the paragraph style',
      { body: p('Chữ', useStyle('A')), styles: style('paragraph', 'A', run('<w:u w:val="single"/>')) },
      { isUnderlined: true },
    ],
  ])('%s', (_name, draft, expected) => expect(lookIn(draft).run).toMatchObject(expected));
});

describe('paragraphs', () => {
  const indented = style('paragraph', 'A', '<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/></w:pPr>');
  test.each<[string, WordDraft, object]>([
    ['nothing is said', { body: p('Chữ') }, { align: 'left', firstLine: 0, line: { kind: 'lines', amount: 1 } }],
    [
      'defaults',
      { body: p('Chữ'), styles: defaults('', '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>') },
      { after: 8 },
    ],
    ['a style', { body: p('Chữ', useStyle('A')), styles: indented }, { align: 'justify', firstLine: 36 }],
    [
      'one attribute over those of the style, the others stay',
      { body: p('Chữ', `${useStyle('A')}<w:ind w:left="200"/>`), styles: indented },
      { left: 10, firstLine: 36 },
    ],
    [
      'a hanging line goes before an indent',
      { body: p('Chữ', '<w:ind w:hanging="240" w:firstLine="720"/>') },
      { firstLine: -12 },
    ],
    [
      'lines in points',
      { body: p('Chữ', '<w:spacing w:line="360" w:lineRule="exact"/>') },
      { line: { kind: 'exact', amount: 18 } },
    ],
    ['gaps of a pasted web page', { body: p('Chữ', '<w:spacing w:after="0" w:afterAutospacing="1"/>') }, { after: 14 }],
    [
      'the level of a list',
      {
        body: p('Chữ', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
      { left: 36 },
    ],
  ])('%s', (_name, draft, expected) => expect(lookIn(draft).paragraph).toMatchObject(expected));
});
