import type { Buffer } from 'node:buffer';
import { fontOfText } from '../run-fonts.ts';
import { readBiffFormula } from './biff-formula.ts';
import type { BiffGlobals } from './biff-globals.ts';
import { BIFF, biffRecord, type BiffRecord } from './biff-records.ts';
import { fontOfRichCell } from './biff-rich-text.ts';
import type { Draft, Tally } from './draft.ts';
import type { CellMark } from './gated.ts';
import { damaged } from '../give-up.ts';

/** Takes a sheet's cells, record by record. What they throw is a Refusal, or a RangeError for a record that is too short. */
export interface BiffCells {
  /** Other records are passed over. */
  readonly take: (record: BiffRecord) => void;
  /** The records that the library may read; call it when there are no more. */
  readonly end: () => readonly Buffer[];
}

/** Records that are one cell each. */
const SINGLE: ReadonlySet<number> = new Set([
  BIFF.boolOrError,
  BIFF.label,
  BIFF.labelSst,
  BIFF.number,
  BIFF.richString,
  BIFF.rk,
]);
/** Those of Excel 3 and 4 have numbers of their own. */
const FORMULAS: ReadonlySet<number> = new Set([BIFF.formula, 0x0206, 0x0406]);
/** Their text may go on in the next record. */
const TEXTS: ReadonlySet<number> = new Set([BIFF.label, BIFF.richString, BIFF.string]);
const COLUMNS = 256;
/** A text has no more than 32,767 letters, and a record room for 4,000 of them. */
const MOST_PIECES = 20;

/** The old font of a cell's text, if all of it is in one. */
function fontOfCell({ type, data }: BiffRecord, globals: BiffGlobals): string | undefined {
  const font = globals.fonts[data.readUInt16LE(4)];
  if (type === BIFF.richString) return fontOfRichCell(data, globals.version, globals.fontNames, font);
  const runs = type === BIFF.labelSst ? globals.stringFonts.get(data.readUInt32LE(6)) : undefined;
  return runs === undefined ? font : fontOfText(runs, font);
}

function value(legacyFont: string | undefined): CellMark {
  return { isFormula: false, isUncomputed: false, legacyFont };
}

/** A reader of the cells of `draft`. */
export function biffCells(draft: Draft<CellMark>, globals: BiffGlobals, tally: Tally): BiffCells {
  const kept: Buffer[] = [];
  /** A formula whose text has not come yet. */
  let waiting: { readonly data: Buffer; readonly record: Buffer } | undefined;
  /** How many records have gone on with a text; undefined behind anything else. */
  let pieces: number | undefined;

  const enter = (row: number, column: number, mark: CellMark): void => {
    if (column >= COLUMNS) damaged();
    tally.enter(draft, row, column, mark);
  };
  const enterFormula = (data: Buffer, isUncomputed: boolean): void => {
    const legacyFont = globals.fonts[data.readUInt16LE(4)];
    enter(data.readUInt16LE(0), data.readUInt16LE(2), { isFormula: true, isUncomputed, legacyFont });
  };
  const endWaiting = (): void => {
    if (waiting !== undefined) enterFormula(waiting.data, true);
    waiting = undefined;
  };
  const takeFormula = (data: Buffer): void => {
    const { record, result } = readBiffFormula(data);
    if (result === 'later') waiting = { data, record };
    else enterFormula(data, result === 'none');
    if (result === 'here') kept.push(record);
  };
  const takeText = (data: Buffer): void => {
    if (waiting === undefined) return;
    kept.push(waiting.record, biffRecord(BIFF.string, data));
    enterFormula(waiting.data, false);
    waiting = undefined;
  };
  const takeSeveral = (data: Buffer): void => {
    const [row, first, last] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(data.length - 2)];
    if (last < first || (last - first + 1) * 6 + 6 !== data.length) damaged();
    for (let column = first; column <= last; column++) {
      enter(row, column, value(globals.fonts[data.readUInt16LE(4 + (column - first) * 6)]));
    }
    kept.push(biffRecord(BIFF.multipleRk, data));
  };
  return {
    take: (record) => {
      const { type, data } = record;
      const isCell = SINGLE.has(type);
      if (isCell || FORMULAS.has(type) || type === BIFF.multipleRk) endWaiting();
      if (isCell) enter(data.readUInt16LE(0), data.readUInt16LE(2), value(fontOfCell(record, globals)));
      const piece = type === BIFF.continue && pieces !== undefined ? ++pieces : 0;
      if (piece > MOST_PIECES) damaged();
      if (isCell || piece > 0) kept.push(biffRecord(type, data));
      else if (FORMULAS.has(type)) takeFormula(data);
      else if (type === BIFF.string) takeText(data);
      else if (type === BIFF.multipleRk) takeSeveral(data);
      if (type !== BIFF.continue) pieces = TEXTS.has(type) ? 0 : undefined;
    },
    end: () => {
      endWaiting();
      return kept;
    },
  };
}
