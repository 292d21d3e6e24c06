import type { Outcome } from '../model/diagnostic.ts';
import type { Directive, IndicatorColumnId, TaskColumnId } from '../model/directive.ts';
import type { IndicatorAnswer, TaskAnswer } from '../model/submission.ts';
import type { Unit, UnitTypeId } from '../model/unit.ts';
import type { Workbook } from '../model/workbook.ts';
import { headingFindings, sheetMissing } from './find-table.ts';
import { locateGeneral, type GeneralFields } from './general.ts';
import { assignedIndicators, indicatorSpec, readIndicators } from './indicators.ts';
import type { Region } from './labels.ts';
import { locateRows, regionOf, type RowSpec, type TableRows } from './table-rows.ts';
import { assignedTasks, readTasks, taskSpec } from './tasks.ts';

/** The parts of the form as far as they were found. */
export interface Parts {
  readonly fields: GeneralFields;
  readonly tasks: TableRows<TaskColumnId> | undefined;
  readonly indicators: TableRows<IndicatorColumnId> | undefined;
  /** Where the tables stand; their words are no labels of fields. */
  readonly regions: readonly Region[];
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

/** Finds the parts of the form by their words. As long as the unit is not known, every task and indicator is as good as any. */
export function locateParts(workbook: Workbook, directive: Directive, unit: Unit | undefined): Parts {
  const { form } = directive;
  const [taskRows, indicatorRows] = [taskSpec(directive), indicatorSpec(directive)];
  const ownTasks = unit === undefined ? idsOf(taskRows.entries) : assignedTasks(directive, unit.type);
  const ownIndicators = unit === undefined ? idsOf(indicatorRows.entries) : assignedIndicators(directive, unit.type);
  const tasks = locateRows(workbook, form, taskRows, ownTasks);
  const indicators = locateRows(workbook, form, indicatorRows, ownIndicators);
  const regions = [
    ...(tasks === undefined ? [] : [regionOf(tasks)]),
    ...(indicators === undefined ? [] : [regionOf(indicators)]),
  ];
  return { fields: locateGeneral(workbook, directive, regions), tasks, indicators, regions };
}

/** The answers of one of the tables, or the finding that it is not there; nothing is missed that nobody asked for. */
function readTable<Id extends string, T>(
  workbook: Workbook,
  directive: Directive,
  spec: RowSpec<Id>,
  rows: TableRows<Id> | undefined,
  isAsked: boolean,
  read: (rows: TableRows<Id>) => Outcome<readonly T[]>,
): Outcome<readonly T[]> {
  if (rows === undefined) {
    return { value: [], diagnostics: isAsked ? [sheetMissing(workbook, directive.form, spec.table)] : [] };
  }
  const headings = isAsked ? headingFindings(workbook.file, rows.table, spec.table, rows.matches.rows.size > 0) : [];
  const outcome = read(rows);
  return { value: outcome.value, diagnostics: [...headings, ...outcome.diagnostics] };
}

/** The answers to the tasks of units of that type, with everything found about their table. */
export function readTaskTable(
  workbook: Workbook,
  directive: Directive,
  { tasks }: Parts,
  type: UnitTypeId,
): Outcome<readonly TaskAnswer[]> {
  const isAsked = assignedTasks(directive, type).size > 0;
  return readTable(workbook, directive, taskSpec(directive), tasks, isAsked, (rows) =>
    readTasks(workbook.file, rows, directive, type),
  );
}

/** The numbers of units of that type, with everything found about their table. */
export function readIndicatorTable(
  workbook: Workbook,
  directive: Directive,
  { indicators }: Parts,
  type: UnitTypeId,
): Outcome<readonly IndicatorAnswer[]> {
  const isAsked = assignedIndicators(directive, type).size > 0;
  return readTable(workbook, directive, indicatorSpec(directive), indicators, isAsked, (rows) =>
    readIndicators(workbook.file, rows, directive, type),
  );
}
