import type { Buffer } from 'node:buffer';
import type { LimitId } from '../limits.ts';
import { BIFF, biffRecord, biffRecords, biffText, type BiffRecord } from './biff-records.ts';
import { fontNamed, sharedStringFonts } from './biff-rich-text.ts';
import type { Tally } from './draft.ts';
import { damaged, giveUp } from '../give-up.ts';
import { legacyFontOf } from '../legacy-font.ts';
import type { TextFonts } from '../run-fonts.ts';

/** A sheet that the workbook lists. */
export interface BoundSheet {
  /** Where its own records begin. */
  readonly position: number;
  readonly isHidden: boolean;
  /** No chart, no macro sheet. */
  readonly isWorksheet: boolean;
  readonly name: string;
}

/** What an .xls workbook says of itself before its sheets begin. */
export interface BiffGlobals {
  readonly version: 5 | 8;
  readonly is1904: boolean;
  /** Of the texts, in BIFF5 only. */
  readonly codePage: number;
  readonly sheets: readonly BoundSheet[];
  /** Cell format → its font, if it is one made before Unicode. */
  readonly fonts: readonly (string | undefined)[];
  /** The names of all fonts, in their order. */
  readonly fontNames: readonly string[];
  /** Shared strings with runs → their fonts, if any font of the workbook is an old one. */
  readonly stringFonts: ReadonlyMap<number, TextFonts>;
  /** Number formats, cell formats and shared strings, as they stand in the stream. */
  readonly kept: readonly Buffer[];
  readonly hasExternalLinks: boolean;
}

type Found = ReadonlyMap<number, readonly BiffRecord[]>;

const VERSIONS: Readonly<Record<number, 5 | 8>> = { 0x0500: 5, 0x0600: 8 };
const GLOBALS = 0x0005;
/** Bytes of a piece of the shared strings; Excel fills each piece up before it begins another. */
const LEAST_PIECE = 1000;
/** More pieces than a whole table of the largest size has. */
const MOST_PIECES = 20_000;
/** What is taken, and what it counts as. */
const WANTED: ReadonlyMap<number, LimitId | undefined> = new Map<number, LimitId | undefined>([
  [BIFF.boundSheet, 'sheets'],
  [BIFF.codePage, 'styles'],
  [BIFF.dateMode, 'styles'],
  [BIFF.font, 'styles'],
  [BIFF.format, 'styles'],
  [BIFF.sharedStrings, undefined],
  [BIFF.xf, 'styles'],
]);

/** The version of the stream. @throws Refusal when it is older than Excel 5. */
function versionOf(stream: Buffer): 5 | 8 {
  const isKnown = stream.length >= 8 && stream.readUInt16LE(0) === BIFF.bof;
  const version = isKnown ? VERSIONS[stream.readUInt16LE(4)] : undefined;
  if (version === undefined || stream.readUInt16LE(6) !== GLOBALS) return giveUp({ kind: 'old-excel' });
  return version;
}

function boundSheet(data: Buffer, version: 5 | 8): BoundSheet {
  if (data.length < 7) damaged();
  return {
    position: data.readUInt32LE(0),
    isHidden: ((data[4] ?? 0) & 3) !== 0,
    isWorksheet: data[5] === 0,
    name: biffText(data, 7, data[6] ?? 0, version),
  };
}

/** A workbook or program that formulas point to; not the workbook itself, not the built-in functions. */
function isExternal({ type, data }: BiffRecord): boolean {
  return type === BIFF.supBook && data.length > 5 && data.readUInt16LE(2) > 1;
}

function fontOf(xf: Buffer, names: readonly string[]): string | undefined {
  return legacyFontOf(fontNamed(names, xf.length < 2 ? 0 : xf.readUInt16LE(0)));
}

/** Where no font of the workbook is an old one, those of runs say nothing. */
function oldFonts(names: readonly string[], strings: readonly BiffRecord[]): ReadonlyMap<number, TextFonts> {
  const hasOld = names.some((name) => legacyFontOf(name) !== undefined);
  return hasOld
    ? sharedStringFonts(
        strings.map(({ data }) => data),
        names,
      )
    : new Map<number, TextFonts>();
}

function checkStrings(pieces: readonly BiffRecord[], tally: Tally): void {
  const [first] = pieces;
  if (first === undefined) return;
  if (first.data.length < 8) damaged();
  tally.count('sharedStrings', first.data.readUInt32LE(4));
  const bytes = pieces.reduce((sum, { data }) => sum + data.length, 0);
  tally.count('sharedStringBytes', bytes);
  // For every character the library looks through all pieces, so that many tiny ones would keep it busy for hours.
  if (pieces.length > bytes / LEAST_PIECE + 16) damaged();
}

/** The records before the sheets that are wanted, by kind, each with those that go on with it. @throws Refusal */
function wantedRecords(stream: Buffer, tally: Tally): { readonly found: Found; readonly hasExternalLinks: boolean } {
  const found = new Map<number, BiffRecord[]>();
  /** The records of the kind that was read last; undefined when nobody wants them. */
  let last: BiffRecord[] | undefined;
  let hasExternalLinks = false;
  for (const record of biffRecords(stream, 0)) {
    const { type } = record;
    if (type === BIFF.filePass) giveUp({ kind: 'encrypted' });
    if (type === BIFF.eof) return { found, hasExternalLinks };
    hasExternalLinks ||= isExternal(record);
    if (type !== BIFF.continue) last = WANTED.has(type) ? (found.get(type) ?? []) : undefined;
    if (last === undefined) continue;
    const counted = WANTED.get(type);
    if (counted !== undefined) tally.count(counted);
    else if (last.length > MOST_PIECES) damaged();
    if (type !== BIFF.continue) found.set(type, last);
    last.push(record);
  }
  return damaged();
}

/** Reads the records before the sheets. @throws Refusal when they are damaged, encrypted or too many */
export function readBiffGlobals(stream: Buffer, tally: Tally): BiffGlobals {
  const version = versionOf(stream);
  const { found, hasExternalLinks } = wantedRecords(stream, tally);
  const all = (type: number): readonly Buffer[] => (found.get(type) ?? []).map(({ data }) => data);
  const names = all(BIFF.font).map((data) => (data.length < 15 ? '' : biffText(data, 15, data[14] ?? 0, version)));
  const strings = found.get(BIFF.sharedStrings) ?? [];
  checkStrings(strings, tally);
  const kept = [...(found.get(BIFF.format) ?? []), ...(found.get(BIFF.xf) ?? []), ...strings];
  return {
    version,
    is1904: all(BIFF.dateMode)[0]?.[0] === 1,
    codePage: all(BIFF.codePage)[0]?.readUInt16LE(0) ?? 1252,
    sheets: all(BIFF.boundSheet).map((data) => boundSheet(data, version)),
    fonts: all(BIFF.xf).map((data) => fontOf(data, names)),
    fontNames: names,
    stringFonts: oldFonts(names, strings),
    kept: kept.map(({ type, data }) => biffRecord(type, data)),
    hasExternalLinks,
  };
}
