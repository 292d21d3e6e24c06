import type { Buffer } from 'node:buffer';
import { biffCells } from './biff-cells.ts';
import type { BiffGlobals, BoundSheet } from './biff-globals.ts';
import { BIFF, biffRecords, type BiffRecord } from './biff-records.ts';
import { newDraft, type Draft, type Tally } from './draft.ts';
import type { CellMark } from './gated.ts';
import { damaged } from '../give-up.ts';

/** A sheet's cells as records that the library may read, and what was found on the way. */
export interface BiffSheet {
  readonly draft: Draft<CellMark>;
  readonly kept: readonly Buffer[];
}

const ROW_IS_HIDDEN = 0x20;

/** The records of the sheet itself; embedded charts have theirs between them. @throws Refusal when there is no end */
function* ownRecords(stream: Buffer, position: number): Generator<BiffRecord> {
  let depth = 0;
  for (const record of biffRecords(stream, position)) {
    if (record.type === BIFF.bof) depth++;
    else if (depth === 0) break;
    else if (record.type === BIFF.eof && --depth === 0) return;
    else if (depth === 1) yield record;
  }
  damaged();
}

function readMerges(data: Buffer, draft: Draft<CellMark>, tally: Tally): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    const [top, bottom] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)];
    const [left, right] = [data.readUInt16LE(at + 4), data.readUInt16LE(at + 6)];
    if (top <= bottom && left <= right) tally.merge(draft, { top, left, bottom, right });
  }
}

function readColumns(data: Buffer, { hiddenColumns }: Draft<CellMark>): void {
  if ((data.readUInt16LE(8) & 1) !== 0) hiddenColumns.hide(data.readUInt16LE(0), data.readUInt16LE(2));
}

function readRow(data: Buffer, { hiddenRows }: Draft<CellMark>): void {
  if ((data.readUInt16LE(12) & ROW_IS_HIDDEN) !== 0) hiddenRows.add(data.readUInt16LE(0));
}

/** Reads the records of a sheet. @throws Refusal when they are damaged or too many, RangeError when one is too short */
export function readBiffSheet(stream: Buffer, bound: BoundSheet, globals: BiffGlobals, tally: Tally): BiffSheet {
  const draft = newDraft<CellMark>(bound.name, bound.isHidden);
  const cells = biffCells(draft, globals, tally);
  for (const record of ownRecords(stream, bound.position)) {
    const { type, data } = record;
    if (type === BIFF.mergeCells) readMerges(data, draft, tally);
    else if (type === BIFF.columnInfo) readColumns(data, draft);
    else if (type === BIFF.row) readRow(data, draft);
    else cells.take(record);
  }
  return { draft, kept: cells.end() };
}
