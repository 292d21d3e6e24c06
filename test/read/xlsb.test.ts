import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellAt, type Sheet } from '../../src/model/workbook.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { double, long } from '../support/a-biff-book.ts';
import { featuresWith, xlsbPart } from '../support/an-xlsb.ts';
import { legacyFixture } from '../support/read-hostile.ts';

/** Records of a sheet that the library cannot write, put behind the cells of the small workbook (row 51 on). */
const ROW = 0x0000;
const at = (column: number): Buffer => Buffer.concat([long(column), long(0)]);
const text = (words: string): Buffer => Buffer.concat([long(words.length), Buffer.from(words, 'utf16le')]);
/** Flags and a formula, which nobody is to read. */
const FORMULA = Buffer.alloc(20, 0xff);
const row = (number: number, flags = 0): readonly [number, Buffer] => [
  ROW,
  Buffer.concat([long(number), long(0), Buffer.of(0, 0, 0, flags), Buffer.alloc(5)]),
];

function firstSheet(bytes: Uint8Array): Sheet {
  const { value, diagnostics } = readWorkbook(bytes, 'a.xlsb');
  const [sheet] = value?.sheets ?? [];
  if (sheet === undefined) throw new Error(diagnostics[0]?.message);
  return sheet;
}

describe('formulas keep their results, and are known as formulas', () => {
  test.each<[string, number, Buffer, unknown]>([
    ['a number', 0x0009, double(5), { kind: 'number', number: 5, isDate: false, isPercent: false }],
    ['a true 0', 0x0009, double(0), { kind: 'number', number: 0, isDate: false, isPercent: false }],
    ['a text', 0x0008, text('đạt'), { kind: 'text', text: 'đạt' }],
    ['true', 0x000a, Buffer.of(1), { kind: 'boolean', boolean: true }],
    ['an error', 0x000b, Buffer.of(0x17), { kind: 'error', code: '#REF!' }],
  ])('%s', (_what, type, result, value) =>
    expect(cellAt(firstSheet(featuresWith(xlsbPart(row(50), [type, at(3), result, FORMULA]))), 50, 3)).toEqual({
      value,
      isFormula: true,
    }),
  );
});

test('cells that leave their column out stand behind the last one', () => {
  const seven = Buffer.of(7 * 4 + 2, 0, 0, 0);
  const sheet = firstSheet(
    featuresWith(xlsbPart(row(50), [0x0002, at(2), seven], [0x000c, long(0)], [0x000d, long(0), seven])),
  );
  expect([...(sheet.rows.get(50)?.keys() ?? [])]).toEqual([2, 4]);
});

test('a text in parts is one text', () => {
  const rich = Buffer.concat([Buffer.of(1), text('một hai'), long(1), Buffer.alloc(4)]);
  const sheet = firstSheet(featuresWith(xlsbPart(row(50), [0x003e, at(0), rich])));
  expect(cellAt(sheet, 50, 0)?.value).toEqual({ kind: 'text', text: 'một hai' });
});

test('a hidden row with something in it', () => {
  const sheet = firstSheet(featuresWith(xlsbPart(row(50, 0x10), [0x0002, at(0), long(6)], row(51, 0x10))));
  expect([...sheet.hiddenRows]).toEqual([2, 50]);
});

test('old fonts are known by the style of the cell', () => {
  expect(cellAt(firstSheet(featuresWith(Buffer.alloc(0))), 1, 0)?.legacyFont).toBeUndefined();
  expect(cellAt(firstSheet(featuresWith(Buffer.alloc(0), '.VnTime')), 1, 0)?.legacyFont).toBe('.VnTime');
});

test('dates of the Mac', () => {
  const parts = unzipSync(legacyFixture('features.xlsb'));
  const workbook = Buffer.from(parts['xl/workbook.bin'] ?? new Uint8Array());
  // The record with the properties: type 0x99 in two bytes, its length, then the flags.
  const properties = workbook.indexOf(Buffer.of(0x99, 0x01)) + 3;
  workbook.writeUInt8((workbook[properties] ?? 0) | 1, properties);
  const sheet = firstSheet(zipSync({ ...parts, 'xl/workbook.bin': workbook }));
  expect(cellAt(sheet, 3, 1)?.value).toMatchObject({ number: 45_966 + 1462, isDate: true });
  expect(cellAt(sheet, 1, 1)?.value).toMatchObject({ number: 1 });
});

test('two sheets on one part would count every figure twice', () => {
  const parts = unzipSync(legacyFixture('features.xlsb'));
  const path = 'xl/_rels/workbook.bin.rels';
  const relations = Buffer.from(parts[path] ?? new Uint8Array()).toString('utf8');
  const doubled = Buffer.from(relations.replace('sheet2.bin', 'sheet1.bin'));
  expect(readWorkbook(zipSync({ ...parts, [path]: doubled }), 'a.xlsb').diagnostics[0]?.facts).toEqual({
    kind: 'damaged',
  });
});
