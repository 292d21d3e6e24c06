import type { OpinionId, TaskStatus } from './directive.ts';
import type { Answer, Located } from './located.ts';
import type { PlainDate } from './plain-date.ts';
import type { FileReceipt, SourceFile } from './round.ts';
import type { Unit } from './unit.ts';
import type { CellRef } from './workbook.ts';

/** The very hidden sheet of a generated form: a key in column A, its value in column B. */
export const STAMP_SHEET = '_tkcds';

/** The hidden marks of a generated form. All text; '' when the mark is not there. */
export interface FormStamp {
  readonly directive: string;
  readonly version: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** `before 2025-11-10` or `on 2025-11-09` */
  readonly due: string;
  readonly unit: string;
  readonly unitName: string;
  readonly unitType: string;
}

/** One unit's report (báo cáo của đơn vị) in one file, understood. */
export interface Submission {
  readonly file: string;
  /** SHA-256 of the file, lower-case hex; equal for a copy of the same file. */
  readonly sha256: string;
  /** When the file came, as the receipt ledger says; undefined when it is not in it. */
  readonly receipt?: FileReceipt;
  /** Where in the file the report stands when the file holds several units' reports, in words; '' when it is the whole file. */
  readonly part: string;
  readonly unit: Unit;
  /** Undefined when the hidden sheet of the form is gone. */
  readonly stamp: FormStamp | undefined;
  /** Whether a name and a phone number stand there; the words themselves are never kept. */
  readonly hasReporter: boolean;
  readonly hasPhone: boolean;
  readonly reportedOn: Answer<PlainDate>;
  readonly countedOn: Answer<PlainDate>;
  /** Tables of the form that stand nowhere in the file; a finding has said so. */
  readonly missingSheets: readonly ('tasks' | 'indicators')[];
  /** One for each of the unit's tasks that was found in the file, in the directive's order. */
  readonly tasks: readonly TaskAnswer[];
  /** One for each of the unit's indicators that was found in the file, in the directive's order. */
  readonly indicators: readonly IndicatorAnswer[];
  readonly opinions: readonly OpinionAnswer[];
  /** Cells that look like personal data: where and what kind, never the text. */
  readonly personalData: readonly PersonalDataMark[];
}

/**
 * How an answer was found: by the code in its row, by the title of its row, or by the heading of its column when there is a line
 * for each unit. `label`: a field beside its label.
 */
export type MatchedBy = 'code' | 'heading' | 'label' | 'title';

export interface TaskAnswer {
  readonly task: string;
  readonly matchedBy: MatchedBy;
  /** The cell with the task's code, to point at the row. */
  readonly ref: CellRef;
  readonly status: Answer<TaskStatus>;
  readonly result: Answer<string>;
  readonly quantity: Answer<number>;
  readonly doneOn: Answer<PlainDate>;
  readonly evidence: Answer<string>;
  readonly difficulty: Answer<string>;
}

export interface IndicatorAnswer {
  readonly indicator: string;
  readonly matchedBy: MatchedBy;
  /** A whole number; for a computed percentage the percent as shown (52.3 for 52,3%). */
  readonly value: Answer<number>;
  /** Whether a computed cell was typed over by hand: only then its number is the unit's own claim. */
  readonly isTyped: boolean;
  readonly note: Answer<string>;
}

export interface OpinionAnswer {
  readonly opinion: OpinionId;
  readonly text: Located<string>;
}

export interface PersonalDataMark {
  readonly ref: CellRef;
  /** `id-number`: a 12-digit citizen number; `phone-list`: several phone numbers in one cell or column. */
  readonly pattern: 'id-number' | 'phone-list';
}

/** The answer to that task, or undefined when the row is not in the file. */
export function taskAnswer(submission: Submission, task: string): TaskAnswer | undefined {
  return submission.tasks.find((answer) => answer.task === task);
}

/** The answer to that indicator, or undefined when the row is not in the file. */
export function indicatorAnswer(submission: Submission, indicator: string): IndicatorAnswer | undefined {
  return submission.indicators.find((answer) => answer.indicator === indicator);
}

/** Everything that can be answered in a task's row; its code and its title are not answers. */
export function rowAnswers({
  status,
  result,
  quantity,
  doneOn,
  evidence,
  difficulty,
}: TaskAnswer): readonly Answer<unknown>[] {
  return [status, result, quantity, doneOn, evidence, difficulty];
}

/** Whether nothing is answered in the row; a row of dashes says as little as a blank one. */
export function isBlankRow(answer: TaskAnswer): boolean {
  return rowAnswers(answer).every(({ kind }) => kind === 'absent');
}

/** A unit's report that arrived, and what became of it. A file that holds several units' reports gives one for each. */
export interface Arrival {
  readonly source: SourceFile;
  /** Whose report it is, as far as its content or its name tells; undefined when neither does. */
  readonly unit: Unit | undefined;
  /** Undefined when it cannot be used at all; a finding then says why. */
  readonly submission: Submission | undefined;
  /** It was understood, but an error at the file keeps it out: it does not compete with the unit's other reports. */
  readonly isRefused?: boolean;
}
