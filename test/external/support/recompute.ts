import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { repack } from '../../../src/opc/repack.ts';
import { openXlsx } from '../../render/support/xlsx.ts';
import { convertInto } from './soffice.ts';

/** What the formulas of a workbook gave, by `sheet!cell`. */
export type Results = Readonly<Record<string, unknown>>;

/** The same workbook without any result of a formula, so that who opens it has to compute. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  return repack(bytes, (name, text) =>
    name.startsWith('xl/worksheets/sheet') ? text.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, '$1') : text,
  );
}

/** Twelve digits: two programs divide alike, but one of them may write the last bits away. */
function settled(result: unknown): unknown {
  return typeof result === 'number' ? Number(result.toPrecision(12)) : result;
}

/** The results of all formulas as the file keeps them. */
export function resultsOf(book: ExcelJS.Workbook): Results {
  const results: [string, unknown][] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula)
          results.push([`${sheet.name}!${cell.address}`, settled(cell.result)]);
      }),
    );
  return Object.fromEntries(results);
}

/** Lets LibreOffice open the workbooks, which it has to compute, and reads what it saves; in the same order. */
export async function recomputed(folder: string, books: readonly Uint8Array[]): Promise<readonly ExcelJS.Workbook[]> {
  const [given, computed] = [join(folder, 'given'), join(folder, 'computed')];
  mkdirSync(given, { recursive: true });
  const names = books.map((_, index) => `${index}.xlsx`);
  books.forEach((bytes, index) => {
    writeFileSync(join(given, `${index}.xlsx`), withoutResults(bytes));
  });
  await convertInto(
    computed,
    'xlsx',
    names.map((name) => join(given, name)),
  );
  return Promise.all(names.map((name) => openXlsx(readFileSync(join(computed, name)))));
}
