import type { Cell, CellValue } from '../../model/workbook.ts';
import { textValue } from '../cell-text.ts';
import { isoSerial } from '../xlsx/iso-date.ts';
import { damaged, within } from '../give-up.ts';
import { errorCodeOf, numberOf } from './plain-values.ts';
import type { NamedAttributes } from './xml-names.ts';

/** A cell of OpenDocument while it is read. */
export interface OpenCell {
  readonly attributes: NamedAttributes;
  /** Undefined until a paragraph begins. */
  text: string | undefined;
}

const COUNT = /^[1-9]\d{0,6}$/u;

/** How often something is repeated, or over how many rows or columns it reaches. @throws Refusal when that is no count */
export function repeatsOf(attributes: NamedAttributes, name: string): number {
  const written = attributes.get(name) ?? '1';
  return COUNT.test(written) ? Number(written) : damaged();
}

/** Adds to the text of a cell. @throws Refusal when it gets longer than a cell can be */
export function addText(cell: OpenCell, text: string): void {
  cell.text = (cell.text ?? '') + text;
  within('textLength', cell.text.length);
}

function plainNumber(number: number, shown: { readonly isDate: boolean; readonly isPercent: boolean }): CellValue {
  return { kind: 'number', number, ...shown };
}

function dateValue(written: string | undefined): CellValue | undefined {
  const iso = isoSerial(written?.trim() ?? '');
  return iso === undefined ? undefined : plainNumber(iso.serial, { isDate: iso.hasDay, isPercent: false });
}

function numberValue(written: string | undefined, isPercent: boolean): CellValue | undefined {
  const number = numberOf(written ?? '');
  return number === undefined ? undefined : plainNumber(number, { isDate: false, isPercent });
}

/** The value that its type promises; undefined when there is none. */
function typedValue({ attributes, text }: OpenCell): CellValue | undefined {
  switch (attributes.get('office:value-type')) {
    case 'float':
    case 'currency':
      return numberValue(attributes.get('office:value'), false);
    case 'percentage':
      return numberValue(attributes.get('office:value'), true);
    case 'date':
      return dateValue(attributes.get('office:date-value'));
    case 'time':
      return dateValue(attributes.get('office:time-value'));
    case 'boolean':
      return { kind: 'boolean', boolean: attributes.get('office:boolean-value') === 'true' };
    case 'string':
    case undefined:
    default:
      return textValue(attributes.get('office:string-value') ?? text ?? '');
  }
}

/** LibreOffice marks errors; other programs leave the error's code as the text of a formula. */
function errorValue({ attributes, text }: OpenCell, isFormula: boolean): CellValue | undefined {
  const code = errorCodeOf(text ?? '');
  if (attributes.get('calcext:value-type') === 'error') return { kind: 'error', code: code ?? '#VALUE!' };
  return isFormula && code !== undefined ? { kind: 'error', code } : undefined;
}

/** What stands in the cell; undefined when it is blank. */
export function cellOf(cell: OpenCell, legacyFont: string | undefined): Cell | undefined {
  const { attributes, text } = cell;
  const isFormula = attributes.has('table:formula');
  const isEmpty = text === undefined && !attributes.has('office:value-type');
  if (isFormula && isEmpty) return { value: { kind: 'uncomputed' }, isFormula };
  // What cannot be what it says it is stays as it was shown, for people to see.
  const value = errorValue(cell, isFormula) ?? typedValue(cell) ?? textValue(text ?? '');
  if (value === undefined) return undefined;
  return legacyFont === undefined ? { value, isFormula } : { value, isFormula, legacyFont };
}
