import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Directive, FormFieldId, Indicator, Task, TaskColumnId } from '../../model/directive.ts';
import { indicatorsOf } from '../../model/directive.ts';
import type { Answer } from '../../model/located.ts';
import type { IndicatorAnswer, OpinionAnswer, TaskAnswer } from '../../model/submission.ts';
import type { UnitTypeId } from '../../model/unit.ts';
import type { CellRef } from '../../model/workbook.ts';
import { saysNothing } from '../../vi/nothing.ts';
import type { Place } from '../cells/cell-place.ts';
import type { Reporter } from '../cells/unchanged.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import { readNumber } from '../form/indicators.ts';
import { problem } from '../problems.ts';
import { isFilled } from '../cells/raw-text.ts';
import { rejectScaled, type Scale } from '../cells/scaled-number.ts';
import { assignedTasks } from '../form/tasks.ts';
import type { Column } from './columns.ts';

/** One cell of a unit's line, with what its column may hold. */
export interface LineCell {
  readonly columns: readonly Column[];
  readonly cell: Place['cell'];
  readonly ref: CellRef;
  readonly evidence: Place['evidence'];
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  /** Why numbers there are in hundreds or thousands; undefined when nothing says so. */
  readonly scale: Scale | undefined;
}

/** What one line says. */
export interface LineAnswers {
  readonly indicators: readonly IndicatorAnswer[];
  readonly tasks: readonly TaskAnswer[];
  readonly opinions: readonly OpinionAnswer[];
}

function nowhere<T>(): Answer<T> {
  return { kind: 'absent', mark: 'blank', ref: undefined };
}

/** Cells are read in turn; the findings gather here. */
interface Reader {
  readonly read: <T>(
    found: LineCell | undefined,
    thing: string,
    facts: Place['facts'],
    type: CellReader<T>,
  ) => Answer<T>;
  readonly diagnostics: Diagnostic[];
}

type CellReader<T> = (place: Place) => Outcome<Answer<T>>;

function reader(): Reader {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    read: (found, thing, facts, type) => {
      if (found === undefined) return nowhere();
      const outcome = type({ cell: found.cell, ref: found.ref, evidence: found.evidence, thing, facts });
      diagnostics.push(...outcome.diagnostics);
      return outcome.value;
    },
  };
}

/** The cell with an answer among those that may hold it, else the first. */
function cellFor(cells: readonly LineCell[], fits: (column: Column) => boolean): LineCell | undefined {
  const own = cells.filter(({ columns }) => columns.some(fits));
  return own.find(({ cell }) => isFilled(cell)) ?? own[0];
}

function indicatorAnswerOf(
  cells: readonly LineCell[],
  indicator: Indicator,
  reporter: Reporter,
  { read }: Reader,
): IndicatorAnswer[] {
  const found = cellFor(cells, (column) => column.kind === 'indicator' && column.indicator.id === indicator.id);
  if (found === undefined) return [];
  const { scale } = found;
  const isScaled = indicator.computed === undefined && isFilled(found.cell);
  const value = read(found, `${indicator.code} “${indicator.title}”`, { indicator: indicator.id }, (place) =>
    scale !== undefined && isScaled ? rejectScaled(place, scale) : readNumber(place, indicator, reporter),
  );
  const isTyped = indicator.computed !== undefined && value.kind === 'value' && found.cell?.isFormula === false;
  return [{ indicator: indicator.id, matchedBy: 'heading', value, isTyped, note: nowhere() }];
}

function taskAnswerOf(cells: readonly LineCell[], task: Task, { form }: Directive, { read }: Reader): TaskAnswer[] {
  const cellOf = (id: TaskColumnId): LineCell | undefined =>
    cellFor(cells, (column) => column.kind === 'task' && column.task.id === task.id && column.column === id);
  const ref = (cellOf('status') ?? cellFor(cells, (column) => column.kind === 'task' && column.task.id === task.id))
    ?.ref;
  if (ref === undefined) return [];
  const answer = <T>(id: TaskColumnId, type: CellReader<T>): Answer<T> =>
    read(cellOf(id), `Ô ${quotedHeading(form.taskColumns, id)} của nhiệm vụ ${task.id}`, { task: task.id }, type);
  return [
    {
      task: task.id,
      matchedBy: 'heading',
      ref,
      status: answer('status', (place) => CELL_TYPES.choice(place, form.statuses)),
      result: answer('result', CELL_TYPES.text),
      quantity: answer('quantity', (place) => CELL_TYPES.count(place)),
      doneOn: answer('doneOn', CELL_TYPES.date),
      evidence: answer('evidence', CELL_TYPES.text),
      difficulty: answer('difficulty', CELL_TYPES.text),
    },
  ];
}

function opinionsIn(cells: readonly LineCell[], { form }: Directive, { read }: Reader): readonly OpinionAnswer[] {
  return form.opinions.flatMap(({ id, label }) => {
    const found = cellFor(cells, (column) => column.kind === 'opinion' && column.id === id);
    const answer = read(found, `Ô “${label}”`, {}, CELL_TYPES.text);
    if (answer.kind !== 'value' || saysNothing(answer.value)) return [];
    return [{ opinion: id, text: { value: answer.value, raw: answer.raw, ref: answer.ref } }];
  });
}

/** Numbers in columns that units of that type are not asked for. */
function notAssigned(cells: readonly LineCell[], directive: Directive, type: UnitTypeId): readonly Diagnostic[] {
  const own = new Set(indicatorsOf(directive, type).map(({ id }) => id));
  return cells.flatMap(({ columns, cell, ref }) => {
    const [first] = columns;
    if (first?.kind !== 'indicator' || own.has(first.indicator.id) || !isFilled(cell)) return [];
    const { id, code } = first.indicator;
    const finding = problem('indicator-not-assigned', {
      message: `Cột của chỉ tiêu ${code} có nội dung nhưng chỉ tiêu này không giao cho đơn vị, nội dung không được tính`,
      hint: 'Xóa nội dung ô này, hoặc chuyển sang đúng cột, đúng dòng của đơn vị được giao',
      location: { kind: 'cell', ref },
      facts: { indicator: id },
    });
    return [finding];
  });
}

/** Reads what the unit is asked for; entries without a column are not among the answers. */
export function readLineAnswers(cells: readonly LineCell[], reporter: Reporter): Outcome<LineAnswers> {
  const { directive } = reporter.round;
  const { type } = reporter.unit;
  const own = reader();
  const tasks = directive.taskGroups.flatMap((group) => group.tasks);
  const assigned = assignedTasks(directive, type);
  const value: LineAnswers = {
    indicators: indicatorsOf(directive, type).flatMap((indicator) =>
      indicatorAnswerOf(cells, indicator, reporter, own),
    ),
    tasks: tasks.filter(({ id }) => assigned.has(id)).flatMap((task) => taskAnswerOf(cells, task, directive, own)),
    opinions: opinionsIn(cells, directive, own),
  };
  return { value, diagnostics: [...own.diagnostics, ...notAssigned(cells, directive, type)] };
}

/** The cell of that field of the form, or undefined when no column is for it. */
export function fieldCell(cells: readonly LineCell[], id: FormFieldId): LineCell | undefined {
  return cellFor(cells, (column) => column.kind === 'field' && column.id === id);
}

/** The cells of that line that say when an online form came in, the most telling first. */
export function timeStamps(cells: readonly LineCell[]): readonly (LineCell & { readonly isNeedingTime: boolean })[] {
  const found = cells.flatMap((cell) =>
    cell.columns.flatMap((column) => (column.kind === 'time-stamp' ? [{ ...cell, ...column }] : [])),
  );
  return found.toSorted((a, b) => a.rank - b.rank);
}
