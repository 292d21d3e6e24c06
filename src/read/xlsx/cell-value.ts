import type { Cell, CellValue } from '../../model/workbook.ts';
import { isoSerial } from './iso-date.ts';
import { damaged } from '../give-up.ts';
import { fontOfText } from '../run-fonts.ts';
import { unescapeText, type RichText } from './rich-text.ts';
import { textCell, type SharedString } from './shared-strings.ts';
import type { CellStyle, Styles } from './styles.ts';

/** What the cells of a workbook have in common. */
export interface BookContext {
  /** Undefined when the workbook has no table of them. */
  readonly strings: readonly SharedString[] | undefined;
  readonly styles: Styles;
  /** Days to add to a serial to make it 1900-based. */
  readonly shift: number;
}

/** A cell as its element holds it. */
export interface RawCell {
  /** The attribute `t`. */
  readonly type: string;
  readonly style: CellStyle;
  readonly isFormula: boolean;
  /** The text of `<v>`; empty when it is empty or missing. */
  readonly value: string;
  /** The text of `<is>`. */
  readonly inline: RichText | undefined;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u;
const WHOLE = /^\d{1,9}$/u;
const ERROR_CODE = /^#[A-Z0-9_/]{1,20}[!?]?$/u;

function parseNumber(text: string): number {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  // A decimal comma, say: half a number would be a wrong number.
  return Number.isFinite(number) ? number : damaged();
}

function numberValue(text: string, { isDate, isPercent }: CellStyle, shift: number): CellValue {
  const number = parseNumber(text);
  return { kind: 'number', number: isDate ? number + shift : number, isDate, isPercent };
}

function booleanValue(text: string): CellValue {
  if (text === '1' || text === 'true') return { kind: 'boolean', boolean: true };
  return text === '0' || text === 'false' ? { kind: 'boolean', boolean: false } : damaged();
}

/** A date written as such is absolute: no date system moves it. What is no date stays the text that it is. */
function dateCell(text: string, { style, isFormula }: RawCell): Cell | undefined {
  const iso = isoSerial(text);
  if (iso === undefined) return textCell({ text, font: undefined, followsCell: true }, isFormula, style.legacyFont);
  const isDate = style.isDate || (iso.hasDay && !style.isTime);
  return withFont({ kind: 'number', number: iso.serial, isDate, isPercent: style.isPercent }, isFormula, style);
}

function withFont(value: CellValue, isFormula: boolean, { legacyFont }: CellStyle): Cell {
  return legacyFont === undefined ? { value, isFormula } : { value, isFormula, legacyFont };
}

function sharedCell(text: string, { style, isFormula }: RawCell, { strings }: BookContext): Cell | undefined {
  const shared = WHOLE.test(text) ? strings?.[Number(text)] : undefined;
  // The text that the cell means is not in the file; its number is not what stood there.
  if (shared === undefined) return damaged();
  const { cell, fonts } = shared;
  if (cell === undefined) return undefined;
  const legacyFont = fontOfText(fonts, style.legacyFont);
  if (!isFormula && legacyFont === cell.legacyFont) return cell;
  return legacyFont === undefined ? { value: cell.value, isFormula } : { value: cell.value, isFormula, legacyFont };
}

/** Undefined for a blank cell, also one that has a style, an empty text, or a formula that gave the empty text. */
export function cellOf(raw: RawCell, book: BookContext): Cell | undefined {
  const { type, style, isFormula, inline } = raw;
  // The text of a formula's result may be blank; other values are trimmed.
  if (type === 'str' || inline !== undefined) {
    const text = inline ?? { text: unescapeText(raw.value), font: undefined, followsCell: true };
    return textCell(text, isFormula, style.legacyFont);
  }
  const value = raw.value.trim();
  if (value === '')
    return isFormula && type !== 'inlineStr' ? withFont({ kind: 'uncomputed' }, true, style) : undefined;
  switch (type) {
    case '':
    case 'n':
      return withFont(numberValue(value, style, book.shift), isFormula, style);
    case 's':
      return sharedCell(value, raw, book);
    case 'b':
      return withFont(booleanValue(value), isFormula, style);
    case 'e':
      return withFont({ kind: 'error', code: ERROR_CODE.test(value) ? value : '#VALUE!' }, isFormula, style);
    case 'd':
      return dateCell(value, raw);
    case 'inlineStr':
      return textCell({ text: unescapeText(value), font: undefined, followsCell: true }, isFormula, style.legacyFont);
  }
  return damaged();
}
