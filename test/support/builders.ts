import type { Computation, Directive } from '../../src/model/directive.ts';
import { groupsOf, indicatorsOf } from '../../src/model/directive.ts';
import type { Answer } from '../../src/model/located.ts';
import { valueOf } from '../../src/model/located.ts';
import type { Round } from '../../src/model/round.ts';
import type { Arrival, IndicatorAnswer, Submission, TaskAnswer } from '../../src/model/submission.ts';
import type { Unit } from '../../src/model/unit.ts';
import { aDirective } from './a-directive.ts';
import { aRef, blank, date, located, movedTo, value } from './answers.ts';

export { aDirective } from './a-directive.ts';
export { aRef, blank, dash, date, invalid, located, noCell, value } from './answers.ts';

/** A village of the register; a unit of another type keeps its figures unless the test says otherwise. */
export function aUnit(overrides: Partial<Unit> = {}): Unit {
  return {
    id: 'TH01',
    name: 'Thôn Đông',
    type: 'village',
    formerCommune: '',
    aliases: [],
    adults: located(1210, aRef('G4', 'Đơn vị', 'don-vi.xlsx')),
    adultsSource: 'Công an xã',
    adultsAsOf: date('2025-09-30'),
    households: located(410, aRef('J4', 'Đơn vị', 'don-vi.xlsx')),
    ...overrides,
  };
}

/** The campaign of October 2025, seen two days after its deadline, with one village. */
export function aRound(overrides: Partial<Round> = {}): Round {
  return {
    directive: aDirective(),
    period: {
      id: '2025-10',
      from: date('2025-10-01'),
      to: date('2025-10-31'),
      due: { kind: 'before', date: date('2025-11-10') },
    },
    units: [aUnit()],
    asOf: date('2025-11-12'),
    ...overrides,
  };
}

/** What a test may say of a submission; all else is a clean report. */
export interface SubmissionDraft extends Partial<Submission> {
  /** Whose tasks and indicators are answered. */
  readonly directive?: Directive;
  /** By indicator: a number, or an answer (its cell is set by the builder). Computed ones follow unless given. */
  readonly counts?: Readonly<Record<string, number | Answer<number>>>;
  /** By task: what differs from a task that is done, with result and evidence. */
  readonly answers?: Readonly<Record<string, Partial<TaskAnswer>>>;
  /** Tasks and indicators whose rows the file does not have. */
  readonly without?: readonly string[];
}

const SAMPLE_COUNTS: Readonly<Record<string, number>> = {
  adults: 1200,
  'signature-holders': 640,
  'signature-new': 120,
  'people-guided': 300,
  'households-visited': 250,
  'online-service-turns': 80,
  'cashless-turns': 40,
};

function computed(rule: Computation, counts: Readonly<Record<string, Answer<number>>>): Answer<number> {
  const number = (id: string): number => valueOf(counts[id] ?? blank()) ?? 0;
  if (rule.kind === 'sum') return value(rule.of.map(number).reduce((sum, count) => sum + count, 0));
  const denominator = number(rule.denominator);
  return denominator === 0 ? blank() : value(Math.round((number(rule.numerator) * 1000) / denominator) / 10);
}

/** One answer for each indicator of the unit: row 5 is the first, the value stands in column D. */
function indicatorAnswers(draft: SubmissionDraft, unit: Unit, directive: Directive, file: string): IndicatorAnswer[] {
  const counts: Record<string, Answer<number>> = {};
  const asked = indicatorsOf(directive, unit.type);
  for (const { id, computed: rule } of asked) {
    const given = draft.counts?.[id];
    const sample = rule === undefined ? value(SAMPLE_COUNTS[id] ?? 10) : computed(rule, counts);
    counts[id] = given === undefined ? sample : typeof given === 'number' ? value(given) : given;
  }
  return asked.map(({ id, computed: rule }, index) => ({
    indicator: id,
    value: movedTo(counts[id] ?? blank(), aRef(`D${index + 5}`, 'Chỉ tiêu', file)),
    isTyped: rule !== undefined && draft.counts?.[id] !== undefined,
    matchedBy: 'code',
    note: blank(aRef(`E${index + 5}`, 'Chỉ tiêu', file)),
  }));
}

/** One answer for each task of the unit: row 7 is the first, done on 15/10/2025. */
function taskAnswers(draft: SubmissionDraft, unit: Unit, directive: Directive, file: string): TaskAnswer[] {
  const tasks = groupsOf(directive, unit.type).flatMap((group) => group.tasks);
  return tasks.map(({ id }, index) => {
    const cell = (column: string) => aRef(`${column}${index + 7}`, 'Nhiệm vụ', file);
    const given = draft.answers?.[id] ?? {};
    return {
      task: id,
      matchedBy: 'code',
      ref: cell('A'),
      status: movedTo(given.status ?? value('completed'), cell('C')),
      result: movedTo(given.result ?? value('Đã tổ chức ra quân'), cell('D')),
      quantity: movedTo(given.quantity ?? value(2), cell('E')),
      doneOn: movedTo(given.doneOn ?? value(date('2025-10-15')), cell('F')),
      evidence: movedTo(given.evidence ?? value('Báo cáo số 05/BC-TĐ'), cell('G')),
      difficulty: movedTo(given.difficulty ?? blank(), cell('H')),
    };
  });
}

/** A clean report of the sample village; its file is named after the unit's code. */
export function aSubmission(draft: SubmissionDraft = {}): Submission {
  const { directive = aDirective(), without = [] } = draft;
  const unit = draft.unit ?? aUnit();
  const file = draft.file ?? `${unit.id}.xlsx`;
  const general = (row: number) => aRef(`B${row}`, 'Thông tin chung', file);
  const tasks = draft.tasks ?? taskAnswers(draft, unit, directive, file);
  const indicators = draft.indicators ?? indicatorAnswers(draft, unit, directive, file);
  return {
    file,
    sha256: draft.sha256 ?? sampleHash(file),
    ...(draft.receipt === undefined ? {} : { receipt: draft.receipt }),
    part: '',
    unit,
    stamp: draft.stamp,
    hasReporter: draft.hasReporter ?? true,
    hasPhone: draft.hasPhone ?? true,
    reportedOn: movedTo(draft.reportedOn ?? value(date('2025-11-05')), general(8)),
    countedOn: movedTo(draft.countedOn ?? value(date('2025-10-31')), general(9)),
    missingSheets: draft.missingSheets ?? [],
    tasks: tasks.filter(({ task }) => !without.includes(task)),
    indicators: indicators.filter(({ indicator }) => !without.includes(indicator)),
    opinions: draft.opinions ?? [],
    personalData: draft.personalData ?? [],
  };
}

/** The file of a submission as it arrived. */
export function anArrival(draft: SubmissionDraft = {}): Arrival {
  return arrivalOf(aSubmission(draft));
}

/** The arrival that carries this submission. */
export function arrivalOf(submission: Submission): Arrival {
  const { file, sha256, unit } = submission;
  return { source: { file, sha256, size: 10_000 }, unit, submission };
}

/** A file that could not be used; its unit is known by its name or not at all. */
export function anUnusableArrival(file: string, unit?: Unit): Arrival {
  return { source: { file, sha256: sampleHash(file), size: 512 }, unit, submission: undefined };
}

/** A different made-up SHA-256 for every file name. */
function sampleHash(file: string): string {
  return Buffer.from(file).toString('hex').padStart(64, '0').slice(-64);
}
