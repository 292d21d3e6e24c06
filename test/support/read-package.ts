import type { Sheet } from '../../src/model/workbook.ts';
import { isRefused, type Contents, type Refused } from '../../src/read/format.ts';
import { xlsx } from '../../src/read/formats/xlsx.ts';
import { aPackage, type PackageDraft } from './a-package.ts';
import { printSheet } from './print-sheet.ts';

/** What our reader makes of a workbook written by hand. */
export function readPackage(draft: PackageDraft): Contents | Refused {
  return xlsx.read(aPackage(draft), 'xlsx');
}

/** The sheets of a workbook written by hand, which must be readable. */
export function sheetsOf(draft: PackageDraft): readonly Sheet[] {
  const contents = readPackage(draft);
  if (isRefused(contents)) throw new Error(`refused: ${JSON.stringify(contents)}`);
  return contents.sheets;
}

/** The first sheet of a workbook written by hand, which must be readable. */
export function sheetOf(draft: PackageDraft): Sheet {
  const [sheet] = sheetsOf(draft);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** The cells of the first sheet, one line each. */
export function cellsOf(draft: PackageDraft): readonly string[] {
  return printSheet(sheetOf(draft));
}
