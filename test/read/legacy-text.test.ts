import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Cell, Workbook } from '../../src/model/workbook.ts';
import { convertLegacyText } from '../../src/read/legacy-text.ts';
import { aSheet, aWorkbook, numberCell, type CellDraft } from '../support/a-workbook.ts';
import { asTcvn3, asVni } from '../support/legacy-encoders.ts';
import { SENTENCES } from '../support/sentences.ts';

function typedIn(font: string, text: string): Cell {
  return { value: { kind: 'text', text }, isFormula: false, legacyFont: font };
}

/** Every text, row by row; the names of the sheets in brackets. */
function texts({ sheets }: Workbook): readonly string[] {
  return sheets.flatMap(({ name, rows }) => [
    `[${name}]`,
    ...[...rows.values()].flatMap((cells) =>
      [...cells.values()].flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
    ),
  ]);
}

function convert(...sheets: readonly (readonly (readonly CellDraft[])[])[]): {
  readonly texts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const workbook = aWorkbook(sheets.map((rows, index) => aSheet(`Trang ${index + 1}`, rows)));
  const { value, diagnostics } = convertLegacyText(workbook);
  return { texts: texts(value).filter((text) => !text.startsWith('[')), diagnostics };
}

const COLUMN = SENTENCES.slice(0, 4);
const LOWER = COLUMN.map((sentence) => sentence.toLowerCase());

describe.each([
  ['TCVN3', asTcvn3, 'tcvn3'],
  ['VNI', asVni, 'vni'],
])('a workbook in %s', (name, encode, id) => {
  test('is converted, and says so once', () => {
    const { texts: found, diagnostics } = convert(
      LOWER.map((text) => [encode(text), 12]),
      LOWER.map((text) => [encode(text)]),
    );
    expect(found).toEqual([...LOWER, ...LOWER]);
    expect(diagnostics).toMatchObject([
      { rule: 'text-legacy-encoding', severity: 'info', location: { kind: 'file' }, facts: { encoding: id, cells: 8 } },
    ]);
    expect(diagnostics[0]?.message).toContain(`Chữ ở 8 ô của trang “Trang 1” và “Trang 2” gõ theo bảng mã ${name}`);
  });

  test('short cells follow their sheet, also those that could be something else', () => {
    const short = ['hộ', 'cố', 'số', 'đ', 'ở', 'phú'];
    expect(convert([...LOWER, ...short].map((text) => [encode(text)])).texts).toEqual([...LOWER, ...short]);
  });

  test('a sheet too short to decide is decided with all the others', () => {
    const rows = LOWER.map((text) => [encode(text)]);
    expect(convert(rows, [[encode('tổng số')]]).texts).toEqual([...LOWER, 'tổng số']);
  });

  test('a short file stays as it is, and is reported', () => {
    const typed = [encode('chữ ký số'), encode('đã có')];
    const { texts: found, diagnostics } = convert(typed.map((text) => [text]));
    expect(found).toEqual(typed);
    expect(diagnostics).toMatchObject([
      { rule: 'text-legacy-doubtful', severity: 'warning', location: { kind: 'cell', ref: { address: 'A1' } } },
    ]);
    expect(diagnostics[0]?.message).toContain(name);
  });

  test('numbers, dates and formulas stay what they are', () => {
    const total: Cell = { value: numberCell(7), isFormula: true };
    const workbook = aWorkbook([aSheet('Trang', [...LOWER.map((text) => [encode(text)]), [total, 45_966]])]);
    const rows = convertLegacyText(workbook).value.sheets[0]?.rows;
    expect(rows?.get(4)).toEqual(workbook.sheets[0]?.rows.get(4));
  });

  test('the name of a sheet is converted with it', () => {
    const workbook = aWorkbook([
      aSheet(
        encode('số liệu'),
        LOWER.map((text) => [encode(text)]),
      ),
    ]);
    expect(texts(convertLegacyText(workbook).value)[0]).toBe('[số liệu]');
  });

  test('the name of a sheet that could be Unicode as well stays, and speaks for nothing', () => {
    const rows = [...LOWER, 'cố'].map((text) => [encode(text)]);
    const { value } = convertLegacyText(aWorkbook([aSheet('Phó', rows), aSheet('Số liệu', [])]));
    expect(texts(value)).toEqual(['[Phó]', ...LOWER, 'cố', '[Số liệu]']);
  });

  test('sheets whose names would become one keep theirs', () => {
    const rows = LOWER.map((text) => [encode(text)]);
    const workbook = aWorkbook([aSheet(encode('số liệu'), rows), aSheet('số liệu', [])]);
    expect(convertLegacyText(workbook).value.sheets.map((sheet) => sheet.name)).toEqual([encode('số liệu'), 'số liệu']);
  });

  test('what is converted converts to itself', () =>
    fc.assert(
      fc.property(fc.subarray([...SENTENCES], { minLength: 2 }), fc.nat(3), (sentences, width) => {
        const rows = sentences.map((sentence, at) => (at % 4 <= width ? [encode(sentence)] : ['', encode(sentence)]));
        const once = convertLegacyText(aWorkbook([aSheet(encode('Trang mẫu'), rows)])).value;
        const twice = convertLegacyText(once);
        expect(twice.value).toEqual(once);
        expect(twice.diagnostics.filter(({ rule }) => rule === 'text-legacy-encoding')).toEqual([]);
      }),
    ));

  test('shuffling rows changes no text', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...SENTENCES], { minLength: SENTENCES.length }), (sentences) => {
        const found = convert(sentences.map((sentence) => [encode(sentence)])).texts.map((text) => text.toLowerCase());
        expect(found).toEqual(sentences.map((sentence) => sentence.toLowerCase()));
      }),
    ));
});

describe('both encodings in one file', () => {
  test('VNI in one column, TCVN3 in the other', () => {
    const { texts: found, diagnostics } = convert(LOWER.map((text) => [asTcvn3(text), asVni(text)]));
    expect(found).toEqual(LOWER.flatMap((text) => [text, text]));
    expect(diagnostics).toMatchObject([{ facts: { encoding: 'tcvn3, vni', cells: 8 } }]);
  });

  test('VNI rows in a TCVN3 column', () => {
    const rows = SENTENCES.slice(0, 12).map((text, at) => (at % 3 === 0 ? asVni(text) : asTcvn3(text)));
    expect(convert(rows.map((text) => [text])).texts.map((text) => text.toLowerCase())).toEqual(
      SENTENCES.slice(0, 12).map((text) => text.toLowerCase()),
    );
  });

  test('one heading in VNI is too little: it stays and is reported', () => {
    const { texts: found, diagnostics } = convert([
      [asVni('TỔNG CỘNG'), asVni('HƯỚNG DẪN')],
      ...LOWER.map((text) => [asTcvn3(text)]),
    ]);
    expect(found.slice(0, 2)).toEqual([asVni('TỔNG CỘNG'), asVni('HƯỚNG DẪN')]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['text-legacy-encoding', 'text-legacy-doubtful']);
  });
});

test('what .VnTimeH draws large becomes capitals, and the font says nothing any more', () => {
  const rows = [...LOWER, 'báo cáo kết quả'].map((text) => [typedIn('.VnTimeH', asTcvn3(text))]);
  const { value } = convertLegacyText(aWorkbook([aSheet('Trang', rows)]));
  expect(value.sheets[0]?.rows.get(4)?.get(0)).toEqual({
    value: { kind: 'text', text: 'BÁO CÁO KẾT QUẢ' },
    isFormula: false,
  });
});

test('soft hyphens that are no letters go, and cells of nothing else with them', () => {
  const { texts: found, diagnostics } = convert([['phương\u00adpháp', '\u00ad'], ['\u00ad']]);
  expect(found).toEqual(['phươngpháp']);
  expect(diagnostics).toEqual([]);
});

test('a text file in windows-1258 says so', () => {
  const workbook = aWorkbook([aSheet('CSV', [['Mỹ Lại']])], 'a.csv');
  expect(convertLegacyText(workbook, 'windows-1258').diagnostics).toMatchObject([
    { rule: 'text-legacy-encoding', location: { kind: 'file', file: 'a.csv' }, facts: { encoding: 'windows-1258' } },
  ]);
});

test('a sheet of twenty thousand texts is one finding', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [asTcvn3(SENTENCES[at % SENTENCES.length] ?? '')]);
  expect(convert(rows).diagnostics).toHaveLength(1);
});
