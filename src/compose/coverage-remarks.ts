import type { Coverage, CoverageRow, ReportModel, Total, UnitOutcome } from '../model/report.ts';
import { cellKey } from '../model/workbook.ts';
import { formatInteger } from '../vi/number.ts';
import { CONFLICTING, RECEIPT_STATUSES } from './wording.ts';

/** Counts that are a part of the numerator, such as those newly registered: shown beside it. */
export function partTotals({ numerator, unitType }: Coverage, { round, totals }: ReportModel): readonly Total[] {
  const parts = new Set(
    round.directive.relations.parts.filter(({ whole }) => whole === numerator.id).map(({ part }) => part),
  );
  return totals.filter((total) => total.unitType.id === unitType.id && parts.has(total.indicator.id));
}

/** Counted and flagged: how many warnings stand at the row's two numbers and its count date. */
function warningsAt({ numerator, denominator }: CoverageRow, outcome: UnitOutcome, model: ReportModel): number {
  const refs = [numerator?.ref, denominator?.ref, outcome.countedOnRef].filter((ref) => ref !== undefined);
  const cells = new Set(refs.map(cellKey));
  return model.diagnostics.filter(
    ({ severity, location }) => severity === 'warning' && location.kind === 'cell' && cells.has(cellKey(location.ref)),
  ).length;
}

function countedRemark(row: CoverageRow, outcome: UnitOutcome, model: ReportModel): string {
  const isPlain = outcome.status === 'on-time' || !outcome.unitType.mustReport;
  const warnings = warningsAt(row, outcome, model);
  return [
    ...(isPlain ? [] : [RECEIPT_STATUSES[outcome.status]]),
    ...(warnings === 0 ? [] : [`Có ${formatInteger(warnings)} cảnh báo cần kiểm tra lại`]),
  ].join('; ');
}

/** What is to be known of a unit's row in a share: why it does not count, or what its numbers need; '' when all is plain. */
export function coverageRemark(row: CoverageRow, outcome: UnitOutcome | undefined, model: ReportModel): string {
  if (outcome === undefined) return '';
  if (outcome.isConflicting) return CONFLICTING;
  switch (row.state) {
    case 'counted':
      return countedRemark(row, outcome, model);
    case 'left-out':
      return 'Số liệu thiếu hoặc có lỗi, chưa đưa vào tổng hợp';
    case 'not-reported':
      return RECEIPT_STATUSES[outcome.status];
  }
}
