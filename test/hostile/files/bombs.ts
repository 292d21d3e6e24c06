import { alike, type HostileFile } from '../support/hostile-file.ts';
import { localRecord, rawEntry, rawZip, zipEnding, type RawEntry } from '../support/raw-zip.ts';
import { runEntry, zeros } from '../support/runs.ts';
import { formEntries, formWith, formWithSheet, INDICATORS, WORKSHEET } from '../support/sound-form.ts';

const TWO_GIGABYTES = 2047;
/** What a part may claim. */
const FOUR_GIGABYTES = 0xfffffffe;

function lying(entry: RawEntry, size: number): RawEntry {
  return { ...entry, size };
}

/** A zip in a zip in a zip … */
function nested(depth: number): Uint8Array {
  let inner: Uint8Array = rawZip([runEntry('0.bin', zeros(256))]);
  for (let level = 1; level < depth; level++) inner = rawZip([rawEntry('a.zip', inner), rawEntry('b.zip', inner)]);
  return inner;
}

/** A thousand entries of the directory that all mean the same megabytes. */
function onOneStream(): Uint8Array {
  const bomb = runEntry('xl/worksheets/sheet1.xml', zeros(90));
  const aliases = Array.from({ length: 1000 }, (_, index) => ({
    ...bomb,
    name: `xl/worksheets/sheet${String(index)}.xml`,
  }));
  const body = localRecord(bomb);
  return Buffer.concat([body, zipEnding(aliases, [], body.length, {})]);
}

/** Each entry begins within the one before, and says so correctly: its data are a stored block that quotes the next header. */
function quoting(count: number): Uint8Array {
  const kernel = runEntry('kernel', zeros(90)).packed;
  let data: Buffer = Buffer.from(kernel);
  let record: Buffer = Buffer.alloc(0);
  const entries: RawEntry[] = [];
  const starts: number[] = [];
  for (let index = count - 1; index >= 0; index--) {
    if (record.length > 0) {
      const quote = Buffer.from([0, 0, 0, 0, 0]);
      quote.writeUInt16LE(record.length - data.length, 1);
      quote.writeUInt16LE(~(record.length - data.length) & 0xffff, 3);
      data = Buffer.concat([quote, record]);
    }
    const entry = { name: `xl/${String(index).padStart(4, '0')}.xml`, packed: data, method: 8, size: 90 << 20, crc: 0 };
    record = localRecord(entry);
    entries.unshift(entry);
    starts.unshift(record.length);
  }
  return Buffer.concat([
    record,
    zipEnding(
      entries,
      starts.map((length) => record.length - length),
      record.length,
      {},
    ),
  ]);
}

/** Parts that are each within the limit, and not together. */
function manyLargeParts(): Uint8Array {
  const blank = {
    before: `${WORKSHEET}<sheetData>`,
    piece: ' '.repeat(1000),
    times: 3000,
    after: '</sheetData></worksheet>',
  };
  const sheets = Array.from({ length: 60 }, (_, index) => runEntry(`xl/worksheets/more${String(index)}.xml`, blank));
  const list = (item: (name: string) => string): string => sheets.map((_, index) => item(String(index))).join('');
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const form = formEntries('xlsx', {
    'xl/workbook.xml': (text) =>
      text.replace('</sheets>', `${list((n) => `<sheet name="T${n}" sheetId="1${n}" r:id="more${n}"/>`)}</sheets>`),
    'xl/_rels/workbook.xml.rels': (text) =>
      text.replace(
        '</Relationships>',
        `${list((n) => `<Relationship Id="more${n}" Type="${type}" Target="worksheets/more${n}.xml"/>`)}</Relationships>`,
      ),
  });
  return rawZip([...form, ...sheets]);
}

const twoGigabytes = (): RawEntry => runEntry('', zeros(TWO_GIGABYTES));

/** Parts that unpack to more than any memory holds, or say so. */
export const BOMBS: readonly HostileFile[] = [
  ...alike('xlsx', ['too-large: partBytes'], {
    'a sheet of 2 GB of zeros': () => formWith('xlsx', { [INDICATORS]: twoGigabytes() }),
    'an added sheet of 2 GB of zeros': () => formWithSheet(twoGigabytes()),
    'shared strings of 2 GB of zeros': () => formWith('xlsx', { 'xl/sharedStrings.xml': twoGigabytes() }),
    'styles of 2 GB of zeros': () => formWith('xlsx', { 'xl/styles.xml': twoGigabytes() }),
    'a workbook part of 2 GB of zeros': () => formWith('xlsx', { 'xl/workbook.xml': twoGigabytes() }),
    'package relations of 2 GB of zeros': () => formWith('xlsx', { '_rels/.rels': twoGigabytes() }),
    'workbook relations of 2 GB of zeros': () => formWith('xlsx', { 'xl/_rels/workbook.xml.rels': twoGigabytes() }),
    'a sheet that claims 4 GB and has 10 kB': () =>
      rawZip(
        formEntries('xlsx', {}).map((entry) => (entry.name === INDICATORS ? lying(entry, FOUR_GIGABYTES) : entry)),
      ),
  }),
  ...alike('xlsx', ['damaged'], {
    'a sheet that claims 10 kB and has 2 GB': () => formWith('xlsx', { [INDICATORS]: lying(twoGigabytes(), 10_312) }),
    'a sheet of 90 MB of zeros': () => formWith('xlsx', { [INDICATORS]: runEntry('', zeros(90)) }),
    'a thousand entries on one stream': onOneStream,
    'entries that quote one another (a hundred times 90 MB)': () => quoting(100),
  }),
  ...alike('xlsx', ['too-large: unpackedBytes'], { 'sixty sheets of 3 MB of blanks': manyLargeParts }),
  ...alike('xlsx', ['archive'], { 'a zip of zips of zips': () => nested(10) }),
  ...alike('xlsx', ['read'], {
    'a picture of 2 GB, which nobody looks at': () => formWith('xlsx', { 'xl/media/image1.png': twoGigabytes() }),
    'properties of 2 GB, which nobody looks at': () => formWith('xlsx', { 'docProps/app.xml': twoGigabytes() }),
    'a thumbnail of no bytes that are deflated': () =>
      formWith('xlsx', {
        'docProps/thumbnail.wmf': { name: '', packed: new Uint8Array(), method: 8, size: 0, crc: 0 },
      }),
    'a thumbnail that claims 4 GB': () =>
      formWith('xlsx', { 'docProps/thumbnail.wmf': lying(rawEntry('', 'ảnh'), FOUR_GIGABYTES) }),
  }),
  ...alike('ods', ['too-large: partBytes'], {
    'OpenDocument content of 2 GB of zeros': () => formWith('ods', { 'content.xml': twoGigabytes() }),
    'OpenDocument styles of 2 GB of zeros': () => formWith('ods', { 'styles.xml': twoGigabytes() }),
    'an OpenDocument manifest of 2 GB of zeros': () => formWith('ods', { 'META-INF/manifest.xml': twoGigabytes() }),
    'an OpenDocument media type of 2 GB of zeros': () => formWith('ods', { mimetype: twoGigabytes() }),
  }),
  ...alike('ods', ['read'], {
    'an OpenDocument picture of 2 GB': () => formWith('ods', { 'Thumbnails/thumbnail.png': twoGigabytes() }),
  }),
  ...alike('xlsb', ['too-large: partBytes'], {
    'a binary sheet of 2 GB of zeros': () => formWith('xlsb', { 'xl/worksheets/sheet3.bin': twoGigabytes() }),
    'binary styles of 2 GB of zeros': () => formWith('xlsb', { 'xl/styles.bin': twoGigabytes() }),
    'a binary workbook part of 2 GB of zeros': () => formWith('xlsb', { 'xl/workbook.bin': twoGigabytes() }),
  }),
  ...alike('xlsb', ['damaged'], {
    'a binary sheet of 90 MB of zeros': () => formWith('xlsb', { 'xl/worksheets/sheet3.bin': runEntry('', zeros(90)) }),
  }),
];
