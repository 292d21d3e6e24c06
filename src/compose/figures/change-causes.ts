import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FigureCell, FigurePart } from '../../model/figure.ts';
import type { FigureBasis } from '../../model/figure-change.ts';
import type { ReportModel } from '../../model/report.ts';
import type { UnitId } from '../../model/unit.ts';
import { formatDate } from '../../vi/date.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { fileText, placeText } from '../wording.ts';

/** A unit's parts in two figures that differ. */
export interface ChangedPart {
  readonly unit: UnitId;
  /** What the figure is made of: ids of indicators, or of a task. */
  readonly subjects: readonly string[];
  readonly before: readonly FigurePart[];
  readonly now: FigurePart | undefined;
}

/** The rule that compares a unit's later report with its earlier one. */
const VALUE_CHANGED = 'value-changed';

function fileWords(file: string, { sources }: ReportModel): string {
  const receipt = sources.find((source) => source.file === file)?.receipt;
  const when = receipt === undefined ? 'chưa ghi sổ tiếp nhận' : `nhận ngày ${formatDate(receipt.receivedOn)}`;
  return `tệp ${quoteValue(fileText(file))} (${when})`;
}

function filesWords(cells: readonly FigureCell[], model: ReportModel): string {
  return joinWords([...new Set(cells.map(({ file }) => file))].map((file) => fileWords(file, model)));
}

/** The number comes out of another file than it did. */
function fileCauses({ before, now }: ChangedPart, basis: FigureBasis, model: ReportModel): readonly string[] {
  const old = before.flatMap(({ cells }) => cells);
  const current = now?.cells ?? [];
  const known = new Set(old.map(({ sha256 }) => sha256));
  const isOther = current.length > 0 && current.some(({ sha256 }) => !known.has(sha256));
  if (!isOther) return [];
  const words = `số nay lấy từ ${filesWords(current, model)}`;
  return [old.length === 0 ? words : `${words}, trước lấy từ ${filesWords(old, basis.model)}`];
}

function adjustmentsOf(parts: readonly FigurePart[]): readonly string[] {
  return [...new Set(parts.flatMap(({ cells }) => cells.flatMap(({ adjustment }) => adjustment ?? [])))];
}

/** Numbers that the commune has adjusted, now or then. */
function adjustmentCauses({ before, now }: ChangedPart, { kind, period }: FigureBasis): readonly string[] {
  const [old, current] = [adjustmentsOf(before), adjustmentsOf(now === undefined ? [] : [now])];
  const gone = old.filter((words) => !current.includes(words));
  const lead =
    kind === 'previous-round' ? `số kỳ ${period} là số điều chỉnh` : 'điều chỉnh trước đây không còn tác dụng';
  return [...current.filter((words) => !old.includes(words)), ...gone.map((words) => `${lead}: ${words}`)];
}

function isAbout({ facts, location }: Diagnostic, { unit, subjects }: ChangedPart): boolean {
  const subject = facts['indicator'] ?? facts['task'];
  const isOfUnit = facts['unit'] === unit || (location.kind === 'unit' && location.unit === unit);
  return isOfUnit && (subject === undefined || subjects.includes(String(subject)));
}

/** Within this round the unit sent its report again. */
function resubmissionCauses(part: ChangedPart, { diagnostics, sources }: ReportModel): readonly string[] {
  const own = diagnostics.filter(
    (one) => one.rule === VALUE_CHANGED && isAbout(one, part) && one.facts['unit'] === part.unit,
  );
  return own
    .filter(({ facts }) => facts['indicator'] !== undefined || facts['task'] !== undefined)
    .map(({ message, location }) => {
      const file = location.kind === 'cell' ? location.ref.file : placeText(location);
      const receipt = sources.find((source) => source.file === file)?.receipt;
      const when = receipt === undefined ? '' : ` nhận ngày ${formatDate(receipt.receivedOn)}`;
      return `đơn vị gửi lại (tệp ${quoteValue(fileText(file))}${when}): ${message}`;
    });
}

/** Errors that were accepted since: the numbers stay out, and somebody has said that they may. */
function acceptanceCauses(
  part: ChangedPart,
  basis: FigureBasis,
  { accepted, leftOut }: ReportModel,
): readonly string[] {
  const known = new Set(basis.model.accepted.map(({ diagnostic, reason }) => `${diagnostic.message} ${reason}`));
  const isOfUnit = (diagnostic: Diagnostic): boolean =>
    isAbout(diagnostic, part) ||
    leftOut.some((one) => {
      const indicator = diagnostic.facts['indicator'] ?? diagnostic.facts['task'];
      const isSubject = indicator === undefined || part.subjects.includes(String(indicator));
      return one.diagnostic === diagnostic && one.unit?.id === part.unit && isSubject;
    });
  return accepted
    .filter(({ diagnostic, reason }) => !known.has(`${diagnostic.message} ${reason}`) && isOfUnit(diagnostic))
    .map(({ diagnostic, reason }) => `xã chấp nhận lỗi “${diagnostic.rule}”: ${maskPersonalData(reason)}`);
}

/**
 * Why a unit's part is another one than before: it came in another file, was adjusted, sent again, or an error in it was accepted.
 * Within a round what else changed since is named when none of these says it; between rounds a unit simply reports something else.
 */
export function causesOf(part: ChangedPart, basis: FigureBasis, model: ReportModel): readonly string[] {
  const common = [...adjustmentCauses(part, basis), ...acceptanceCauses(part, basis, model)];
  switch (basis.kind) {
    case 'previous-round':
      return [...resubmissionCauses(part, model), ...common];
    case 'closing':
    case 'report': {
      const causes = [...fileCauses(part, basis, model), ...common];
      return causes.length > 0 ? causes : basis.circumstances;
    }
  }
}
