import type { Buffer } from 'node:buffer';
import { BIFF, biffRecord } from './biff-records.ts';
import { damaged } from '../give-up.ts';

/** Row, column, format, result, flags: everything of a formula but the formula. */
const HEAD_LENGTH = 20;
/** A formula of the number 0: the library must not read anybody's formulas. */
const ZERO = Uint8Array.of(3, 0, 0x1e, 0, 0);
/** “Compute when loaded” and “compute always”: what programs write that cannot compute, with a result of 0. */
const NOT_COMPUTED_FLAGS = 3;
/** In the place of a number's last two bytes: the result is no number. */
const NO_NUMBER = 0xffff;

export interface BiffFormula {
  /** The formula with its result, as the library may read it. */
  readonly record: Buffer;
  /** `later`: the result is a text in a record of its own that must follow. */
  readonly result: 'here' | 'later' | 'none';
}

/** What a formula's record holds. @throws Refusal when it is too short. */
export function readBiffFormula(data: Buffer): BiffFormula {
  if (data.length < HEAD_LENGTH) damaged();
  const record = biffRecord(BIFF.formula, data.subarray(0, HEAD_LENGTH), ZERO);
  if (data.readUInt16LE(12) === NO_NUMBER) return { record, result: data[6] === 0 ? 'later' : 'here' };
  const isZero = data.subarray(6, 14).every((byte) => byte === 0);
  const isMarked = (data.readUInt16LE(14) & NOT_COMPUTED_FLAGS) === NOT_COMPUTED_FLAGS;
  return { record, result: isZero && isMarked ? 'none' : 'here' };
}
