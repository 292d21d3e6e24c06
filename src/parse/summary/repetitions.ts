import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { grouped } from '../../model/grouped.ts';
import { valueOf } from '../../model/located.ts';
import { indicatorAnswer, taskAnswer, type Arrival, type Submission } from '../../model/submission.ts';
import { quoteValue } from '../../vi/text.ts';
import { problem } from '../problems.ts';
import { listWords } from '../tables/listed-words.ts';

/** Whether everything that the second report says stands in the first one, too. */
function isRepetition(first: Submission, second: Submission): boolean {
  return (
    second.indicators.every(({ indicator, value }) => {
      const other = indicatorAnswer(first, indicator)?.value;
      return value.kind === 'absent' || (other?.kind === 'value' && valueOf(value) === other.value);
    }) &&
    second.tasks.every(({ task, status }) => {
      const other = taskAnswer(first, task)?.status;
      return status.kind === 'absent' || (other?.kind === 'value' && valueOf(status) === other.value);
    })
  );
}

/** The sheet with the first answer of the report. */
function sheetOf({ indicators, tasks }: Submission): string {
  return indicators[0]?.value.ref?.sheet ?? tasks[0]?.ref.sheet ?? '';
}

/** A line of a summary whose unit has sheets of its own in the file. */
interface Again {
  readonly submission: Submission;
  readonly own: Submission;
  readonly isRepetition: boolean;
}

function namesOf(again: readonly Again[]): string {
  return listWords([...new Set(again.map(({ submission }) => submission.unit.name))], 'đơn vị');
}

/** That a summary only says again what the units' own sheets say, and for which units it says something else. */
function notCounted(file: string, sheet: string, again: readonly Again[]): Diagnostic {
  const other = again.filter((one) => !one.isRepetition);
  const also =
    other.length === 0
      ? ''
      : `; riêng ${namesOf(other)} ghi khác trang riêng nên bị báo là có hai báo cáo khác nhau, chưa tính báo cáo nào`;
  return problem('sheet-not-counted', {
    message: `Trang ${quoteValue(sheet)} là bảng tổng hợp, ghi lại số liệu của các đơn vị đã có trang riêng nên không cộng thêm${also}`,
    hint:
      other.length === 0
        ? 'Giữ nguyên cũng được; muốn số liệu lấy từ bảng tổng hợp thì bỏ các trang riêng'
        : `Đối chiếu số liệu của ${namesOf(other)} giữa bảng tổng hợp và trang riêng, sửa chỗ sai cho hai nơi giống nhau`,
    location: { kind: 'sheet', file, sheet },
    related: other.flatMap(({ submission, own }) => [
      { location: { kind: 'file', file }, note: `${submission.unit.name}: ${submission.part}, khác ${own.part}` },
    ]),
    facts: { differing: other.length },
  });
}

/**
 * The reports from summaries without those that only repeat what the unit's own sheets say; a line that says something else stays,
 * so that the two contradict one another like two files.
 */
export function withoutRepetitions(
  file: string,
  own: readonly Arrival[],
  { value, diagnostics }: Outcome<readonly Arrival[]>,
): Outcome<readonly Arrival[]> {
  const again = value.flatMap(({ unit, submission }): readonly Again[] => {
    const first = own.find((arrival) => unit !== undefined && arrival.unit?.id === unit.id)?.submission;
    if (first === undefined || submission === undefined) return [];
    return [{ submission, own: first, isRepetition: isRepetition(first, submission) }];
  });
  const repeated = again.filter((one) => one.isRepetition);
  const dropped = new Set(repeated.map(({ submission }) => submission));
  const units = new Set(repeated.map(({ submission }) => submission.unit.id));
  const sheets = [...grouped(again, ({ submission }) => sheetOf(submission))];
  return {
    value: value.filter(({ submission }) => submission === undefined || !dropped.has(submission)),
    diagnostics: [
      ...diagnostics.filter(({ facts }) => !units.has(String(facts['unit'] ?? ''))),
      ...sheets.flatMap(([sheet, found]) =>
        found.some((one) => one.isRepetition) ? [notCounted(file, sheet, found)] : [],
      ),
    ],
  };
}
