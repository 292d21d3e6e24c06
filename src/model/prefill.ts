import type { OpinionId, TaskStatus } from './directive.ts';
import { type Answer, valueOf } from './located.ts';
import type { PlainDate } from './plain-date.ts';
import type { Submission, TaskAnswer } from './submission.ts';
import { cellKey } from './workbook.ts';

/** What a form holds already when a unit gets it (số liệu điền sẵn). What is undefined, '' or not there stays blank. */
export interface FormPrefill {
  readonly reportedOn: PlainDate | undefined;
  readonly countedOn: PlainDate | undefined;
  readonly tasks: ReadonlyMap<string, TaskPrefill>;
  readonly indicators: ReadonlyMap<string, IndicatorPrefill>;
  readonly opinions: ReadonlyMap<OpinionId, string>;
}

export interface TaskPrefill {
  readonly status: TaskStatus | undefined;
  readonly result: string;
  readonly quantity: number | undefined;
  readonly doneOn: PlainDate | undefined;
  readonly evidence: string;
  readonly difficulty: string;
}

/** Computed cells keep their formulas, whatever is said of them here. */
export interface IndicatorPrefill {
  readonly value: number | undefined;
  /** What the unit wrote instead of its number (“giữ nguyên”); '' when it wrote the number. */
  readonly words: string;
  readonly note: string;
}

/** Nothing: the blank form. */
export const NO_PREFILL: FormPrefill = {
  reportedOn: undefined,
  countedOn: undefined,
  tasks: new Map(),
  indicators: new Map(),
  opinions: new Map(),
};

/** Everything that was understood of a report, but what looks like personal data: that has to go, not to come back. */
export function prefillOf(submission: Submission): FormPrefill {
  const personal = new Set(submission.personalData.map(({ ref }) => cellKey(ref)));
  const known = <T>(answer: Answer<T>): T | undefined =>
    answer.ref !== undefined && personal.has(cellKey(answer.ref)) ? undefined : valueOf(answer);
  const taskOf = ({ status, result, quantity, doneOn, evidence, difficulty }: TaskAnswer): TaskPrefill => ({
    status: known(status),
    result: known(result) ?? '',
    quantity: known(quantity),
    doneOn: known(doneOn),
    evidence: known(evidence) ?? '',
    difficulty: known(difficulty) ?? '',
  });
  const opinions = submission.opinions.filter(({ text }) => !personal.has(cellKey(text.ref)));
  return {
    reportedOn: known(submission.reportedOn),
    countedOn: known(submission.countedOn),
    tasks: new Map(submission.tasks.map((answer) => [answer.task, taskOf(answer)])),
    indicators: new Map(
      submission.indicators.map(({ indicator, value, note }) => [
        indicator,
        {
          value: known(value),
          words: value.kind === 'value' && value.carriedOver !== undefined ? value.raw : '',
          note: known(note) ?? '',
        },
      ]),
    ),
    opinions: new Map(opinions.map(({ opinion, text }) => [opinion, text.value])),
  };
}
