// The workbook that is large for nothing, and the report that is long: what the program needs for each of them.
import { createWriteStream, existsSync, readFileSync, renameSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { unzipSync, Zip, ZipDeflate } from 'fflate';
import { reportsOf } from './workspace.mjs';

const EMPTY_ROWS = 1_000_000;
const CHUNK = 10_000;
const FIRST_ROW = 100;
const INDICATORS = 'xl/worksheets/sheet3.xml';

const COLUMNS = [...'ABCDEFGH'];

/** Rows of eight styled cells without a value: what “format the whole column” leaves behind. */
function emptyRows(first) {
  const rows = Array.from({ length: CHUNK }, (_, index) => {
    const row = first + index;
    return `<row r="${row}">${COLUMNS.map((column) => `<c r="${column}${row}" s="1"/>`).join('')}</row>`;
  });
  return Buffer.from(rows.join(''));
}

function pushPadded(part, xml) {
  const end = xml.indexOf('</sheetData>');
  part.push(Buffer.from(xml.slice(0, end)));
  for (let row = FIRST_ROW; row < FIRST_ROW + EMPTY_ROWS; row += CHUNK) part.push(emptyRows(row));
  part.push(Buffer.from(xml.slice(end)), true);
}

/** A copy of the form with some 220 MB of empty cells, made once; its path. */
export async function paddedForm(workspace, cache) {
  const path = join(cache, 'padded.xlsx');
  if (existsSync(path)) return path;
  const [form] = reportsOf(workspace);
  const stream = createWriteStream(`${path}.draft`);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) throw error;
    stream.write(chunk);
    if (isLast) stream.end();
  });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(form)))) {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    if (name === INDICATORS) pushPadded(part, Buffer.from(bytes).toString('utf8'));
    else part.push(bytes, true);
  }
  zip.end();
  await finished(stream);
  renameSync(`${path}.draft`, path);
  return path;
}
