// What no reader can do without: load every workbook, unpack its parts, check them and pass them through the XML parser. Nothing is understood.
// Bundled beside the program by bench.mjs. node floor-job.js <workspace> <period>
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../src/opc/package.ts';
import { readXml } from '../../src/opc/xml.ts';
import { SPREADSHEET } from '../../src/read/xlsx/names.ts';

/** The parts that hold what a unit wrote, with their root elements. */
const PARTS = [
  [/^xl\/worksheets\/[^/]+\.xml$/u, 'worksheet'],
  [/^xl\/sharedStrings\.xml$/u, 'sst'],
];

const [folder, period] = process.argv.slice(2);
const inbox = join(folder, 'nop', period);
let elements = 0;
const open = () => {
  elements++;
  return true;
};
for (const file of readdirSync(inbox).filter((name) => name.endsWith('.xlsx'))) {
  const opened = openPackage(readFileSync(join(inbox, file)));
  for (const name of opened.names) {
    const [, root] = PARTS.find(([pattern]) => pattern.test(name)) ?? [];
    if (root !== undefined && !readXml(opened.part(name), SPREADSHEET, { root, open, text: () => undefined })) {
      throw new Error(`${file}: ${name}`);
    }
  }
}
if (elements === 0) throw new Error(`${inbox}: no workbook`);
