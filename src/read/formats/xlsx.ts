import type { Sheet } from '../../model/workbook.ts';
import { openPackage, type Package } from '../../opc/package.ts';
import { relationsOf, type Relation } from '../../opc/relations.ts';
import { isZipFault } from '../../opc/zip-entry.ts';
import { detached } from '../../vi/remembered.ts';
import { sheetName } from '../cell-text.ts';
import { DAYS_TO_1904 } from '../date-system.ts';
import type { Contents, Extra, Format, Refused } from '../format.ts';
import { damaged, giveUp, named, Refusal } from '../give-up.ts';
import type { BookContext } from '../xlsx/cell-value.ts';

import { readSharedStrings } from '../xlsx/shared-strings.ts';
import { readSheet } from '../xlsx/sheet.ts';
import type { Tally } from '../xlsx/sheet-state.ts';
import { NO_STYLES, readStyles } from '../xlsx/styles.ts';
import { readWorkbookPart, type ListedSheet, type WorkbookPart } from '../xlsx/workbook-part.ts';

type Relations = ReadonlyMap<string, Relation>;

function relations(from: Package, source: string): Relations {
  const found = relationsOf(from, source);
  if (isZipFault(found)) giveUp(found);
  return found;
}

/** The part of the first relation of that type. */
function partOfType(found: Relations, type: string): string | undefined {
  for (const relation of found.values()) if (relation.type === type) return relation.part;
  return undefined;
}

/** The bytes of a part, undefined when it is missing. */
function bytesOf(from: Package, part: string | undefined): Uint8Array | undefined {
  const bytes = part === undefined ? undefined : from.part(part);
  if (bytes !== undefined && isZipFault(bytes)) giveUp(bytes);
  return bytes;
}

function contextOf(from: Package, found: Relations, { is1904 }: WorkbookPart): BookContext {
  const strings = bytesOf(from, partOfType(found, 'sharedStrings'));
  const styles = bytesOf(from, partOfType(found, 'styles'));
  return {
    strings: strings === undefined ? undefined : readSharedStrings(strings),
    styles: styles === undefined ? NO_STYLES : readStyles(styles),
    shift: is1904 ? DAYS_TO_1904 : 0,
  };
}

/** The worksheet's part; undefined for chart, macro and dialog sheets, which hold no cells to read. */
function worksheetOf({ relation: id }: ListedSheet, found: Relations): string | undefined {
  if (id === '') return undefined;
  const relation = found.get(id) ?? damaged();
  return relation.type === 'worksheet' ? (relation.part ?? damaged()) : undefined;
}

function sheetsOf(from: Package, found: Relations, workbook: WorkbookPart): readonly Sheet[] {
  const book = contextOf(from, found, workbook);
  const tally: Tally = { rows: 0, cells: 0, merges: 0 };
  const seen = new Set<string>();
  return workbook.sheets.flatMap((listed) => {
    const name = sheetName(detached(listed.name));
    try {
      const part = worksheetOf(listed, found);
      if (part === undefined) return [];
      // Two sheets on one part would count every figure twice.
      if (seen.has(part.toLowerCase())) damaged();
      seen.add(part.toLowerCase());
      const bytes = bytesOf(from, part) ?? damaged();
      return [{ name, isHidden: listed.isHidden, ...readSheet(bytes, book, tally) }];
    } catch (error) {
      throw error instanceof Refusal ? named(error, name) : error;
    }
  });
}

function extrasOf(from: Package, found: Relations): readonly Extra[] {
  const types = [...found.values()].map(({ type }) => type.toLowerCase());
  const extras: readonly (readonly [Extra, boolean])[] = [
    ['embedded-objects', from.names.some((name) => /(?:^|\/)(?:embeddings|activex)\//iu.test(name))],
    ['external-links', types.some((type) => type.startsWith('externallink'))],
    ['macros', types.some((type) => type === 'vbaproject' || type.endsWith('macrosheet'))],
  ];
  return extras.filter(([, isThere]) => isThere).map(([extra]) => extra);
}

function contentsOf(from: Package): Contents {
  const main = partOfType(relations(from, ''), 'officeDocument') ?? damaged();
  const workbook = readWorkbookPart(bytesOf(from, main) ?? damaged());
  const found = relations(from, main);
  const sheets = sheetsOf(from, found, workbook);
  return sheets.length === 0 ? damaged() : { sheets, extras: extrasOf(from, found) };
}

/** .xlsx, .xlsm and their templates: a reader of our own, which takes what it needs from checked parts (ADR 0012). */
export const xlsx: Format = {
  kinds: ['xlsx'],
  read: (bytes): Contents | Refused => {
    const opened = openPackage(bytes);
    if (isZipFault(opened)) return opened;
    try {
      return contentsOf(opened);
    } catch (error) {
      if (error instanceof Refusal) return error.refused;
      throw error;
    }
  },
};
