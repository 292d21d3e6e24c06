import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Sheet, Workbook } from '../../src/model/workbook.ts';
import { convertMisreadText } from '../../src/read/misread-text.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aPackage } from '../support/a-package.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { asMisread } from '../support/legacy-encoders.ts';
import { SENTENCES } from '../support/sentences.ts';

/** Every text, row by row. */
function textsOf(sheets: readonly Sheet[]): readonly string[] {
  return sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((cells) =>
      [...cells.values()].flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
    ),
  );
}

interface Found {
  readonly texts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function found({ value, diagnostics }: { value: Workbook | undefined; diagnostics: readonly Diagnostic[] }): Found {
  return { texts: textsOf(value?.sheets ?? []), diagnostics };
}

function convert(...rows: readonly (readonly CellDraft[])[]): Found {
  return found(convertMisreadText(aWorkbook([aSheet('Trang', rows)])));
}

/** The same of a whole file; blanks and controls are as the file has them. */
function inCsv(...lines: readonly string[]): Found {
  return found(readWorkbook(Buffer.from(lines.join('\n')), 'a.csv'));
}

/** With the bytes lost that have no meaning in the code page. */
const lossy = (text: string): string => asMisread(text).replace(/[\u0080-\u009f]/gu, '');
const COLUMN = SENTENCES.slice(0, 4);

describe.each(['windows-1252', 'windows-1258'] as const)('UTF-8 taken for %s', (codePage) => {
  const misread = (text: string): string => asMisread(text, codePage);

  test('every sentence of a CSV file is what it was, and one finding says so', () => {
    const { texts, diagnostics } = inCsv(...SENTENCES.map((text) => `${misread(text)};12`));
    expect(texts.filter((text) => text !== '12')).toEqual(SENTENCES);
    expect(diagnostics).toMatchObject([
      { rule: 'text-misread', severity: 'info', location: { kind: 'file' }, facts: { encoding: 'utf-8', cells: 26 } },
    ]);
  });

  test('in the cells of a workbook', () => {
    const rows = SENTENCES.map((text) => `<row><c t="inlineStr"><is><t>${misread(text)}</t></is></c></row>`);
    const { texts, diagnostics } = found(readWorkbook(aPackage({ data: rows.join('') }), 'a.xlsx'));
    expect(texts).toEqual(SENTENCES);
    expect(diagnostics).toMatchObject([{ rule: 'text-misread' }]);
  });

  test('in a web page, also where letters are written as entities', () => {
    const entities = (text: string): string =>
      text.replace(/[^ -~]/gu, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`);
    // Pages number controls as windows-1252 does, which has none there.
    const rows = SENTENCES.map((text, at) => (at % 2 === 0 ? misread(text) : entities(misread(text))));
    const page = `<table>${rows.map((text) => `<tr><td>${text}</td></tr>`).join('')}</table>`;
    const { texts } = found(readWorkbook(Buffer.from(page), 'a.xls'));
    expect(texts.filter((_text, at) => at % 2 === 0)).toEqual(SENTENCES.filter((_text, at) => at % 2 === 0));
  });

  test('several times over', () => {
    const thrice = COLUMN.map((text) => asMisread(misread(misread(text))));
    expect(inCsv(...thrice.map((text) => `${text};1`)).texts.filter((text) => text !== '1')).toEqual(COLUMN);
  });

  test('the name of a sheet is converted with it', () => {
    const workbook = aWorkbook([
      aSheet(
        misread('Chỉ tiêu'),
        COLUMN.map((text) => [misread(text)]),
      ),
    ]);
    expect(convertMisreadText(workbook).value.sheets[0]?.name).toBe('Chỉ tiêu');
  });

  test('what is converted converts to itself', () =>
    fc.assert(
      fc.property(fc.subarray([...SENTENCES], { minLength: 2 }), fc.nat(2), (sentences, times) => {
        const text = (sentence: string): string =>
          Array.from({ length: times + 1 }).reduce<string>((shown) => misread(shown), sentence);
        const once = convertMisreadText(
          aWorkbook([
            aSheet(
              'Trang',
              sentences.map((one) => [text(one)]),
            ),
          ]),
        ).value;
        expect(textsOf(once.sheets)).toEqual(sentences);
        expect(convertMisreadText(once)).toEqual({ value: once, diagnostics: [] });
      }),
    ));

  test('a short file stays as it is, and is reported', () => {
    const { texts, diagnostics } = convert([misread('Thôn An Vĩnh'), 12]);
    expect(texts).toEqual([misread('Thôn An Vĩnh')]);
    expect(diagnostics).toMatchObject([
      {
        rule: 'text-legacy-doubtful',
        location: { kind: 'cell', ref: { address: 'A1' } },
        facts: { encoding: 'utf-8' },
      },
    ]);
  });
});

describe('a form in Unicode with some cells misread', () => {
  const good = [
    ['Tình trạng', 'Đã có'],
    ['“UBND XÃ”', 'xã…'],
  ];

  test('these only', () => {
    const { texts, diagnostics } = convert(...good, ...COLUMN.map((text) => [asMisread(text), 'Mỹ Lại']));
    expect(texts).toEqual([...good.flat(), ...COLUMN.flatMap((text) => [text, 'Mỹ Lại'])]);
    expect(diagnostics).toMatchObject([{ rule: 'text-misread', facts: { cells: 4 } }]);
  });

  test('a label with a misread name behind it, put together by a formula', () => {
    const { texts } = convert(...COLUMN.map((text) => [asMisread(text)]), [`Đơn vị: ${asMisread('Thôn An Vĩnh')}`]);
    expect(texts.at(-1)).toBe('Đơn vị: Thôn An Vĩnh');
  });

  test('one that may have been meant as it stands stays, unless nothing in the file is Unicode', () => {
    // “XÃ” with a quote behind it is XÔ misread.
    const misread = COLUMN.map((text) => [asMisread(text)]);
    expect(convert(...misread, ['XÃ”'], ['Mỹ Lại']).texts.at(-2)).toBe('XÃ”');
    expect(convert(...misread, ['XÃ”']).texts.at(-1)).toBe('XÔ');
  });

  test('numbers grouped by a misread blank follow their file', () =>
    expect(inCsv(...COLUMN.map((text) => `${asMisread(text)};${asMisread('1\u00a0200')}`)).texts.at(-1)).toBe('1 200'));
});

describe('letters that are lost', () => {
  const LOSING = 'Đề nghị, ý kiến, đường dây';
  const rows = [...COLUMN.map((text) => asMisread(text)), lossy(LOSING)].map((text) => [text]);

  test('are not guessed: these cells stay and are called damaged, the others are converted', () => {
    const { texts, diagnostics } = convert(...rows);
    expect(texts.slice(0, -1)).toEqual(COLUMN);
    expect(texts.at(-1)).toBe(lossy(LOSING));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['text-damaged', 'text-misread']);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', location: { kind: 'cell' } });
  });

  test.each([
    ['one byte of a letter', 'Ã\u008d', 'Í'],
    ['the last of three', 'vá»\u0081', 'về'],
    ['a capital', 'Ä\u0090á»\u0081', 'Đề'],
  ])('%s', (_what, written, meant) => {
    const whole = COLUMN.map((text) => [asMisread(text)]);
    const text = `${written} ${asMisread('số hộ')}`;
    expect(convert(...whole, [text]).texts.at(-1)).toBe(`${meant} số hộ`);
    const lost = text.replace(/[\u0080-\u009f]/gu, '');
    const { texts, diagnostics } = convert(...whole, [lost]);
    expect(texts.at(-1)).toBe(lost);
    expect(diagnostics[0]).toMatchObject({ rule: 'text-damaged', location: { ref: { address: 'A5' } } });
  });

  test.each(['Th\ufffdn An V\ufffdnh', asMisread('Th\ufffdn')])('%s says so itself', (text) => {
    const { texts, diagnostics } = convert([text], ['Mỹ Lại'], ...COLUMN.map((one) => [asMisread(one)]));
    expect(texts[0]).toBe(text);
    expect(diagnostics[0]).toMatchObject({ rule: 'text-damaged', facts: { cells: 1 } });
  });
});

test('shuffling rows changes no text', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray([...SENTENCES], { minLength: SENTENCES.length }), (sentences) => {
      expect(convert(...sentences.map((sentence) => [asMisread(sentence)])).texts).toEqual(sentences);
    }),
  ));

test('twenty thousand texts are one finding', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [asMisread(SENTENCES[at % SENTENCES.length] ?? '')]);
  expect(convert(...rows).diagnostics).toHaveLength(1);
});
