import { Buffer } from 'node:buffer';
import { openPackage, type Package } from '../../opc/package.ts';
import { relationsOf, type Relation } from '../../opc/relations.ts';
import { bufferOf, isZipFault } from '../../opc/zip-entry.ts';
import type { Extra } from '../format.ts';
import { newDraft, newTally, type Draft, type Tally } from './draft.ts';
import type { CellMark, Gated } from './gated.ts';
import { damaged, giveUp, inSheet, within } from '../give-up.ts';
import { DAYS_TO_1904 } from '../date-system.ts';
import { readXlsbSheet } from './xlsb-sheet.ts';
import { readXlsbStyles } from './xlsb-styles.ts';
import { xlsbPackage } from './xlsb-package.ts';
import { readXlsbWorkbook, type ListedSheet } from './xlsb-workbook.ts';
import { XLSB, xlsbRecord, xlsbRecords, xlsbText, xlsbTextBytes } from './xlsb-records.ts';

type Relations = ReadonlyMap<string, Relation>;

function relations(from: Package, source: string): Relations {
  const found = relationsOf(from, source);
  return isZipFault(found) ? giveUp(found) : found;
}

function partOf(from: Package, name: string | undefined): Buffer | undefined {
  const part = name === undefined ? undefined : from.part(name);
  if (part === undefined) return undefined;
  return isZipFault(part) ? giveUp(part) : bufferOf(part);
}

function ofType(found: Relations, type: string): string | undefined {
  return [...found.values()].find((relation) => relation.type === type)?.part;
}

/** The texts that cells share, as the library may read them. */
function sharedStrings(part: Buffer, tally: Tally): Buffer {
  const kept: Buffer[] = [];
  for (const { type, data } of xlsbRecords(part)) {
    if (type !== XLSB.string) continue;
    tally.count('sharedStrings');
    const text = xlsbText(data, 1);
    within('textLength', text.length);
    // Fonts and pronunciation behind the text are of no use.
    kept.push(xlsbRecord(type, Buffer.of(0), xlsbTextBytes(text)));
  }
  const head = Buffer.alloc(8);
  return Buffer.concat([xlsbRecord(XLSB.beginStrings, head), ...kept, xlsbRecord(XLSB.endStrings)]);
}

function extrasOf({ names }: Package): readonly Extra[] {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const extras: Extra[] = [];
  if (has(/(?:^|\/)(?:embeddings|activex)\//iu)) extras.push('embedded-objects');
  if (has(/(?:^|\/)externalLinks\//iu)) extras.push('external-links');
  if (has(/(?:^|\/)vbaProject\.bin$|(?:^|\/)macrosheets\//iu)) extras.push('macros');
  return extras;
}

/** The worksheets; charts and macro sheets have no cells to read. @throws Refusal that names the sheet */
function readSheets(
  from: Package,
  found: Relations,
  listed: readonly ListedSheet[],
  fonts: readonly (string | undefined)[],
  tally: Tally,
): readonly { readonly draft: Draft<CellMark>; readonly part: Buffer }[] {
  const seen = new Set<string | undefined>();
  return listed.flatMap(({ name, isHidden, relation: id }) =>
    inSheet(name, () => {
      const relation = id === '' ? undefined : (found.get(id) ?? damaged());
      if (relation?.type !== 'worksheet') return [];
      // Two sheets on one part would count every figure twice.
      if (seen.has(relation.part)) damaged();
      seen.add(relation.part);
      const draft = newDraft<CellMark>(name, isHidden);
      const part = partOf(from, relation.part) ?? damaged();
      return [{ draft, part: readXlsbSheet(part, draft, fonts, tally) }];
    }),
  );
}

/** Checks an .xlsb file and rebuilds it. @throws Refusal, or a RangeError for a record that is too short */
export function gateXlsb(bytes: Uint8Array): Gated {
  const from = openPackage(bytes);
  if (isZipFault(from)) return giveUp(from);
  const tally = newTally();
  const main = ofType(relations(from, ''), 'officeDocument') ?? damaged();
  const workbook = readXlsbWorkbook(partOf(from, main) ?? damaged(), tally);
  const found = relations(from, main);
  const styles = readXlsbStyles(partOf(from, ofType(found, 'styles')) ?? Buffer.alloc(0), tally);
  const strings = sharedStrings(partOf(from, ofType(found, 'sharedStrings')) ?? Buffer.alloc(0), tally);
  const sheets = readSheets(from, found, workbook.sheets, styles.fonts, tally);
  const parts = sheets.map(({ part }) => part);
  return {
    input: xlsbPackage(strings, styles.part, parts),
    drafts: sheets.map(({ draft }) => draft),
    extras: extrasOf(from),
    codePage: undefined,
    shift: workbook.is1904 ? DAYS_TO_1904 : 0,
  };
}
