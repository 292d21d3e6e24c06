import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Cell } from '../../src/model/workbook.ts';
import { convertLegacyText } from '../../src/read/legacy-text.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aBiffBook, long, RECORD, record } from '../support/a-biff-book.ts';
import { aSheet, aWorkbook } from '../support/a-workbook.ts';
import { asShownBy1258, asTcvn3, asVni } from '../support/legacy-encoders.ts';
import { SENTENCES } from '../support/sentences.ts';

/** A text of the shared table; runs are the character at which each begins and the number of its font. */
interface Shared {
  readonly text: string;
  readonly runs?: readonly (readonly [number, number])[];
  /** Bytes of phonetic hints behind it. */
  readonly hints?: number;
}

function sharedText({ text, runs = [], hints = 0 }: Shared): Buffer {
  const flags = 1 + (runs.length === 0 ? 0 : 8) + (hints === 0 ? 0 : 4);
  const head = Buffer.alloc(3);
  head.writeUInt16LE(text.length);
  head[2] = flags;
  const counts = [...(runs.length === 0 ? [] : [Buffer.of(runs.length, 0)]), ...(hints === 0 ? [] : [long(hints)])];
  const marks = runs.map(([start, font]) => Buffer.of(start & 255, start >> 8, font, 0));
  return Buffer.concat([head, ...counts, Buffer.from(text, 'utf16le'), ...marks, Buffer.alloc(hints)]);
}

function font(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le');
  return record(RECORD.font, new Uint8Array(14), Buffer.of(name.length, 1), text);
}

/** Arial, .VnTime, VNI-Times, .VnTimeH; the number 4 means nothing. */
const FONTS = ['Arial', '.VnTime', 'VNI-Times', '.VnTimeH', 'Times New Roman'].map(font);
const NUMBER_OF = { arial: 0, vnTime: 1, vni: 2, vnTimeH: 3, roman: 5 } as const;
/** A cell format for each of the first four fonts. */
const FORMATS = [0, 1, 2, 3].map((number) => record(RECORD.xf, number, 0, new Uint8Array(16)));

/** A column of shared texts, in those formats, 0 unless told. `cut`: the table goes on in another record there. */
function aColumn(texts: readonly Shared[], formats: readonly number[] = [], cut?: number): Buffer {
  const table = Buffer.concat([long(texts.length), long(texts.length), ...texts.map(sharedText)]);
  const records =
    cut === undefined
      ? [record(RECORD.sharedStrings, table)]
      : [
          record(RECORD.sharedStrings, table.subarray(0, cut)),
          // Within a text, the next record says anew how wide its characters are.
          record(RECORD.continue, Buffer.of(1), table.subarray(cut)),
        ];
  const cells = texts.map((_text, row) => record(RECORD.labelSst, row, 0, formats[row] ?? 0, long(row)));
  return aBiffBook([{ name: 'Trang', records: cells }], [...FONTS, ...FORMATS, ...records]);
}

function opened(bytes: Uint8Array): { readonly cells: readonly Cell[]; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readWorkbook(bytes, 'a.xls');
  const rows = [...(value?.sheets[0]?.rows.values() ?? [])];
  return { cells: rows.flatMap((cells) => [...cells.values()]), diagnostics };
}
function texts(bytes: Uint8Array): readonly string[] {
  return opened(bytes).cells.map(({ value }) => (value.kind === 'text' ? value.text : value.kind));
}
const plain = (text: string): Shared => ({ text });

const LOWER = SENTENCES.map((sentence) => sentence.toLowerCase());

describe.each([
  ['TCVN3', asTcvn3, 'tcvn3'],
  ['VNI', asVni, 'vni'],
])('%s that Vietnamese Windows took for windows-1258', (_name, encode, id) => {
  const shown = (text: string): string => asShownBy1258(encode(text));

  test('is recognised and converted', () => {
    const book = aColumn(LOWER.map((text) => plain(shown(text))));
    expect(texts(book)).toEqual(LOWER);
    expect(opened(book).diagnostics).toMatchObject([{ rule: 'text-legacy-encoding', facts: { encoding: id } }]);
  });

  test('short texts that are words in both follow their file', () => {
    // In TCVN3, “có” shows as the word că.
    const short = ['có', 'quý', 'số', 'tiền', 'thị', 'xóm', 'đồng chí'];
    expect(texts(aColumn([...LOWER, ...short].map((text) => plain(shown(text)))))).toEqual([...LOWER, ...short]);
  });

  test('beside Unicode, which stays', () => {
    const unicode = ['Đơn vị', 'Thôn Mỹ Lại', 'Số người có căn cước', 'cơ quan', 'ăn ở', ...SENTENCES];
    const both = [...unicode, ...LOWER.map(shown)].map(plain);
    expect(texts(aColumn(both))).toEqual([...unicode, ...LOWER]);
  });

  test('what is converted converts to itself', () =>
    fc.assert(
      fc.property(fc.subarray(LOWER, { minLength: 4 }), (sentences) => {
        const rows = sentences.map((text) => [shown(text)]);
        const once = convertLegacyText(aWorkbook([aSheet('Trang', rows)])).value;
        expect([...(once.sheets[0]?.rows.values() ?? [])].map((cells) => cells.get(0)?.value)).toEqual(
          sentences.map((text) => ({ kind: 'text', text })),
        );
        expect(convertLegacyText(once)).toEqual({ value: once, diagnostics: [] });
      }),
    ));

  test('too little of it stays', () => {
    const few = [shown('đề nghị'), shown('tiền')];
    expect(texts(aColumn(few.map(plain)))).toEqual(few);
  });
});

test('Excel 95 under Vietnamese Windows, its texts in TCVN3', () => {
  const file = readFileSync(new URL('../../fixtures/legacy/form-95-tcvn3.xls', import.meta.url));
  const before = texts(file);
  const codePage = file.indexOf(Buffer.of(0x42, 0, 2, 0, 0xe4, 0x04));
  expect(codePage).toBeGreaterThan(0);
  file.writeUInt16LE(1258, codePage + 4);
  expect(texts(file)).toEqual(before);
  expect(before.length).toBeGreaterThan(5);
});

describe('the fonts of runs', () => {
  const column = SENTENCES.slice(0, 4).map((text) => plain(asTcvn3(text)));
  // “sè” is số in TCVN3 and a word in Unicode; beside Unicode only a font decides.
  const last = (shared: Shared, format = 0, cut?: number): string | undefined =>
    texts(aColumn([...column, plain('Mỹ Lại'), shared], [0, 0, 0, 0, 0, format], cut)).at(-1);
  const { arial, vnTime, vni, vnTimeH, roman } = NUMBER_OF;

  test.each<[string, readonly (readonly [number, number])[], number, string]>([
    ['none, in a cell without an old font', [], arial, 'sè sè'],
    ['none, in a cell of .VnTime', [], vnTime, 'số số'],
    ['all in .VnTime', [[0, vnTime]], arial, 'số số'],
    ['some in .VnTime, the others as their cell', [[3, vnTime]], vnTime, 'số số'],
    ['some in .VnTime, the others in their cell’s Arial', [[3, vnTime]], arial, 'sè sè'],
    ['one in a font of Unicode, in a cell of .VnTime', [[3, roman]], vnTime, 'sè sè'],
    ['all in VNI', [[0, vni]], vnTime, 'sè sè'],
    ['capitals', [[0, vnTimeH]], arial, 'SỐ SỐ'],
    [
      'runs that go back',
      [
        [0, vnTime],
        [5, vnTime],
        [2, roman],
      ],
      arial,
      'số số',
    ],
  ])('%s', (_what, runs, format, text) => expect(last({ text: 'sè sè', runs }, format)).toBe(text));

  test('are found behind phonetic hints and over the border of a record', () => {
    const before = { text: 'Mỹ Lại', runs: [[0, roman]] as const, hints: 5 };
    const table = [...column, before, { text: 'sè', runs: [[0, vnTime]] as const }];
    expect(texts(aColumn(table)).at(-1)).toBe('số');
    const within = 8 + sharedText(column[0] ?? plain('')).length + 3 + 20;
    expect(texts(aColumn(table, [], within))).toEqual(texts(aColumn(table)));
  });

  test('of a text in its cell’s own record', () => {
    const rich = (...runs: readonly number[]): Buffer =>
      record(
        RECORD.richString,
        ...[9, 0, 0, 2, Buffer.of(1), Buffer.from('sè', 'utf16le'), Buffer.of(runs.length / 2, 0)],
        ...runs,
      );
    const labels = [...column, plain('Mỹ Lại')];
    const table = Buffer.concat([long(5), long(5), ...labels.map(sharedText)]);
    const cells = labels.map((_text, row) => record(RECORD.labelSst, row, 0, 0, long(row)));
    const book = (record_: Buffer): Buffer =>
      aBiffBook(
        [{ name: 'Trang', records: [...cells, record_] }],
        [...FONTS, ...FORMATS, record(RECORD.sharedStrings, table)],
      );
    expect(texts(book(rich(0, vnTime))).at(-1)).toBe('số');
    expect(texts(book(rich(0, roman))).at(-1)).toBe('sè');
  });
});
