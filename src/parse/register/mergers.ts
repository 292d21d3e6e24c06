import type { Outcome } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { MERGER_COLUMNS, REGISTER_SHEET, type MergerColumnId, type UnitRegister } from '../../model/register.ts';
import type { Unit, UnitMerger } from '../../model/unit.ts';
import { cellAt, type Workbook } from '../../model/workbook.ts';
import { nameKey } from '../../vi/name-words.ts';
import { matchKey } from '../../vi/text.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { refOf } from '../form/form-sheets.ts';
import type { LabelledCell } from '../form/labels.ts';
import { locateTable, type Table } from '../tables/locate-table.ts';
import { communeKey } from '../units/unit-place.ts';
import {
  headingsMissing,
  mergerDateUnreadable,
  mergerIncomplete,
  mergerTargetUnknown,
  mergerText,
  NEEDED_FOR_MERGER,
  type MergerRow,
} from './merger-cells.ts';

function findTable(workbook: Workbook): Table<MergerColumnId> | undefined {
  return workbook.sheets
    .filter((sheet) => matchKey(sheet.name) !== matchKey(REGISTER_SHEET))
    .flatMap((sheet) => locateTable(sheet, MERGER_COLUMNS) ?? [])
    .find(({ columns }) => NEEDED_FOR_MERGER.every((id) => columns.has(id)));
}

/** A remark below the table stands alone in its row. */
function isRemark(row: MergerRow): boolean {
  const filled = NEEDED_FOR_MERGER.filter((id) => mergerText(row, id) !== '');
  return filled.length === 0 || (filled.length === 1 && filled[0] === 'oldName');
}

function readRow(row: MergerRow, codes: readonly string[]): Outcome<UnitMerger | undefined> {
  if (isRemark(row)) return { value: undefined, diagnostics: [] };
  if (NEEDED_FOR_MERGER.some((id) => mergerText(row, id) === '')) {
    return { value: undefined, diagnostics: [mergerIncomplete(row)] };
  }
  const into = codes.find((code) => matchKey(code) === matchKey(mergerText(row, 'into')));
  if (into === undefined) return { value: undefined, diagnostics: [mergerTargetUnknown(row, codes)] };
  const { cells, first } = row;
  const from = CELL_TYPES.date({ cell: cells.from?.cell, ref: cells.from?.ref ?? first, thing: '', facts: {} }).value;
  if (from.kind !== 'value') return { value: undefined, diagnostics: [mergerDateUnreadable(row)] };
  const [name, formerCommune] = [mergerText(row, 'oldName'), mergerText(row, 'formerCommune')];
  const ref = cells.oldName?.ref ?? first;
  return { value: { name, formerCommune, into, from: from.value, ref }, diagnostics: [] };
}

/** Whether the merger is that of the unit. */
function isOf({ name, formerCommune }: UnitMerger, unit: Unit): boolean {
  const isOfCommune = formerCommune === '' || communeKey(formerCommune) === communeKey(unit.formerCommune);
  return isOfCommune && nameKey(unit.name) === nameKey(name);
}

/**
 * The mergers in force on that day, each into a unit of that day: one that was merged further leads on to where it has gone.
 * One that leads to no unit of the day is left out.
 */
function inForce(
  mergers: readonly UnitMerger[],
  { units, dormant = [] }: Pick<UnitRegister, 'dormant' | 'units'>,
  day: PlainDate,
): readonly UnitMerger[] {
  const begun = mergers.filter(({ from }) => from <= day);
  const targetOf = (code: string, passed: readonly UnitMerger[]): string | undefined => {
    if (units.some(({ id }) => id === code)) return code;
    const gone = dormant.filter(({ unit }) => unit.id === code);
    const next = begun.find((merger) => !passed.includes(merger) && gone.some(({ unit }) => isOf(merger, unit)));
    return next === undefined ? undefined : targetOf(next.into, [...passed, next]);
  };
  return begun.flatMap((merger) => {
    const into = targetOf(merger.into, [merger]);
    return into === undefined ? [] : [{ ...merger, into }];
  });
}

/**
 * Understands the register's table of merged units (sáp nhập): which old unit has gone into which unit of that day, if it has by
 * then. A register without that sheet has no mergers. A row with a fault is left out: an old unit's report is then one of nobody.
 */
export function parseMergers(
  workbook: Workbook,
  register: Pick<UnitRegister, 'dormant' | 'units'>,
  day: PlainDate,
): Outcome<readonly UnitMerger[]> {
  const table = findTable(workbook);
  if (table === undefined) return { value: [], diagnostics: headingsMissing(workbook) };
  const { sheet, firstRow, columns } = table;
  const rowAt = (row: number): MergerRow => {
    const at = (id: MergerColumnId): LabelledCell | undefined => {
      const column = columns.get(id);
      if (column === undefined) return undefined;
      return { cell: cellAt(sheet, row, column), ref: refOf(workbook.file, sheet, row, column) };
    };
    const needed = { oldName: at('oldName'), into: at('into'), from: at('from') };
    const cells = { ...needed, formerCommune: at('formerCommune'), note: at('note') };
    return { cells, first: refOf(workbook.file, sheet, row, 0) };
  };
  const codes = [...register.units, ...(register.dormant ?? []).map(({ unit }) => unit)].map(({ id }) => id);
  const outcomes = [...sheet.rows.keys()].filter((row) => row >= firstRow).map((row) => readRow(rowAt(row), codes));
  const mergers = outcomes.flatMap(({ value }) => value ?? []);
  return {
    value: inForce(mergers, register, day),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}
