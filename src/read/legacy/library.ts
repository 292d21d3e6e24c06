import { Buffer } from 'node:buffer';
import { read, type CellObject, type ParsingOptions, type WorkSheet } from '@e965/xlsx';
import type { Sheet } from '../../model/workbook.ts';
import type { Contents } from '../format.ts';
import { decoderOf } from './code-page.ts';
import { finished, type Draft } from './draft.ts';
import { aliasOf, type CellMark, type Gated } from './gated.ts';
import { damaged, inSheet } from '../give-up.ts';
import { cellsOf, type Context } from './library-cells.ts';

/** Formulas, pictures, styles and texts as shown never reach the library, so it need not look for them. */
const OPTIONS: ParsingOptions = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  cellDates: false,
  cellText: false,
};

/** What the library throws is its own business: the gate has said what can be said of the file. @throws Refusal */
function sheetsOf(input: Uint8Array): Readonly<Record<string, WorkSheet>> {
  try {
    return read(Buffer.from(input.buffer, input.byteOffset, input.byteLength), { ...OPTIONS }).Sheets;
  } catch {
    return damaged();
  }
}

function textsOf(sheets: Readonly<Record<string, WorkSheet>>): readonly string[] {
  return Object.values(sheets).flatMap((sheet) => {
    const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
    return rows.flatMap((row) => (row ?? []).flatMap((cell) => (typeof cell?.v === 'string' ? [cell.v] : [])));
  });
}

function contextOf({ shift, codePage }: Gated, sheets: Readonly<Record<string, WorkSheet>>): Context {
  return { shift, decode: codePage === undefined ? (text) => text : decoderOf(codePage, textsOf(sheets)) };
}

function sheetOf(draft: Draft<CellMark>, found: WorkSheet | undefined, context: Context): Sheet {
  const name = context.decode(draft.name);
  return inSheet(name, () => {
    const cells = found === undefined ? damaged() : cellsOf(found, draft, context);
    return finished({ ...draft, name, cells: cells === 'damaged' ? damaged() : new Map(cells) });
  });
}

/** What the library makes of a workbook that passed the gate. @throws Refusal when it is not all that the gate has seen */
export function readWithLibrary(gated: Gated): Contents {
  const found = sheetsOf(gated.input);
  const context = contextOf(gated, found);
  const sheets = gated.drafts.map((draft, index) => sheetOf(draft, found[aliasOf(index)], context));
  return sheets.length === 0 ? damaged() : { sheets, extras: gated.extras };
}
