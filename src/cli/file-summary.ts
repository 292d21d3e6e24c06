import { ownerFunction } from '../model/arrivals.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { groupsOf, indicatorsOf } from '../model/directive.ts';
import { valueOf } from '../model/located.ts';
import type { Round } from '../model/round.ts';
import { taskAnswer, indicatorAnswer, type Arrival } from '../model/submission.ts';
import { formatInteger } from '../vi/number.ts';
import { leftOutTest, type LeftOutTest } from './error-cells.ts';
import { countSeverities, countWords, shownName, type SeverityCounts } from './finding-words.ts';
import type { JsonObject } from '../pipeline.ts';

/** n of m. */
interface Share {
  readonly understood: number;
  readonly asked: number;
}

/** What was understood of one file. */
export interface FileSummary {
  readonly arrival: Arrival;
  readonly round: Round;
  /** Undefined when the file could not be used. */
  readonly understood: { readonly tasks: Share; readonly indicators: Share } | undefined;
  readonly counts: SeverityCounts;
}

function understoodOf(
  { submission }: Arrival,
  { directive }: Round,
  isLeftOut: LeftOutTest,
): FileSummary['understood'] {
  if (submission === undefined) return undefined;
  const { type } = submission.unit;
  const tasks = groupsOf(directive, type).flatMap((group) => group.tasks);
  const indicators = indicatorsOf(directive, type).filter(({ computed }) => computed === undefined);
  const hasStatus = (id: string): boolean => {
    const answer = taskAnswer(submission, id);
    return answer !== undefined && valueOf(answer.status) !== undefined && !isLeftOut(answer.status);
  };
  const hasNumber = (id: string): boolean => {
    const answer = indicatorAnswer(submission, id);
    return answer !== undefined && valueOf(answer.value) !== undefined && !isLeftOut(answer.value);
  };
  return {
    tasks: { understood: tasks.filter(({ id }) => hasStatus(id)).length, asked: tasks.length },
    indicators: { understood: indicators.filter(({ id }) => hasNumber(id)).length, asked: indicators.length },
  };
}

/** Sums up each file: tasks with a status, indicators with a number, as far as no error keeps them out; findings by severity. */
export function summarizeFiles(
  arrivals: readonly Arrival[],
  diagnostics: readonly Diagnostic[],
  round: Round,
): readonly FileSummary[] {
  const ownersOf = ownerFunction(arrivals);
  const own = new Map<Arrival, Diagnostic[]>(arrivals.map((arrival) => [arrival, []]));
  for (const diagnostic of diagnostics) for (const arrival of ownersOf(diagnostic)) own.get(arrival)?.push(diagnostic);
  const isLeftOut = leftOutTest(diagnostics);
  return arrivals.map((arrival) => ({
    arrival,
    round,
    understood: understoodOf(arrival, round, isLeftOut),
    counts: countSeverities(own.get(arrival) ?? []),
  }));
}

function share({ understood, asked }: Share, what: string): string {
  return `${formatInteger(understood)}/${formatInteger(asked)} ${what}`;
}

/** `TH01.xlsx: (tên đơn vị) – hiểu được 2/2 nhiệm vụ, 9/11 chỉ tiêu; 1 lỗi, 0 cảnh báo, 0 lưu ý`. */
export function summaryLine({ arrival, understood, counts }: FileSummary): string {
  const unit = arrival.unit?.name ?? 'chưa nhận ra đơn vị';
  const extent =
    understood === undefined
      ? 'chưa sử dụng được'
      : `hiểu được ${share(understood.tasks, 'nhiệm vụ')}, ${share(understood.indicators, 'chỉ tiêu')}`;
  return `${shownName(arrival.source.file)}: ${unit} – ${extent}; ${countWords(counts)}`;
}

/** The summary in JSON. */
export function fileSummaryJson({ arrival, round, understood, counts }: FileSummary): JsonObject {
  const { source, unit } = arrival;
  return {
    file: shownName(source.file),
    sha256: source.sha256 === '' ? null : source.sha256,
    size: source.size,
    period: round.period.id,
    unit: unit === undefined ? null : { id: unit.id, name: unit.name, unitType: unit.type },
    isUsable: understood !== undefined,
    tasks: understood === undefined ? null : { ...understood.tasks },
    indicators: understood === undefined ? null : { ...understood.indicators },
    counts: { ...counts },
  };
}
