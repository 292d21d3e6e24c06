import { unzipSync, zipSync } from 'fflate';
import { legacyFixture } from './read-hostile.ts';

const SHEET = 'xl/worksheets/sheet1.bin';
const STYLES = 'xl/styles.bin';

/** A record of an .xlsb part: its type (below 16,384) and its fields (shorter than 128 bytes together). */
export function xlsbPart(...records: readonly (readonly [type: number, ...fields: Buffer[]])[]): Buffer {
  return Buffer.concat(
    records.flatMap(([type, ...fields]) => {
      const data = Buffer.concat(fields);
      return [Buffer.of(...(type < 128 ? [type] : [(type & 127) | 128, type >> 7]), data.length), data];
    }),
  );
}

/** The small workbook with those records behind the cells of its first sheet; its default font is called `font`. */
export function featuresWith(records: Buffer, font = 'Calibri'): Buffer {
  const parts = unzipSync(legacyFixture('features.xlsb'));
  const styles = Buffer.from(parts[STYLES] ?? new Uint8Array()).toString('latin1');
  const name = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');
  if (font.length !== 'Calibri'.length || !styles.includes(name('Calibri'))) throw new Error('no such font');
  return Buffer.from(
    zipSync({
      ...parts,
      [SHEET]: Buffer.concat([parts[SHEET] ?? new Uint8Array(), records]),
      [STYLES]: Buffer.from(
        styles.replaceAll(name('Calibri'), () => name(font)),
        'latin1',
      ),
    }),
  );
}
