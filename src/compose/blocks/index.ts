import type { GeneratedTable } from '../generated-table.ts';
import { adjustedValues } from './adjusted-values.ts';
import { coverageByUnit } from './coverage-by-unit.ts';
import { indicatorTotals } from './indicator-totals.ts';
import { leftOutValues } from './left-out-values.ts';
import { reportingRates } from './reporting-rates.ts';
import { taskCounts } from './task-counts.ts';
import { tasksByUnit } from './tasks-by-unit.ts';
import { unitsToRemind } from './units-to-remind.ts';
import { unitExceptions } from './unit-exceptions.ts';

/** Every table that the wording can ask for, sorted by name. */
export const TABLES: readonly GeneratedTable[] = [
  adjustedValues,
  coverageByUnit,
  indicatorTotals,
  leftOutValues,
  reportingRates,
  taskCounts,
  tasksByUnit,
  unitExceptions,
  unitsToRemind,
];
