import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../src/read/format.ts';
import { xlsx } from '../../src/read/formats/xlsx.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aPackage, zipOf } from '../support/a-package.ts';

describe('laws', () => {
  const whole = aPackage({
    strings: '<si><t>một</t></si><si/><si><r><t>hai </t></r><r><t>ba</t></r></si>',
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
    worksheet:
      '<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45966</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2" t="s"><v>2</v></c><c r="B2"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells>',
  });

  test('no change of the XML makes it throw', () => {
    const parts = Object.entries(unzipSync(whole)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    const place = fc.tuple(fc.nat(parts.length - 1), fc.nat(2_000), fc.nat(40), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(place, ([which, at, length, put]) => {
        const edited = parts.map(([name, text], index): readonly [string, string] =>
          index === which ? [name, text.slice(0, at) + put + text.slice(at + length)] : [name, text],
        );
        const result = readWorkbook(zipOf(Object.fromEntries(edited)), 'TH01.xlsx');
        expect(result.value === undefined).toBe(result.diagnostics.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 1_500 },
    );
  });

  test('no damage to the bytes makes it throw or read other values', () => {
    const before = xlsx.read(whole, 'xlsx');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(whole);
        damaged.writeUInt8((damaged[at] ?? 0) ^ flip, at);
        const after = xlsx.read(damaged, 'xlsx');
        if (!isRefused(after)) expect(after).toEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });
});
