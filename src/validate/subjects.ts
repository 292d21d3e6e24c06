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
  const sheet = refsOn(id, submission).find((ref) => ref !== undefined)?.sheet ?? directive.form.sheets[id].name;
  return { kind: 'sheet', file: submission.file, sheet };
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
