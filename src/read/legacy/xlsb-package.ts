import { Buffer } from 'node:buffer';
import { storeZip } from '../../opc/store-zip.ts';
import { aliasOf } from './gated.ts';
import { XLSB, xlsbRecord, xlsbTextBytes } from './xlsb-records.ts';

const TYPES_OF_PARTS =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>' +
  '<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/>' +
  '<Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/></Types>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORKSHEET = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

/** A package of our own making with those parts in it; the library finds a sheet by its place in the list only. */
export function xlsbPackage(strings: Buffer, styles: Buffer, sheets: readonly Buffer[]): Uint8Array {
  const lists = sheets.map((_sheet, index) => {
    const texts = [xlsbTextBytes(`r${String(index)}`), xlsbTextBytes(aliasOf(index))];
    return xlsbRecord(XLSB.sheet, Buffer.alloc(8), ...texts);
  });
  const relation = (_sheet: Buffer, index: number): string =>
    `<Relationship Id="r${String(index)}" Type="${WORKSHEET}" Target="worksheets/sheet${String(index + 1)}.bin"/>`;
  return storeZip(
    new Map([
      ['[Content_Types].xml', Buffer.from(TYPES_OF_PARTS)],
      ['xl/workbook.bin', Buffer.concat(lists)],
      [
        'xl/_rels/workbook.bin.rels',
        Buffer.from(`<Relationships xmlns="${RELATIONS}">${sheets.map(relation).join('')}</Relationships>`),
      ],
      ['xl/sharedStrings.bin', strings],
      ['xl/styles.bin', styles],
      ...sheets.map((sheet, index): [string, Buffer] => [`xl/worksheets/sheet${String(index + 1)}.bin`, sheet]),
    ]),
  );
}
