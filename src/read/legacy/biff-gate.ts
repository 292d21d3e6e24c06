import { Buffer } from 'node:buffer';
import type { Extra } from '../format.ts';
import { readBiffGlobals, type BiffGlobals } from './biff-globals.ts';
import { BIFF, biffRecord } from './biff-records.ts';
import { readBiffSheet, type BiffSheet } from './biff-sheet.ts';
import { openCompoundFile, type CompoundFile } from './compound-file.ts';
import { newTally } from './draft.ts';
import { aliasOf, type Gated } from './gated.ts';
import { damaged, inSheet } from '../give-up.ts';
import { DAYS_TO_1904 } from '../date-system.ts';

/** Excel 97 and later; before that it was called Book. Files for both have both. */
const STREAMS = ['WORKBOOK', 'BOOK'] as const;
const GLOBALS = 0x0005;
const WORKSHEET = 0x0010;
const EOF = biffRecord(BIFF.eof);
/** Texts of one byte a character are to come out as Latin-1, whatever code pages the library has at hand. */
const LATIN_1 = biffRecord(BIFF.codePage, Uint8Array.of(0xaf, 0x6f));

function begin(version: 5 | 8, type: number): Buffer {
  const data = Buffer.alloc(version === 8 ? 16 : 8);
  data.writeUInt16LE(version === 8 ? 0x0600 : 0x0500, 0);
  data.writeUInt16LE(type, 2);
  return biffRecord(BIFF.bof, data);
}

function listed(index: number, position: number, version: 5 | 8): Buffer {
  const alias = Buffer.from(aliasOf(index), 'latin1');
  const head = Buffer.alloc(version === 8 ? 8 : 7);
  head.writeUInt32LE(position, 0);
  head[6] = alias.length;
  return biffRecord(BIFF.boundSheet, head, alias);
}

/** A stream of nothing but what the values need. It begins as files did before OLE2, and so the library takes it as it is. */
function rebuilt({ version, kept }: BiffGlobals, sheets: readonly BiffSheet[]): Buffer {
  const bodies = sheets.map((sheet) => Buffer.concat([begin(version, WORKSHEET), ...sheet.kept, EOF]));
  const globals = (position: number): Buffer => {
    let next = position;
    const lists = bodies.map(({ length }, index) => {
      const record = listed(index, next, version);
      next += length;
      return record;
    });
    return Buffer.concat([begin(version, GLOBALS), LATIN_1, ...kept, ...lists, EOF]);
  };
  return Buffer.concat([globals(globals(0).length), ...bodies]);
}

function extrasOf({ root }: CompoundFile, { hasExternalLinks }: BiffGlobals): readonly Extra[] {
  const names = [...root.keys()];
  const extras: Extra[] = [];
  if (names.some((name) => /^MBD[0-9A-F]{8}$/u.test(name))) extras.push('embedded-objects');
  if (hasExternalLinks) extras.push('external-links');
  if (names.includes('_VBA_PROJECT_CUR') || names.includes('_VBA_PROJECT')) extras.push('macros');
  return extras;
}

/** Checks an .xls file (Excel 5 to 2003) and rebuilds it. @throws Refusal, or a RangeError for a record that is too short */
export function gateBiff(bytes: Uint8Array): Gated {
  const file = openCompoundFile(bytes) ?? damaged();
  const entry = STREAMS.map((name) => file.root.get(name)).find((found) => found?.type === 'stream');
  const stream = file.contentOf(entry ?? damaged());
  const tally = newTally();
  const globals = readBiffGlobals(stream, tally);
  const worksheets = globals.sheets.filter(({ isWorksheet }) => isWorksheet);
  const sheets = worksheets.map((bound) => inSheet(bound.name, () => readBiffSheet(stream, bound, globals, tally)));
  return {
    input: rebuilt(globals, sheets),
    drafts: sheets.map(({ draft }) => draft),
    extras: extrasOf(file, globals),
    shift: globals.is1904 ? DAYS_TO_1904 : 0,
    codePage: globals.version === 5 ? globals.codePage : undefined,
  };
}
