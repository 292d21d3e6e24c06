import type { Diagnostic } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { matchKey, quoteValue } from '../vi/text.ts';
import { typedUnit, locateGeneral } from './form/general.ts';
import { problem } from './problems.ts';
import { isStampSheet } from './form/stamp.ts';

/** The sheets of one unit in a workbook that holds several units' reports. */
export interface UnitSheets {
  /** The name of the unit as it stands there. */
  readonly name: string;
  readonly sheets: readonly [Sheet, ...Sheet[]];
}

/** A form's first rows hold its fields. */
const ROWS_SEARCHED = 40;

/** `Nhiệm vụ (2)` is the copy that belongs with `Thông tin chung (2)`. */
function copyNumber({ name }: Sheet): string {
  return /\((\d+)\)\s*$/u.exec(name)?.[1] ?? '';
}

function unitLabels({ form }: Directive): ReadonlySet<string> {
  const words = form.fields.filter(({ id }) => id === 'unit').flatMap(({ label, aliases }) => [label, ...aliases]);
  return new Set(words.map(matchKey));
}

/** Whether the sheet has a field for the unit's name; a quick look that spares ordinary forms the thorough one. */
function hasUnitLabel({ rows }: Sheet, labels: ReadonlySet<string>): boolean {
  return [...rows.values()]
    .slice(0, ROWS_SEARCHED)
    .some((cells) =>
      [...cells.values()].some(
        ({ value }) => value.kind === 'text' && labels.has(matchKey(value.text.split(':')[0] ?? '')),
      ),
    );
}

/** The unit's name on that sheet: in its field, else as the name of the sheet if the register has such a unit. */
function nameOn(
  workbook: Workbook,
  sheet: Sheet,
  directive: Directive,
  lookup: (text: string) => string | undefined,
): string {
  const typed = typedUnit(locateGeneral({ file: workbook.file, sheets: [sheet] }, directive, [])).name;
  if (typed !== '') return typed;
  return lookup(sheet.name) === undefined ? '' : sheet.name;
}

/**
 * The units that have sheets of their own in the workbook, in the order of the sheets; empty unless there are at least two.
 * A sheet without a name of a unit belongs to the unit whose sheet has the same copy number, as when whole forms are copied
 * into one workbook.
 */
export function locateUnitSheets(
  workbook: Workbook,
  directive: Directive,
  lookup: (text: string) => string | undefined,
): readonly UnitSheets[] {
  const labels = unitLabels(directive);
  const sheets = workbook.sheets.filter((sheet) => !isStampSheet(sheet));
  const candidates = sheets.filter((sheet) => hasUnitLabel(sheet, labels) || lookup(sheet.name) !== undefined);
  if (candidates.length < 2) return [];
  const named = candidates
    .map((sheet) => ({ sheet, name: nameOn(workbook, sheet, directive, lookup) }))
    .filter(({ name }) => name !== '');
  const byUnit = new Map<string, { readonly name: string; readonly sheets: [Sheet, ...Sheet[]] }>();
  for (const { sheet, name } of named) {
    const key = lookup(name) ?? matchKey(name);
    const own = byUnit.get(key);
    if (own === undefined) byUnit.set(key, { name, sheets: [sheet] });
    else own.sheets.push(sheet);
  }
  if (byUnit.size < 2) return [];
  const others = sheets.filter((sheet) => named.every((entry) => entry.sheet !== sheet));
  for (const sheet of others) {
    const fellows = [...byUnit.values()].filter((unit) =>
      unit.sheets.some((own) => !others.includes(own) && copyNumber(own) === copyNumber(sheet)),
    );
    const [fellow] = fellows;
    if (fellows.length === 1 && fellow !== undefined) fellow.sheets.push(sheet);
  }
  return [...byUnit.values()];
}

/** A sheet with a table of answers that belongs to none of the units of the file. */
export function sheetOfNobody(file: string, { name }: Sheet): Diagnostic {
  return problem('sheet-unit-unknown', {
    message: `Trang ${quoteValue(name)} có bảng số liệu nhưng không ghi là của đơn vị nào, số liệu của trang không được tính`,
    hint: 'Ghi tên đơn vị vào trang (“Tên đơn vị: …”), hoặc đặt tên trang theo tên hoặc mã đơn vị; nếu là trang thừa thì xóa trang',
    location: { kind: 'sheet', file, sheet: name },
  });
}
