import type { Location } from '../model/diagnostic.ts';
import type { Directive, FormField, FormFieldId, FormSheetId, Indicator, Task } from '../model/directive.ts';
import { groupsOf } from '../model/directive.ts';
import type { Answer } from '../model/located.ts';
import type { Round } from '../model/round.ts';
import type { Submission } from '../model/submission.ts';
import { indicatorAnswer } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import type { CellRef } from '../model/workbook.ts';

/** The sheets on which something may be missing; opinions are free. */
type JudgedSheet = Exclude<FormSheetId, 'opinions'>;

/** A number that a unit reported: which indicator, how much, where. */
export interface Count {
  readonly indicator: Indicator;
  readonly value: number;
  readonly ref: CellRef;
}

/** Counts are whole; a percentage may have a fraction. Beyond 2^53 nothing is exact, and nothing is a fact of a commune. */
function isUsable(value: number, { counts }: Indicator): boolean {
  return counts === 'percent' ? Math.abs(value) <= Number.MAX_SAFE_INTEGER : Number.isSafeInteger(value);
}

/** The unit's number for that indicator, or undefined when there is none to use (blank, dash, unreadable, no such row). */
export function countOf(submission: Submission, directive: Directive, id: string): Count | undefined {
  const indicator = directive.indicators.find((candidate) => candidate.id === id);
  const answer = indicatorAnswer(submission, id)?.value;
  if (indicator === undefined || answer?.kind !== 'value') return undefined;
  if (!isUsable(answer.value, indicator)) return undefined;
  return { indicator, value: answer.value, ref: answer.ref };
}

/** The same for a computed number that was typed by hand; undefined where the form's formula still stands. */
export function typedCountOf(submission: Submission, directive: Directive, id: string): Count | undefined {
  return indicatorAnswer(submission, id)?.isTyped === true ? countOf(submission, directive, id) : undefined;
}

/** The tasks that the directive gives to the unit, in its order. */
export function tasksOf(directive: Directive, unit: Unit): readonly Task[] {
  return groupsOf(directive, unit.type).flatMap(({ tasks }) => tasks);
}

/** The form's field if units of that type are asked for it. */
export function askedField({ form }: Directive, id: FormFieldId, unit: Unit): FormField | undefined {
  return form.fields.find((field) => field.id === id && (field.unitTypes?.includes(unit.type) ?? true));
}

/** That cell, or the sheet where it should be when the file has no such cell. */
export function placeOf(answer: Answer<unknown>, sheet: JudgedSheet, submission: Submission, round: Round): Location {
  return answer.ref === undefined ? sheetPlace(sheet, submission, round) : { kind: 'cell', ref: answer.ref };
}

/** The sheet as it is called in the file, or as the form calls it when nothing of it was found. */
export function sheetPlace(id: JudgedSheet, submission: Submission, { directive }: Round): Location {
  const own = refsOn(id, submission).find((ref) => ref !== undefined);
  const table = layoutOf(submission) === 'form' ? undefined : headedRefs(submission)[0];
  return {
    kind: 'sheet',
    file: submission.file,
    sheet: (own ?? table)?.sheet ?? directive.form.sheets[id].name,
  };
}

function refsOn(id: JudgedSheet, submission: Submission): readonly (CellRef | undefined)[] {
  switch (id) {
    case 'general':
      return [submission.reportedOn.ref, submission.countedOn.ref];
    case 'tasks':
      return submission.tasks.map(({ ref }) => ref);
    case 'indicators':
      return submission.indicators.map(({ value }) => value.ref);
  }
}

/** The cells of answers that were found by the heading of their column. */
function headedRefs({ indicators, tasks }: Submission): readonly CellRef[] {
  return [
    ...indicators.flatMap(({ matchedBy, value }) => (matchedBy === 'heading' ? (value.ref ?? []) : [])),
    ...tasks.flatMap(({ matchedBy, ref }) => (matchedBy === 'heading' ? [ref] : [])),
  ];
}

/**
 * How the report stands in its file: `form`, or in a table for several units with a column for each thing asked (`columns`) or, where
 * the units stand side by side, a row (`rows`).
 */
export function layoutOf(submission: Submission): 'columns' | 'form' | 'rows' {
  const refs = headedRefs(submission);
  const rows = new Set(refs.map(({ address }) => address.replace(/^\D+/u, '')));
  const columns = new Set(refs.map(({ address }) => address.replace(/\d+$/u, '')));
  if (refs.length === 0) return 'form';
  return rows.size > columns.size ? 'rows' : 'columns';
}

/** Where a field goes that the file lacks: `ở trang “Thông tin chung”`, or into its column or row of the table for several units. */
export function fieldPlace(submission: Submission, { directive }: Round): string {
  switch (layoutOf(submission)) {
    case 'form':
      return `ở trang “${directive.form.sheets.general.name}”`;
    case 'columns':
      return 'vào cột cùng tên của bảng, chưa có cột thì thêm cột';
    case 'rows':
      return 'vào dòng cùng tên của bảng, chưa có dòng thì thêm dòng';
  }
}

/** What a table for several units lacks for a thing that is asked, and where it goes; undefined in a form. */
export function missingHeading(submission: Submission): { readonly noun: string; readonly place: string } | undefined {
  switch (layoutOf(submission)) {
    case 'form':
      return undefined;
    case 'columns':
      return { noun: 'cột', place: 'vào bảng, tiêu đề đúng như trong biểu mẫu' };
    case 'rows':
      return { noun: 'dòng', place: 'vào bảng, tên dòng đúng như trong biểu mẫu' };
  }
}
