import { plainDate } from '../../model/plain-date.ts';
import type { Cell, CellValue } from '../../model/workbook.ts';
import { formatDate, partsOfSerial } from '../../vi/date.ts';
import { formatDecimal } from '../../vi/number.ts';
import { hasIdNumber, maskPersonalData } from '../../vi/personal-data.ts';

/** Stands for what may be personal data and is not repeated. */
export const MASK = '••••';

/** The last day that can be told from a serial; beyond, the number itself is shown. */
function dayOfSerial(serial: number): string {
  const parts = partsOfSerial(serial);
  const date = parts === undefined ? undefined : plainDate(parts.year, parts.month, parts.day);
  return date === undefined ? formatDecimal(serial) : formatDate(date);
}

/** 10 or 11 digits, not a round sum of money: a citizen number that lost its leading zeros in a number cell. */
function isIdNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1e9 && number < 97e9 && number % 1000 !== 0;
}

/**
 * Whether the cell holds a citizen number (số định danh). What is answered without a finding because of that, and what is
 * marked as personal data, must be the same cells: both ask here.
 */
export function holdsIdNumber(value: CellValue): boolean {
  switch (value.kind) {
    case 'text':
      return hasIdNumber(value.text);
    case 'number':
      return isIdNumber(value.number);
    case 'boolean':
    case 'error':
    case 'uncomputed':
      return false;
  }
}

/** A telephone number that lost its leading zero by being typed into a number cell. */
export function isPhoneNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 2e8 && number < 1e9 && number % 1000 !== 0;
}

/** A landline number (0255 …) that lost its leading zero; elsewhere than in a field for phones it may be a citizen number. */
export function isLandline(number: number): boolean {
  return Number.isInteger(number) && number >= 2e9 && number < 3e9;
}

/** What a person sees in the cell, with personal data masked. */
export function rawText(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return maskPersonalData(value.text.normalize('NFC'));
    case 'number':
      if (isIdNumber(value.number) || isPhoneNumber(value.number)) return MASK;
      if (value.isDate) return dayOfSerial(value.number);
      if (value.isPercent) return `${formatDecimal(percentOf(value.number))}%`;
      return Number.isInteger(value.number) ? String(value.number) : formatDecimal(value.number);
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return value.code;
    case 'uncomputed':
      return '';
  }
}

/** A share as percent without the dust of binary fractions: 0.523 → 52.3. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

const DASH = /^[\s\-‐‑‒–—―−_/.…]+$/u;

/** Whether the text is one of the strokes that people put where there is nothing to report. */
export function isDash(text: string): boolean {
  return DASH.test(text);
}

/** Whether something is written there that is more than a dash. */
export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && !(cell.value.kind === 'text' && isDash(cell.value.text));
}
