import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Directive, IndicatorColumnId, TaskColumnId } from '../../model/directive.ts';
import type { IndicatorAnswer, TaskAnswer } from '../../model/submission.ts';
import type { Unit, UnitTypeId } from '../../model/unit.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { rememberedFor, rememberedLately } from '../../vi/remembered.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import type { Reporter } from '../cells/unchanged.ts';
import { likelySheets, namesOf } from './form-sheets.ts';
import { locateGeneral, type GeneralFields } from './general.ts';
import { headingFindings } from '../tables/heading-findings.ts';
import { assignedIndicators, indicatorSearch, indicatorSpec, readIndicators } from './indicators.ts';
import type { Region } from './labels.ts';
import { sheetMissing } from './sheet-missing.ts';
import { sheetTables, type SheetTable, type SheetTables } from '../tables/sheet-tables.ts';
import { tableFindings } from '../tables/table-findings.ts';
import { chooseTables, partsOf, regionOf, type FormTable } from '../tables/table-rows.ts';
import { preferring, type RowSpec } from '../tables/table-spec.ts';
import { assignedTasks, readTasks, taskSearch, taskSpec } from './tasks.ts';

/** The parts of the form as far as they were found. */
export interface Parts {
  readonly fields: GeneralFields;
  readonly tasks: FormTable<TaskColumnId> | undefined;
  readonly indicators: FormTable<IndicatorColumnId> | undefined;
  /** Where tables stand; their words are no labels of fields. */
  readonly regions: readonly Region[];
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

type FormTables = SheetTables<TaskColumnId, IndicatorColumnId>;

/** The tables on a sheet when every task and indicator is as good as any. */
const tablesOfAny = rememberedFor((directive: Directive) =>
  rememberedLately((sheet: Sheet): FormTables => sheetTables(sheet, taskSearch(directive), indicatorSearch(directive))),
);

/** The tables on a sheet when these are preferred, which seldom makes a difference. */
function tablesOn(
  sheet: Sheet,
  directive: Directive,
  tasks: ReadonlySet<string>,
  indicators: ReadonlySet<string>,
): FormTables {
  const ofAny = tablesOfAny(directive)(sheet);
  if (!ofAny.isByPreference) return ofAny;
  return sheetTables(
    sheet,
    preferring(taskSearch(directive), tasks),
    preferring(indicatorSearch(directive), indicators),
  );
}

/** Finds the parts of the form by their words. As long as the unit is not known, every task and indicator is as good as any. */
export function locateParts(workbook: Workbook, directive: Directive, unit: Unit | undefined): Parts {
  const { form } = directive;
  const [taskRows, indicatorRows] = [taskSpec(directive), indicatorSpec(directive)];
  const ownTasks = unit === undefined ? idsOf(taskRows.entries) : assignedTasks(directive, unit.type);
  const ownIndicators = unit === undefined ? idsOf(indicatorRows.entries) : assignedIndicators(directive, unit.type);
  const found = new Map(
    likelySheets(workbook, []).map((sheet) => [sheet, tablesOn(sheet, directive, ownTasks, ownIndicators)]),
  );
  const tasksOn = (sheet: Sheet): readonly SheetTable<TaskColumnId>[] => found.get(sheet)?.first ?? [];
  const indicatorsOn = (sheet: Sheet): readonly SheetTable<IndicatorColumnId>[] => found.get(sheet)?.second ?? [];
  const tasks = chooseTables(workbook, namesOf(form, 'tasks'), taskRows, ownTasks, tasksOn);
  const indicators = chooseTables(workbook, namesOf(form, 'indicators'), indicatorRows, ownIndicators, indicatorsOn);
  const chosen = [
    ...(tasks === undefined ? [] : partsOf(tasks)),
    ...(indicators === undefined ? [] : partsOf(indicators)),
  ];
  const known = [...found.values()].flatMap(({ first, second }): readonly SheetTable<string>[] =>
    [...first, ...second].filter(({ matches }) => matches.rows.size > 0),
  );
  const { fields, regions } = besideTables(workbook, directive, [...known, ...chosen].map(regionOf));
  return { fields, tasks, indicators, regions };
}

type BesideTables = Pick<Parts, 'fields' | 'regions'>;

const LOCATED = new WeakMap<Workbook, BesideTables & { readonly directive: Directive }>();

function isSameRegion(a: Region, b: Region | undefined): boolean {
  const isSameSheet = a.sheet === b?.sheet;
  return isSameSheet && a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;
}

/** The fields outside tables, looked for once as long as the tables stand where they stood, whoever's they are. */
function besideTables(workbook: Workbook, directive: Directive, regions: readonly Region[]): BesideTables {
  const before = LOCATED.get(workbook);
  const isSame = before?.directive === directive && before.regions.length === regions.length;
  if (isSame && regions.every((region, index) => isSameRegion(region, before.regions[index]))) return before;
  const found = { directive, regions, fields: locateGeneral(workbook, directive, regions) };
  LOCATED.set(workbook, found);
  return found;
}

/** Each finding once: the parts of one table may lack the same heading. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(diagnostics.map((diagnostic) => [`${diagnostic.rule} ${diagnostic.message}`, diagnostic]));
  return [...seen.values()];
}

/** What is needed to read one of the tables. */
interface TableReader<Id extends string, T> {
  readonly spec: RowSpec<Id>;
  /** The entries that the unit is asked for, in the directive's order. */
  readonly assigned: ReadonlySet<string>;
  readonly read: (rows: SheetTable<Id>) => Outcome<readonly T[]>;
  readonly entryOf: (answer: T) => string;
}

/** The answers of one of the tables, or the finding that it is not there; nothing is missed that nobody asked for. */
function readTable<Id extends string, T>(
  workbook: Workbook,
  { form }: Directive,
  table: FormTable<Id> | undefined,
  { spec, assigned, read, entryOf }: TableReader<Id, T>,
): Outcome<readonly T[]> {
  const isAsked = assigned.size > 0;
  if (table === undefined) return { value: [], diagnostics: isAsked ? [sheetMissing(workbook, form, spec)] : [] };
  const parts = partsOf(table);
  const headings = isAsked ? parts.flatMap((part) => headingFindings(workbook.file, part, spec.table)) : [];
  const outcomes = parts.map(read);
  const answers = new Map(outcomes.flatMap(({ value }) => value.map((answer) => [entryOf(answer), answer] as const)));
  return {
    value: [...assigned].flatMap((entry) => answers.get(entry) ?? []),
    diagnostics: [
      ...distinct(headings),
      ...outcomes.flatMap(({ diagnostics }) => diagnostics),
      ...tableFindings(workbook.file, table, spec, assigned),
    ],
  };
}

/** The answers to the tasks of units of that type, with everything found about their table. */
export function readTaskTable(
  workbook: Workbook,
  directive: Directive,
  { tasks }: Parts,
  type: UnitTypeId,
  evidence?: FileEvidence,
): Outcome<readonly TaskAnswer[]> {
  return readTable(workbook, directive, tasks, {
    spec: taskSpec(directive),
    assigned: assignedTasks(directive, type),
    read: (rows) => readTasks(workbook.file, rows, directive, type, evidence),
    entryOf: ({ task }) => task,
  });
}

/** The unit's numbers, with everything found about their table. */
export function readIndicatorTable(
  workbook: Workbook,
  { indicators }: Parts,
  reporter: Reporter,
  evidence?: FileEvidence,
): Outcome<readonly IndicatorAnswer[]> {
  const { directive } = reporter.round;
  return readTable(workbook, directive, indicators, {
    spec: indicatorSpec(directive),
    assigned: assignedIndicators(directive, reporter.unit.type),
    read: (rows) => readIndicators(workbook.file, rows, reporter, evidence),
    entryOf: ({ indicator }) => indicator,
  });
}
