import type { Cell, CellValue } from '../../model/workbook.ts';
import { textValue } from '../cell-text.ts';
import { isoSerial } from '../xlsx/iso-date.ts';
import { errorCodeOf, numberOf } from './plain-values.ts';
import type { Xml2003Style } from './xml-2003-styles.ts';

/** What stands in a cell, as it is written. */
export interface WrittenCell {
  readonly isFormula: boolean;
  /** `Number`, `String` …; undefined when the cell has no content. */
  readonly type: string | undefined;
  readonly text: string;
}

function numberValue(text: string, { isDate, isPercent }: Xml2003Style, shift: number): CellValue | undefined {
  const number = numberOf(text);
  if (number === undefined) return undefined;
  return { kind: 'number', number: isDate ? number + shift : number, isDate, isPercent };
}

function dateValue(text: string, style: Xml2003Style): CellValue | undefined {
  const iso = isoSerial(text.trim());
  if (iso === undefined) return undefined;
  return {
    kind: 'number',
    number: iso.serial,
    isDate: style.isDate || (iso.hasDay && !style.isTime),
    isPercent: false,
  };
}

function booleanValue(text: string): CellValue | undefined {
  const word = text.trim().toLowerCase();
  return ['0', '1', 'false', 'true'].includes(word)
    ? { kind: 'boolean', boolean: word === '1' || word === 'true' }
    : undefined;
}

/** What the type promises; undefined when the text is not that. */
function typedValue({ type, text }: WrittenCell, style: Xml2003Style, shift: number): CellValue | undefined {
  if (type === 'Number') return numberValue(text, style, shift);
  if (type === 'DateTime') return dateValue(text, style);
  if (type === 'Boolean') return booleanValue(text);
  return type === 'Error' ? { kind: 'error', code: errorCodeOf(text) ?? '#VALUE!' } : undefined;
}

/** The cell, undefined when it is blank; `shift`: days to add to serials to make them 1900-based. */
export function xml2003Cell(written: WrittenCell, style: Xml2003Style, shift: number): Cell | undefined {
  const { isFormula, type, text } = written;
  if (isFormula && type === undefined) return { value: { kind: 'uncomputed' }, isFormula };
  // What is not what it says it is stays as it stands, for people to see.
  const value = typedValue(written, style, shift) ?? textValue(text);
  if (value === undefined) return undefined;
  const { legacyFont } = style;
  return legacyFont === undefined ? { value, isFormula } : { value, isFormula, legacyFont };
}
