import type { ReportModel } from '../model/report.ts';
import type { SummaryWords } from '../model/summary-words.ts';
import { coverageRemark, partTotals } from './coverage-remarks.ts';
import { ownTotals } from './totals.ts';
import { unitNames } from './unit-names.ts';
import { CONFLICTING, RECEIPT_STATUSES, TASK_STATES } from './wording.ts';

/** The words of the report on these figures. */
export function summaryWords(model: ReportModel): SummaryWords {
  const outcomes = new Map(model.units.map((outcome) => [outcome.unit.id, outcome]));
  return {
    nameOf: unitNames(model.units).titled,
    statuses: RECEIPT_STATUSES,
    conflicting: CONFLICTING,
    taskStates: TASK_STATES,
    remarkOf: (row) => coverageRemark(row, outcomes.get(row.unit.id), model),
    partsOf: (coverage) => partTotals(coverage, model),
    ownTotals: ownTotals(model),
  };
}
