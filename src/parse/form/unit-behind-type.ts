import type { Directive } from '../../model/directive.ts';
import { cellAt, type Cell, type Workbook } from '../../model/workbook.ts';
import { matchKey } from '../../vi/text.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import { withoutOrdinal } from '../tables/ordinals.ts';
import { refOf } from './form-sheets.ts';
import { textsOutsideTables, type FoundField, type Region } from './labels.ts';

/** `Thôn: Vĩnh Thạnh`; a longer text is no title of a form. */
const TYPE_AND_NAME = /^([^:：\n]{1,40})[:：]([^\n]{0,100})$/u;
/** Dots to write on, and what ends them. */
const FILLING = /^[\s.…_]+|[\s.…_]+$/gu;

/** The type's word and the name, once: `Trường: Trường TH Tịnh Khê` says the word twice. */
function fullName(type: string, name: string): string {
  return `${matchKey(name)} `.startsWith(`${matchKey(type)} `) ? name : `${type} ${name}`;
}

/**
 * The unit's name where the sheet has no label for it but the word for the type (`Thôn: Vĩnh Thạnh`, or the name in the next
 * cell), outside tables; the first that is filled. Undefined when there is none.
 */
export function unitBehindType(
  workbook: Workbook,
  { unitTypes }: Directive,
  regions: readonly Region[],
): FoundField | undefined {
  const types = new Set(unitTypes.flatMap(({ name, aliases }) => [name, ...aliases].map(matchKey)));
  for (const { sheet, row, column, text } of textsOutsideTables(workbook, regions)) {
    const [, label = '', behind = ''] = TYPE_AND_NAME.exec(text) ?? [];
    const type = withoutOrdinal(label.trim());
    if (type === '' || !types.has(matchKey(type))) continue;
    const beside = cellAt(sheet, row, column + 1);
    const inCell = behind.replace(FILLING, '');
    const name = inCell === '' && isFilled(beside) && beside !== undefined ? rawText(beside.value) : inCell;
    if (name === '') continue;
    const cell: Cell = { value: { kind: 'text', text: fullName(type, name) }, isFormula: false };
    const at = inCell === '' ? column + 1 : column;
    return { cell, ref: refOf(workbook.file, sheet, row, at), sheet, row, column: at, others: [] };
  }
  return undefined;
}
