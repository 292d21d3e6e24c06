import type { Directive, FormFieldId } from '../model/directive.ts';
import type { Answer } from '../model/located.ts';
import type { MatchedBy, Submission, TaskAnswer } from '../model/submission.ts';
import type { JsonObject, JsonValue } from '../pipeline.ts';
import { formatDate } from '../vi/date.ts';
import { formatDecimal } from '../vi/number.ts';
import { quoteValue } from '../vi/text.ts';
import type { LeftOutTest } from './error-cells.ts';
import { shownName } from './finding-words.ts';
import { textTable } from './table.ts';

/** One thing that was looked for in a report, and what was made of it (chương trình hiểu thế nào). */
interface Item {
  /** For programs: `CT01`, `II.3-1`, `II.3-1.quantity`, `reportedOn`. */
  readonly id: string;
  readonly label: string;
  readonly answer: Answer<unknown>;
  /** The value for people and for programs. */
  readonly words: string;
  readonly plain: string | number | null;
  readonly matchedBy: MatchedBy;
}

const MATCHED: Readonly<Record<MatchedBy, string>> = {
  code: 'theo mã',
  heading: 'theo tiêu đề cột',
  label: 'theo nhãn',
  title: 'theo tên',
};

interface Place {
  readonly id: string;
  readonly label: string;
  readonly matchedBy: MatchedBy;
}

function item<T extends string | number>(place: Place, answer: Answer<T>, words: (value: T) => string): Item {
  const isValue = answer.kind === 'value';
  return { ...place, answer, words: isValue ? words(answer.value) : '', plain: isValue ? answer.value : null };
}

/** Free words are not printed: they may name people. */
function written({ id, label, matchedBy }: Place, answer: Answer<string>): Item {
  return { id, label, matchedBy, answer, words: 'có ghi', plain: null };
}

function generalItems({ reportedOn, countedOn }: Submission, { form }: Directive): readonly Item[] {
  const place = (id: FormFieldId): Place => ({
    id,
    label: form.fields.find((field) => field.id === id)?.label ?? id,
    matchedBy: 'label',
  });
  return [item(place('reportedOn'), reportedOn, formatDate), item(place('countedOn'), countedOn, formatDate)];
}

function taskItems(answer: TaskAnswer, { form }: Directive): readonly Item[] {
  const { task, matchedBy } = answer;
  const place = (id: 'difficulty' | 'doneOn' | 'evidence' | 'quantity' | 'result' | 'status'): Place => {
    const heading = form.taskColumns.find((column) => column.id === id)?.heading ?? id;
    return { id: `${task}.${id}`, label: `${task} ${heading}`, matchedBy };
  };
  const statusLabel = (status: string): string => form.statuses.find(({ id }) => id === status)?.label ?? status;
  const others = [
    written(place('result'), answer.result),
    item(place('quantity'), answer.quantity, formatDecimal),
    item(place('doneOn'), answer.doneOn, formatDate),
    written(place('evidence'), answer.evidence),
    written(place('difficulty'), answer.difficulty),
  ];
  return [
    item(place('status'), answer.status, statusLabel),
    ...others.filter(({ answer: { kind } }) => kind !== 'absent'),
  ];
}

function indicatorItems({ indicators }: Submission, directive: Directive): readonly Item[] {
  return indicators.map(({ indicator, value, matchedBy }) => {
    const entry = directive.indicators.find(({ id }) => id === indicator);
    const label = entry === undefined ? indicator : `${entry.code} ${entry.title}`;
    return item({ id: entry?.code ?? indicator, label, matchedBy }, value, formatDecimal);
  });
}

function itemsOf(submission: Submission, directive: Directive): readonly Item[] {
  return [
    ...generalItems(submission, directive),
    ...submission.tasks.flatMap((answer) => taskItems(answer, directive)),
    ...indicatorItems(submission, directive),
  ];
}

function valueWords({ answer, words }: Item, isLeftOut: LeftOutTest): string {
  switch (answer.kind) {
    case 'value':
      return isLeftOut(answer) ? `${words} (không tính)` : words;
    case 'absent':
      if (answer.ref === undefined) return '(không thấy ô)';
      return answer.mark === 'dash' ? '(dấu gạch)' : '(để trống)';
    case 'invalid':
      return '(không hiểu được)';
  }
}

/** What stands in the cell; free words are left out. */
function rawWords({ answer, plain }: Item): string {
  if (answer.kind === 'absent' || (answer.kind === 'value' && plain === null)) return '';
  return quoteValue(answer.raw);
}

function cellWords({ answer: { ref } }: Item): string {
  return ref === undefined ? '' : `${shownName(ref.sheet)}!${ref.address}`;
}

const LONGEST_LABEL = 44;

function shortLabel(label: string): string {
  const letters = Array.from(label);
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : label;
}

/**
 * The report as the program understood it, a line for each thing: value, what stands in the cell, the cell, how it was found. What an
 * error keeps out of the figures is marked.
 */
export function understoodLines(
  submission: Submission,
  directive: Directive,
  isLeftOut: LeftOutTest,
): readonly string[] {
  const columns = ['Nội dung', 'Hiểu là', 'Trong ô ghi', 'Ô', 'Nhận ra'];
  const rows = itemsOf(submission, directive).map((one) => [
    shortLabel(one.label),
    valueWords(one, isLeftOut),
    rawWords(one),
    cellWords(one),
    one.answer.ref === undefined ? '' : MATCHED[one.matchedBy],
  ]);
  const table = textTable(
    columns.map((heading) => ({ heading, align: 'left' })),
    rows,
  );
  return table.map((line) => `  ${line}`);
}

function itemJson(one: Item, isLeftOut: LeftOutTest): JsonValue {
  const { id, answer, plain, matchedBy } = one;
  const { ref } = answer;
  return {
    id,
    kind: answer.kind,
    isLeftOut: isLeftOut(answer),
    value: plain,
    raw: rawWords(one) === '' || answer.kind === 'absent' ? null : answer.raw,
    cell: ref === undefined ? null : { sheet: shownName(ref.sheet), address: ref.address },
    matchedBy: ref === undefined ? null : matchedBy,
  };
}

/** The same in JSON. */
export function understoodJson(submission: Submission, directive: Directive, isLeftOut: LeftOutTest): JsonObject {
  return {
    part: submission.part === '' ? null : shownName(submission.part),
    hasReporter: submission.hasReporter,
    hasPhone: submission.hasPhone,
    items: itemsOf(submission, directive).map((one) => itemJson(one, isLeftOut)),
  };
}
