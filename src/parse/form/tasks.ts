import type { Outcome } from '../../model/diagnostic.ts';
import { groupsOf, type Directive, type TaskColumnId } from '../../model/directive.ts';
import type { TaskAnswer } from '../../model/submission.ts';
import type { UnitTypeId } from '../../model/unit.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { readTicked } from './ticked-choice.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import { rowFindings } from '../tables/row-findings.ts';
import { rowReader, rowRef } from '../tables/rows.ts';
import type { SheetTable } from '../tables/sheet-tables.ts';
import { rowOf } from '../tables/table-rows.ts';
import { searchOf, type RowSpec } from '../tables/table-spec.ts';

/** The form's table of tasks (bảng nhiệm vụ); the same object each time. */
export const taskSpec = rememberedFor(specOf);

/** How to find it; made once, because it keeps what it has learnt of every text. */
export const taskSearch = rememberedFor((directive: Directive) => searchOf(taskSpec(directive), directive.form));

function specOf({ form, taskGroups, indicators }: Directive): RowSpec<TaskColumnId> {
  return {
    table: {
      sheetId: 'tasks',
      columns: form.taskColumns,
      identity: ['code', 'title'],
      main: 'status',
      optional: ['result', 'quantity', 'doneOn', 'evidence', 'difficulty'],
    },
    answers: ['status', 'result', 'quantity', 'doneOn', 'evidence', 'difficulty'],
    figures: ['status', 'quantity'],
    code: 'code',
    title: 'title',
    entries: taskGroups.flatMap(({ tasks }) =>
      tasks.map(({ id, title, aliases }) => ({ id, code: id, titles: [title, ...aliases] })),
    ),
    otherCodes: indicators.map(({ code }) => code),
    options: form.statuses.map(({ id, label, aliases }) => ({ id, heading: label, aliases })),
    noun: 'nhiệm vụ',
    fact: 'task',
    unknown: 'task-unknown',
    notAssigned: 'task-not-assigned',
  };
}

/** The ids of the tasks that units of that type are given, in the directive's order. */
export function assignedTasks(directive: Directive, type: UnitTypeId): ReadonlySet<string> {
  return new Set(groupsOf(directive, type).flatMap(({ tasks }) => tasks.map(({ id }) => id)));
}

function readTask(
  file: string,
  { table, matches }: SheetTable<TaskColumnId>,
  { form }: Directive,
  task: string,
  row: number,
  evidence: FileEvidence | undefined,
): Outcome<TaskAnswer> {
  const { read, readOptions, diagnostics } = rowReader(file, table, row, { task }, evidence);
  const thing = (column: TaskColumnId): string => `Ô ${quotedHeading(form.taskColumns, column)} của nhiệm vụ ${task}`;
  const value: TaskAnswer = {
    task,
    matchedBy: matches.byCode.has(row) ? 'code' : 'title',
    ref: rowRef(file, table, row, ['code', 'title']),
    status:
      readOptions('status', thing('status'), form.statuses, readTicked) ??
      read('status', thing('status'), (place) => CELL_TYPES.choice(place, form.statuses)),
    result: read('result', thing('result'), CELL_TYPES.text),
    quantity: read('quantity', thing('quantity'), (place) => CELL_TYPES.count(place)),
    doneOn: read('doneOn', thing('doneOn'), CELL_TYPES.date),
    evidence: read('evidence', thing('evidence'), CELL_TYPES.text),
    difficulty: read('difficulty', thing('difficulty'), CELL_TYPES.text),
  };
  return { value, diagnostics };
}

/** The answers to the unit's tasks, in the directive's order; tasks without a row are not among them. */
export function readTasks(
  file: string,
  rows: SheetTable<TaskColumnId>,
  directive: Directive,
  type: UnitTypeId,
  evidence?: FileEvidence,
): Outcome<readonly TaskAnswer[]> {
  const spec = taskSpec(directive);
  const assigned = assignedTasks(directive, type);
  const outcomes = [...assigned].flatMap((task) => {
    const row = rowOf(rows, spec, task);
    return row === undefined ? [] : [readTask(file, rows, directive, task, row, evidence)];
  });
  return {
    value: outcomes.map(({ value }) => value),
    diagnostics: [...outcomes.flatMap(({ diagnostics }) => diagnostics), ...rowFindings(file, rows, spec, assigned)],
  };
}
