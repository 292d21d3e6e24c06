import type { FormFieldId, Indicator, OpinionId, Task, TaskColumnId } from '../../model/directive.ts';

/** What the places under a heading hold, one for each unit. */
export type Column =
  | { readonly kind: 'unit' }
  | { readonly kind: 'field'; readonly id: Exclude<FormFieldId, 'unit'> }
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'opinion'; readonly id: OpinionId }
  | { readonly kind: 'task'; readonly task: Task; readonly column: TaskColumnId }
  /** When an online form noted the answer; the lower `rank` is believed first. */
  | { readonly kind: 'time-stamp'; readonly rank: number; readonly isNeedingTime: boolean };

/** What the texts of a heading can mean, the group headings above it first; several when units of different types share a title. */
export type ColumnMatcher = (texts: readonly string[]) => readonly Column[];

/** What a column asks, as one string; '' for what is no number and no task. */
export function askedBy(column: Column): string {
  switch (column.kind) {
    case 'indicator':
      return `indicator ${column.indicator.id}`;
    case 'task':
      return `task ${column.task.id}`;
    case 'field':
    case 'opinion':
    case 'time-stamp':
    case 'unit':
      return '';
  }
}

/** What a place holds, as one string, to tell two with the same meaning; '' for what is no number and no task. */
export function meaningOf(column: Column): string {
  return column.kind === 'task' ? `${askedBy(column)} ${column.column}` : askedBy(column);
}

/** The code of the number or task that these columns are about; undefined when they are about neither. */
export function codeOf(columns: readonly Column[]): string | undefined {
  const [first] = columns;
  if (first?.kind === 'indicator') return first.indicator.code;
  return first?.kind === 'task' ? first.task.id : undefined;
}

/** Whether the place holds what a unit answers, not who it is or when it did. */
export function isAnswerColumn({ kind }: Column): boolean {
  return kind === 'indicator' || kind === 'task' || kind === 'opinion';
}
